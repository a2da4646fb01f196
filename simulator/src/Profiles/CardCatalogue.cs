namespace CardConformance.Simulator.Profiles;

/// <summary>The cards of a folder of profiles.</summary>
/// <param name="folder">The folder: <c>*.json</c> are cards, <c>generations/*.json</c> are what they are built on.</param>
public sealed class CardCatalogue(string folder)
{
    /// <summary>Names of the cards, in alphabetical order.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public IReadOnlyList<string> Names => FixtureFolder.NamesIn(folder);

    /// <summary>Reads one card.</summary>
    /// <param name="name">Its name: the name of its file without <c>.json</c>.</param>
    /// <exception cref="UnknownCardException">There is no such card.</exception>
    /// <exception cref="FixtureException">Something in its file, or in its generation's, is wrong.</exception>
    public CardProfile Load(string name)
    {
        if (!Names.Contains(name))
        {
            throw UnknownCardException.Named(name, Names);
        }

        FixtureObject json = FixtureObject.Load(Path.Combine(folder, name + ".json"));
        return json.Whole(card => CardProfile.From(card, LoadGeneration(card)));
    }

    private CardGeneration LoadGeneration(FixtureObject card)
    {
        string generations = Path.Combine(folder, "generations");
        return CardGeneration.Load(Path.Combine(generations, card.Choice("generation", FixtureFolder.NamesIn(generations)) + ".json"));
    }
}
