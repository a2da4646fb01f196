using CardConformance.Harness.Targets;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Certification;

/// <summary>Something that a product has to do: one line of <c>fixtures/requirements.csv</c>.</summary>
/// <param name="Id">Its id, as scenarios are tagged with it.</param>
/// <param name="Words">What it is about, in French.</param>
/// <param name="Sources">Ids of the guides' texts and sections that it follows from.</param>
/// <param name="Level">What it counts for.</param>
/// <param name="Needs">What a product must have for it to apply, or <see langword="null"/> when it always does.</param>
/// <param name="Cards">Kinds of cards that it is about, for example <c>CPS</c>; empty where no card comes in.</param>
public sealed record Requirement(
    string Id, string Words, string Sources, Level Level = Level.Base, Capability? Needs = null, IReadOnlyList<string>? Cards = null)
{
    private static readonly string[] Columns = ["id", "level", "needs", "cards", "words", "sources"];

    /// <summary>All requirements, in the order of the file.</summary>
    public static IReadOnlyList<Requirement> All { get; } = Load();

    private static IReadOnlyList<Requirement> Load()
    {
        string file = Path.Combine(Repository.Fixtures, "requirements.csv");
        return [.. CsvFile.Read(file, Columns).Select((row, i) => new Requirement(
            row[0],
            row[4],
            row[5],
            Value<Level>(row[1]) ?? throw Mistake<Level>(1, row[1]),
            row[2].Length == 0 ? null : Value<Capability>(row[2]) ?? throw Mistake<Capability>(2, row[2]),
            row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

        FixtureException Mistake<T>(int column, string found)
            where T : struct, Enum =>
            new(file, $"column {Columns[column]}", $"one of {string.Join(", ", Enum.GetNames<T>())} is expected here, found \"{found}\".");
    }

    private static T? Value<T>(string word)
        where T : struct, Enum => Enum.TryParse(word, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;
}
