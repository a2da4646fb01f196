using CardConformance.Harness.Certification;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Tests.Certification;

public sealed class CardExchangeTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Test]
    public void Reads_what_a_trace_holds()
    {
        var begun = new DateTimeOffset(2026, 3, 2, 9, 30, 1, TimeSpan.Zero);
        TraceEntry[] entries =
        [
            new(begun, TimeSpan.Zero, "RESET", "3B AC 00 40"),
            new(begun.AddMicroseconds(1234567), TimeSpan.FromMilliseconds(1500), "00 20 00 01 04 ** ** ** **", "90 00"),
        ];
        File.WriteAllText(_file, Text(entries));
        Assert.That(
            CardExchange.Read(_file), Is.EqualTo(entries.Select(entry => new CardExchange(entry.Time, entry.Command, entry.Response))));
    }

    [Test]
    public void Card_that_stayed_mute_has_an_empty_response()
    {
        File.WriteAllText(_file, Text(RecordedRun.Exchange(0, response: "")));
        Assert.That(CardExchange.Read(_file).Single().Response, Is.Empty);
    }

    [Test]
    public void Scenario_without_card_has_no_exchanges() => Assert.That(CardExchange.Read(_file + ".missing"), Is.Empty);

    [Test]
    public void Trace_torn_anywhere_gives_the_exchanges_that_are_whole()
    {
        string first = Text(RecordedRun.Exchange(0));
        string all = first + Text(RecordedRun.Exchange(1));
        for (int length = 0; length <= all.Length; length++)
        {
            File.WriteAllText(_file, all[..length]);
            int whole = length == all.Length ? 2 : length >= first.Length ? 1 : 0;
            Assert.That(CardExchange.Read(_file), Has.Count.EqualTo(whole), $"torn after {length} of {all.Length}");
        }
    }

    [Test]
    public void Trace_that_somebody_has_edited_is_not_guessed_at()
    {
        File.WriteAllText(_file, "no comment\n> 00 84 00 00 08\n< 90 00\n");
        Assert.That(() => CardExchange.Read(_file), Throws.Exception);
    }

    private static string Text(params TraceEntry[] entries) => string.Concat(entries.Select(entry => TraceText.Format(entry) + "\n"));
}
