using CardConformance.Harness.Certification;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Rights;

/// <summary>The rights of each profession and card at each service, with what is assumed where the source does not say.</summary>
/// <remarks>
/// Read by the harness to say which assumptions a scenario leans on. What a scenario expects stands in its feature, not here: the product
/// under test may well read the same files.
/// </remarks>
/// <param name="Services">Names of the services, in the guide's order.</param>
/// <param name="Lines">One for each profession and card.</param>
/// <param name="Exceptions">Cards with which nobody can log in.</param>
public sealed record RightsFixture(IReadOnlyList<string> Services, IReadOnlyList<RightsLine> Lines, IReadOnlyList<NotApplicable> Exceptions)
{
    private const string ServicesFile = "services.json";
    private const string ProfessionsFile = "professions.csv";
    private const string RightsFile = "rights.csv";

    private static readonly string[] Printed = ["yes", "conditional", "no"];

    /// <summary>Reads the three files.</summary>
    /// <param name="folder">Where they are.</param>
    /// <exception cref="FixtureException">One is wrong; the message says file, line, what was found and what is expected.</exception>
    public static RightsFixture Load(string folder)
    {
        var (services, assumptions, exceptions) = FixtureObject.Load(Path.Combine(folder, ServicesFile)).Whole(json => (
            json.List("services", service => (Id: service.Text("id"), Name: service.Text("name"))),
            json.List("assumptions", Assumption.From),
            json.List("not-applicable", NotApplicable.From)));
        var professions = CsvFile.Read(
            Path.Combine(folder, ProfessionsFile), "row", "profession", "card", "directory", "profiles", "kinds", "codes", "practice").ToList();
        string file = Path.Combine(folder, RightsFile);
        var rights = CsvFile.Read(file, ["row", "profession", .. services.Select(service => service.Id)]).ToList();
        if (rights.Count != professions.Count)
        {
            throw new FixtureException(file, "the table", $"{professions.Count} rows are expected, as in {ProfessionsFile}, found {rights.Count}.");
        }

        var lines = new List<RightsLine>();
        for (int i = 0; i < rights.Count; i++)
        {
            IReadOnlyList<string> who = professions[i];
            IReadOnlyList<string> cells = rights[i];

            // The header is line 1.
            string place = $"line {i + 2}";
            if (!cells.Take(2).SequenceEqual(who.Take(2)))
            {
                throw new FixtureException(file, place, $"{who[0]},{who[1]} is expected here, as in {ProfessionsFile}, found {cells[0]},{cells[1]}.");
            }

            lines.Add(new(who[1], who[2], who[4].Split(' '), services.Zip(cells.Skip(2)).ToDictionary(
                pair => pair.First.Name, pair => ReadMark(pair.Second, assumptions, file, $"{place}, {pair.First.Id}"))));
        }

        return new([.. services.Select(service => service.Name)], lines, exceptions);
    }

    /// <summary>The line of a card.</summary>
    /// <param name="profile">Name of the card's profile.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public RightsLine Of(string profile) =>
        Lines.SingleOrDefault(line => line.Profiles.Contains(profile))
        ?? throw new ArgumentException($"fixtures/{ProfessionsFile} n'a pas de ligne pour la carte « {profile} ».");

    private static Mark ReadMark(string cell, IReadOnlyList<Assumption> assumptions, string file, string place)
    {
        string name = cell.Split(':')[0];
        string words = cell.Length > name.Length ? cell[(name.Length + 1)..] : "";
        Assumption? assumption = assumptions.SingleOrDefault(one => one.Mark == name);
        if (assumption is null && !Printed.Contains(name))
        {
            throw new FixtureException(
                file, place, $"one of {string.Join(", ", Printed.Concat(assumptions.Select(one => one.Mark)))} is expected here, found \"{cell}\".");
        }

        return name.EndsWith("conditional", StringComparison.Ordinal) && words.Length == 0
            ? throw new FixtureException(file, place, $"a condition is expected after \"{name}:\", found nothing.")
            : new(name, words, assumption);
    }
}
