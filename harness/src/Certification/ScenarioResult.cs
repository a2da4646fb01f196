using System.Text.Json;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Leaks;
using CardConformance.Harness.Nights;

namespace CardConformance.Harness.Certification;

/// <summary>One scenario with all its evidence.</summary>
/// <param name="Begun">The scenario.</param>
/// <param name="Steps">Its steps, as far as it came.</param>
/// <param name="Ended">How it ended, or <see langword="null"/> when the run was stopped in the middle of it.</param>
public sealed record ScenarioResult(ScenarioBegun Begun, IReadOnlyList<StepResult> Steps, ScenarioEnded? Ended)
{
    /// <summary>What it leaned on that no source says.</summary>
    public IReadOnlyList<AssumptionUsed> Assumptions { get; init; } = [];

    /// <summary>All that happened in it, as it was written down.</summary>
    public IReadOnlyList<EvidenceEvent> Events { get; init; } = [];

    /// <summary>All that passed between reader and card.</summary>
    public IReadOnlyList<CardExchange> Exchanges { get; init; } = [];

    /// <summary>The vendor's entry that expects its failure, or <see langword="null"/>.</summary>
    public ExpectedFailure? Expected { get; init; }

    /// <summary>Whether it passed. One that never ended did not.</summary>
    public bool Passed => Ended is { Passed: true };

    /// <summary>Why it could not be tried on this target, or <see langword="null"/>.</summary>
    public string? NotTestable => Ended?.NotTestable;

    /// <summary>Whether it failed, and not only broke off.</summary>
    public bool Failed => Ended is { Passed: false, NotTestable: null };

    /// <summary>Whether somebody has to look at it: it failed without being expected to, or never ended.</summary>
    public bool IsRed => !Passed && NotTestable is null && Expected is null;

    /// <summary>Why the failure is somebody's; <see langword="null"/> when it did not fail.</summary>
    public BlameRule? Rule => !Failed ? null : Ended!.Rule is { } id ? BlameRule.Of(id) : BlameRule.Unexplained;

    /// <summary>How long it took, up to its last event.</summary>
    public TimeSpan Duration => (Ended?.Time ?? (Steps.Count > 0 ? Steps[^1].Step.Time : Begun.Time)) - Begun.Time;

    /// <summary>What went wrong, or <see langword="null"/>.</summary>
    public string? Error => Passed || NotTestable is not null ? null : Ended?.Error ?? "Le scénario a été interrompu.";

    /// <summary>Reads a scenario's folder. What was torn when the run was killed is left out.</summary>
    /// <param name="folder">The folder.</param>
    public static ScenarioResult Load(string folder)
    {
        IReadOnlyList<EvidenceEvent> events =
        [
            .. WholeLines.Read(Path.Combine(folder, ScenarioEvidence.EventsFile))
                .Select(line => JsonSerializer.Deserialize<EvidenceEvent>(line, RunFolder.Json)!),
        ];
        IReadOnlyList<CardExchange> exchanges = CardExchange.Read(Path.Combine(folder, ScenarioEvidence.TraceFile));
        ScenarioBegun begun = events.OfType<ScenarioBegun>().SingleOrDefault() ?? Unknown(folder);
        return new(begun, [.. ReadSteps(begun.Time, events, exchanges)], EndOf(folder, events))
        {
            Assumptions = [.. events.OfType<AssumptionUsed>()],
            Events = events,
            Exchanges = exchanges,
        };
    }

    // What was found only after the end of the run turns it red all the same.
    private static ScenarioEnded? EndOf(string folder, IReadOnlyList<EvidenceEvent> events)
    {
        ScenarioEnded? ended = events.OfType<ScenarioEnded>().SingleOrDefault();
        string leak = Path.Combine(folder, RunFolderSearch.LeakFile);
        return ended is not null && File.Exists(leak)
            ? ended with { Passed = false, NotTestable = null, Error = $"Un code de la carte figure dans : {string.Join(", ", File.ReadAllLines(leak))}.", Rule = BlameRule.OwnLeak.Id }
            : ended;
    }

    // Killed while its first event was written: all that is known is the name of its folder. It must still count as one that did not pass.
    private static ScenarioBegun Unknown(string folder)
    {
        string id = Path.GetFileName(folder);
        return new(id, "", id, []) { Time = Directory.GetCreationTimeUtc(folder) };
    }

    // Pictures and remarks come before the step that they belong to; exchanges lie within its time.
    private static IEnumerable<StepResult> ReadSteps(
        DateTimeOffset begun, IReadOnlyList<EvidenceEvent> events, IReadOnlyList<CardExchange> exchanges)
    {
        List<PictureTaken> pictures = [];
        List<Remark> remarks = [];
        foreach (EvidenceEvent happened in events)
        {
            switch (happened)
            {
                case PictureTaken picture:
                    pictures.Add(picture);
                    break;
                case Remark remark:
                    remarks.Add(remark);
                    break;
                case StepDone step:
                    DateTimeOffset from = begun;
                    yield return new(step, [.. pictures], [.. remarks], [.. exchanges.Where(one => one.Time >= from && one.Time < step.Time)]);
                    pictures.Clear();
                    remarks.Clear();
                    begun = step.Time;
                    break;
            }
        }
    }
}
