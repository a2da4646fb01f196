using CardConformance.Harness.Actors;

namespace CardConformance.Features.Steps;

/// <summary>Cards in two readers, and from one to the other.</summary>
[Binding]
public sealed class LecteursSteps(World world)
{
    private const string First = "premier";

    private readonly Dictionary<string, CardBench> _cards = [];

    [Given(@"^la carte ""(.+)"" dans le (premier|deuxième) lecteur$")]
    public void CardInReader(string phrase, string ordinal) => Insert(world.IssueCard(phrase), ordinal);

    [When(@"^le logiciel s'adresse au (premier|deuxième) lecteur$")]
    public void Address(string ordinal) => world.Bench = CardIn(ordinal);

    [When(@"^la carte du (premier|deuxième) lecteur passe dans l'autre$")]
    public async Task MoveAsync(string ordinal)
    {
        CardBench card = CardIn(ordinal);
        await RemoveAsync(ordinal);
        Insert(card, Other(ordinal));
    }

    [When(@"^les deux cartes sont échangées$")]
    public async Task ExchangeAsync()
    {
        (CardBench first, CardBench second) = (CardIn(First), CardIn(Other(First)));
        await RemoveAsync(First);
        await RemoveAsync(Other(First));
        Insert(first, Other(First));
        Insert(second, First);
    }

    private static string Other(string ordinal) => ordinal == First ? "deuxième" : First;

    private CardBench CardIn(string ordinal) =>
        _cards.TryGetValue(ordinal, out CardBench? card) ? card : throw new InvalidOperationException($"il n'y a pas de carte dans le {ordinal} lecteur");

    private CardReader Reader(string ordinal) => ordinal == First ? world.Workstation.Reader : world.SecondReader;

    private void Insert(CardBench card, string ordinal)
    {
        card.Insert(Reader(ordinal));
        _cards[ordinal] = card;
    }

    private async Task RemoveAsync(string ordinal)
    {
        await Reader(ordinal).RemoveAsync();
        _cards.Remove(ordinal);
    }
}
