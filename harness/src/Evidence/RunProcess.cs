using System.Diagnostics;
using System.Globalization;

namespace CardConformance.Harness.Evidence;

/// <summary>The process that began a run. Without it nobody waits for what its scenarios find: they end with it, however it ends.</summary>
public static class RunProcess
{
    /// <summary>The variable that tells a process of a run the number of the one that began it.</summary>
    public const string Variable = "CARDCONFORMANCE_RUN_PROCESS";

    /// <summary>Lets this process be killed as soon as the one that began the run has ended; nothing when it was started by itself.</summary>
    /// <remarks>
    /// Killed, and not ended: a scenario that saw its browser and its back ends go would be red for it. All that was started here ends by itself then.
    /// </remarks>
    public static void Follow()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } id)
        {
            new Thread(() => EndAfter(int.Parse(id, CultureInfo.InvariantCulture))) { IsBackground = true, Name = "run process" }.Start();
        }
    }

    private static void EndAfter(int id)
    {
        try
        {
            using var run = Process.GetProcessById(id);
            run.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has ended before it could be waited for.
        }

        Process.GetCurrentProcess().Kill();
    }
}
