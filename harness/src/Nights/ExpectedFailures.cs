using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Nights;

/// <summary>The failures that a vendor knows of. Only people write the file: what a program adds to it, nobody looks at.</summary>
/// <param name="File">The file they come from.</param>
/// <param name="All">The entries.</param>
public sealed record ExpectedFailures(string File, IReadOnlyList<ExpectedFailure> All)
{
    /// <summary>The copy in a run's folder, so that its report can be made again.</summary>
    public const string FileName = "expected-failures.json";

    // What is printed to be pasted is read by people: accents stay.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a vendor's file.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="UserException">It is wrong; the message names every mistake with its place.</exception>
    public static ExpectedFailures Load(string file)
    {
        var reader = new ExpectedFailuresReader(Path.GetFullPath(file));
        return reader.Read() ?? throw new UserException(string.Join('\n', reader.Mistakes));
    }

    /// <summary>Reads those of a run; <see langword="null"/> when it was given none.</summary>
    /// <param name="folder">The run's folder.</param>
    public static ExpectedFailures? Read(RunFolder folder)
    {
        string file = Path.Combine(folder.Path, FileName);
        return System.IO.File.Exists(file) ? Load(file) : null;
    }

    /// <summary>Keeps them with a run, word for word.</summary>
    /// <param name="folder">The run's folder.</param>
    public void Keep(RunFolder folder) => System.IO.File.Copy(File, Path.Combine(folder.Path, FileName));

    /// <summary>Entries about scenarios that do not exist, a sentence each with those that may be meant.</summary>
    /// <param name="known">Ids of all scenarios there are.</param>
    public IReadOnlyList<string> UnknownAmong(IReadOnlyList<string> known) =>
    [
        .. from entry in All
           where entry.Scenario is { } id && !known.Contains(id)
           select $"{File}: there is no scenario {entry.Scenario}; close to it: {string.Join(", ", Likeness.Nearest(entry.Scenario!, known))}.",
    ];

    /// <summary>The entry that covers a failure, or <see langword="null"/>.</summary>
    internal ExpectedFailure? Covering(ScenarioResult scenario, DateOnly on) => All.FirstOrDefault(entry => entry.Covers(scenario, on));

    /// <summary>What has to be done about the file itself, a sentence each.</summary>
    /// <param name="run">The run that it was given to.</param>
    internal IEnumerable<ExpectationProblem> ProblemsWith(RunResult run)
    {
        foreach (ExpectedFailure entry in All)
        {
            if (entry.IsExpired(run.Day))
            {
                yield return new(entry, HasExpired: true);
            }
            else if (HasPassed(entry, run))
            {
                yield return new(entry, HasExpired: false);
            }
        }
    }

    /// <summary>An entry for a failure that is not expected, to be filled in and pasted into the file.</summary>
    /// <param name="scenario">The scenario that failed.</param>
    /// <param name="day">The day of the run.</param>
    internal static string EntryFor(ScenarioResult scenario, DateOnly day) => JsonSerializer.Serialize(
        new { scenario = scenario.Begun.Id, reason = "", owner = "", opened = Date(day), expires = Date(day.AddDays(30)) }, Readable);

    // Of a requirement, a part of the run says nothing about the scenarios that other parts play.
    private static bool HasPassed(ExpectedFailure entry, RunResult run)
    {
        ScenarioResult[] tried = [.. run.Scenarios.Where(scenario => scenario.NotTestable is null && entry.IsAbout(scenario))];
        return tried.Length > 0 && tried.All(scenario => scenario.Passed) && (entry.Scenario is not null || !run.Info.IsPart);
    }

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
