using CardConformance.Harness.Middleware;

namespace CardConformance.Perf.Results;

/// <summary>Which state of the sources was measured.</summary>
/// <param name="Commit">The commit's name, or what stands for it.</param>
/// <param name="IsDirty">Whether files differ from the commit, other than the results themselves.</param>
internal sealed record Revision(string Commit, bool IsDirty)
{
    private const string Unknown = "unknown: not a working copy of git";

    // What a run itself writes says nothing about what was measured.
    private static readonly string[] Results = [":(exclude)perf/RESULTS.md", ":(exclude)perf/results-*.svg", ":(exclude)perf/limits.json"];

    /// <summary>Asks git.</summary>
    /// <param name="root">The working copy.</param>
    /// <param name="stop">Ends it early.</param>
    internal static async Task<Revision> ReadAsync(string root, CancellationToken stop)
    {
        try
        {
            ProgramResult head = await new ProgramRun("git", "-C", root, "rev-parse", "HEAD").RunAsync(stop);
            ProgramResult status = await new ProgramRun("git", ["-C", root, "status", "--porcelain", "--", ".", .. Results]).RunAsync(stop);
            return head.ExitCode == 0 && status.ExitCode == 0 ? new(head.Output.Trim(), status.Output.Length > 0) : new(Unknown, false);
        }
        catch (FileNotFoundException)
        {
            return new("unknown: git is not installed", false);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => IsDirty ? $"{Commit}, with changes that are not committed" : Commit;
}
