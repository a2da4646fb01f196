namespace CardConformance.Perf.Throughput;

/// <summary>A card, or several, with the client that measures it.</summary>
/// <param name="name">What it is called in the results.</param>
/// <param name="client">The client, ready.</param>
/// <param name="cards">The cards; ended after the client.</param>
internal sealed class Contender(string name, MeasuringClient client, params IReadOnlyList<MeasuredCard> cards) : IAsyncDisposable
{
    /// <summary>What it is called in the results.</summary>
    internal string Name => name;

    /// <summary>Puts a card at a client that listens, and waits until it has answered what comes first.</summary>
    internal static async Task<Contender> StartAsync(
        string name, MeasuringClient client, Func<string, Task<MeasuredCard>> insert, IReadOnlyList<string> questions)
    {
        List<MeasuredCard> cards = [];
        try
        {
            MeasuredCard card = await insert(await client.ExpectAsync("listening"));
            cards.Add(card);
            await card.WhileInAsync(client.PrepareAsync(questions));
            return new(name, client, card);
        }
        catch
        {
            await new Contender(name, client, cards).DisposeAsync();
            throw;
        }
    }

    /// <summary>Round trips per second with one question.</summary>
    /// <param name="question">Its number.</param>
    /// <param name="span">How long.</param>
    internal async Task<double> PerSecondAsync(int question, TimeSpan span) => (await client.MeasureAsync(question, span)).PerSecond;

    /// <summary>Ends all of it.</summary>
    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        foreach (MeasuredCard card in cards)
        {
            await card.DisposeAsync();
        }
    }
}
