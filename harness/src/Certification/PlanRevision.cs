using System.Text.Json;
using CardConformance.Harness.Certification.CucumberMessages;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Certification;

/// <summary>What the plans demand, frozen: <c>fixtures/plans.json</c>. Whoever certifies with a revision is asked the same as all others.</summary>
/// <param name="Name">Its name: year and number.</param>
/// <param name="Requirements">What it demands, by the requirements' ids.</param>
public sealed record PlanRevision(string Name, IReadOnlyDictionary<string, FrozenRequirement> Requirements)
{
    private static readonly JsonSerializerOptions Json = new(RunFolder.Json) { WriteIndented = true };

    /// <summary>Where the newest revision stands.</summary>
    public static string FilePath => Path.Combine(Repository.Fixtures, "plans.json");

    /// <summary>Reads the newest revision.</summary>
    /// <exception cref="UserException">There is none, or it cannot be read.</exception>
    public static PlanRevision Load()
    {
        try
        {
            return JsonSerializer.Deserialize<PlanRevision>(File.ReadAllText(FilePath), Json)!;
        }
        catch (Exception mistake) when (mistake is JsonException or FileNotFoundException)
        {
            throw new UserException($"{FilePath} holds no revision of the plans: {mistake.Message} \"plans --freeze NAME\" makes one.");
        }
    }

    /// <summary>What the working copy demands.</summary>
    /// <param name="name">How it is called.</param>
    public static PlanRevision OfWorkingCopy(string name)
    {
        FeatureDocument[] features = [.. FeatureFiles.All().Select(file => FeatureDocument.Read(file.Path, file.Text))];
        return new(name, Requirement.All.ToDictionary(requirement => requirement.Id, requirement => FrozenRequirement.Of(requirement, features)));
    }

    /// <summary>Ids of the requirements of which another demands something else, or that only one of both has.</summary>
    /// <param name="other">The other.</param>
    public IReadOnlyList<string> DifferencesFrom(PlanRevision other) =>
    [
        .. Requirements.Keys.Union(other.Requirements.Keys)
            .Where(id => Requirements.GetValueOrDefault(id) != other.Requirements.GetValueOrDefault(id))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Writes it in place of the newest revision.</summary>
    public void Write() => File.WriteAllText(FilePath, JsonSerializer.Serialize(this, Json) + "\n");
}
