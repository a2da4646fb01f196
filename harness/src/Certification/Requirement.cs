namespace CardConformance.Harness.Certification;

/// <summary>Something that a product has to do: one line of <c>fixtures/requirements.csv</c>.</summary>
/// <param name="Id">Its id, as scenarios are tagged with it.</param>
/// <param name="Words">What it is about, in French.</param>
/// <param name="Sources">Ids of the guides' texts and sections that it follows from.</param>
public sealed record Requirement(string Id, string Words, string Sources)
{
    /// <summary>All requirements, in the order of the file.</summary>
    public static IReadOnlyList<Requirement> All { get; } = Load();

    private static IReadOnlyList<Requirement> Load()
    {
        string file = Path.Combine(Repository.Fixtures, "requirements.csv");
        return [.. CsvFile.Read(file, "id", "words", "sources").Select(row => new Requirement(row[0], row[1], row[2]))];
    }
}
