using CardConformance.Harness;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Leaks;
using CardConformance.Harness.Nights;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.Targets;

namespace CardConformance.Features.Hooks;

/// <summary>Starts what all scenarios share, and stops it.</summary>
[Binding]
public static class RunHooks
{
    private static Rig? _rig;
    private static RunFolder? _folder;
    private static FileStream? _occupied;

    internal static Rig Rig => _rig ?? throw new InvalidOperationException("the run has not begun");

    internal static RunFolder Folder => _folder ?? throw new InvalidOperationException("the run has not begun");

    [BeforeTestRun]
    public static async Task BeginAsync()
    {
        RunProcess.Follow();
        var settings = HarnessSettings.Read();
        _folder = RunFolder.Current();
        _occupied = _folder.Occupy();
        try
        {
            RefuseUnknownExpectations(_folder);
            TestedService? service = settings.Service is { } file ? ServiceFile.Load(file) : null;
            _rig = await Rig.StartAsync(settings.Workers, settings.Seed, settings.Traced, service);
            (service?.Product ?? _rig.Target.Product).Describe(_folder);
            IReadOnlyList<string> problems = await new TargetCheck(_rig.Target, _rig.Authority).FindProblemsAsync();
            if (problems.Count > 0)
            {
                throw new TargetException(problems);
            }
        }
        catch (TargetException mistake)
        {
            new NotBegun(Blame.Configuration, mistake.Problems).Write(_folder);
            throw;
        }
        catch (Exception failure)
        {
            new NotBegun(Blame.Harness, [failure.Message]).Write(_folder);
            throw;
        }
    }

    [AfterTestRun]
    public static async Task EndAsync()
    {
        if (_rig is not null)
        {
            SearchOwnOutput(_rig, Folder);
            await _rig.DisposeAsync();
        }

        if (_occupied is not null)
        {
            await _occupied.DisposeAsync();
        }
    }

    // Only here are the codes still known. The report that stays is made by whoever started this process, of the same evidence.
    private static void SearchOwnOutput(Rig rig, RunFolder folder)
    {
        if (RunFolder.IsGiven)
        {
            RunReport.Write(RunResult.Load(folder));
        }

        foreach (string found in new RunFolderSearch(folder).Search(rig.Canaries))
        {
            Console.Error.WriteLine(found);
        }
    }

    // Ids are known here first: they are made of what SpecFlow makes of the features.
    private static void RefuseUnknownExpectations(RunFolder folder)
    {
        IReadOnlyList<string> unknown = ExpectedFailures.Read(folder)?.UnknownAmong(ChosenScenarios.Read(folder)?.Known ?? []) ?? [];
        if (unknown.Count > 0)
        {
            throw new TargetException(unknown);
        }
    }
}
