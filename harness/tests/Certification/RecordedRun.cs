using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Tests.Certification;

/// <summary>A run whose evidence a test writes, in a folder of its own.</summary>
internal sealed class RecordedRun : IDisposable
{
    /// <summary>When the run and each of its scenarios began.</summary>
    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-run-");

    internal RecordedRun(int? runnerExitCode = 0)
    {
        Folder = new(_folder.FullName);
        Directory.CreateDirectory(Folder.Scenarios);
        RunResult.Describe(Folder, Info with { RunnerExitCode = runnerExitCode });
    }

    internal static RunInfo Info { get; } = new(Start, "CardConformance.Reference", 42, 2, "0.1.0", [], "Linux");

    internal RunFolder Folder { get; }

    /// <summary>A time in the run.</summary>
    internal static DateTimeOffset After(double seconds) => Start.AddSeconds(seconds);

    /// <summary>A step that ended at a time.</summary>
    internal static StepDone Step(double endedAfter, string text = "un médecin", string? error = null) =>
        new("Étant donné", text, error is null, 1000, error) { Time = After(endedAfter) };

    /// <summary>An exchange with the card that began at a time.</summary>
    internal static TraceEntry Exchange(double begunAfter, string command = "00 20 00 01 00", string response = "63 C3") =>
        new(After(begunAfter), TimeSpan.FromMilliseconds(2), command, response);

    internal ScenarioEvidence Begin(string id, params string[] requirements) =>
        Begin(new ScenarioBegun(id, "Activer son e-CPS", $"Titre de {id}", requirements));

    internal ScenarioEvidence Begin(ScenarioBegun begun) => new(Folder, begun with { Time = Start });

    internal void Pass(string id, params string[] requirements)
    {
        using ScenarioEvidence evidence = Begin(id, requirements);
        evidence.Add(Step(1));
        evidence.End(new ScenarioEnded(true, null) { Time = After(2) });
    }

    internal void Fail(string id, string error, string rule = "attendu")
    {
        using ScenarioEvidence evidence = Begin(id, "A_01");
        evidence.Add(Step(1, error: error));
        evidence.End(new ScenarioEnded(false, error, rule) { Time = After(2) });
    }

    /// <summary>A scenario that needs what the target has not.</summary>
    internal void GiveUp(string id, string reason)
    {
        using ScenarioEvidence evidence = Begin(id, "A_01");
        evidence.End(new ScenarioEnded(false, null, NotTestable: reason) { Time = After(2) });
    }

    /// <summary>Begins a scenario that its process does not live to end.</summary>
    internal void Kill(string id)
    {
        using ScenarioEvidence evidence = Begin(id, "A_01");
        evidence.Add(Step(1));
    }

    internal RunResult Load() => RunResult.Load(Folder);

    internal ScenarioResult LoadOnly() => Load().Scenarios.Single();

    public void Dispose() => _folder.Delete(recursive: true);
}
