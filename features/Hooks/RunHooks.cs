using CardConformance.Harness;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Evidence;

namespace CardConformance.Features.Hooks;

/// <summary>Starts what all scenarios share, and stops it.</summary>
[Binding]
public static class RunHooks
{
    private static Rig? _rig;
    private static RunFolder? _folder;

    internal static Rig Rig => _rig ?? throw new InvalidOperationException("the run has not begun");

    internal static RunFolder Folder => _folder ?? throw new InvalidOperationException("the run has not begun");

    [BeforeTestRun]
    public static async Task BeginAsync()
    {
        var settings = HarnessSettings.Read();
        _folder = RunFolder.Current();
        _rig = await Rig.StartAsync(settings.Workers, settings.Seed, settings.Traced);
        _rig.Target.Product.Describe(_folder);
    }

    [AfterTestRun]
    public static async Task EndAsync()
    {
        if (_rig is not null)
        {
            await _rig.DisposeAsync();
        }
    }
}
