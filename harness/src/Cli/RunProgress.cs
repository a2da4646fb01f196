using System.Globalization;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Cli;

/// <summary>Shows each scenario of a run on the terminal when it has ended.</summary>
internal sealed class RunProgress : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _shown = [];

    internal RunProgress(RunFolder folder)
    {
        _watcher = new FileSystemWatcher(folder.Scenarios, ScenarioEvidence.EndedFile) { IncludeSubdirectories = true };
        _watcher.Created += (_, created) => Show(Path.GetDirectoryName(created.FullPath)!);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();

    private void Show(string scenarioFolder)
    {
        lock (_lock)
        {
            if (!_shown.Add(scenarioFolder))
            {
                return;
            }

            ScenarioResult scenario = ScenarioResult.Load(scenarioFolder);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(scenario.Passed ? "✔" : scenario.NotTestable is null ? "✘" : "–")} {string.Join(' ', scenario.Begun.Requirements)}  {scenario.Begun.Title}  {scenario.Duration.TotalSeconds:0.0} s"));
        }
    }
}
