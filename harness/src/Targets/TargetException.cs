namespace CardConformance.Harness.Targets;

/// <summary>The file of a target is wrong, or what it says does not hold: all that was found, each with its place.</summary>
/// <param name="problems">What was found.</param>
public sealed class TargetException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>What was found.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
