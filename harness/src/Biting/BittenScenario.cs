using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Biting;

/// <summary>A scenario that turned red while a defect was there.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Requirements">Its requirements.</param>
/// <param name="Blame">Whose failure it was called.</param>
/// <param name="Message">What it said.</param>
/// <param name="PassesWithout">Whether it passed without the defect, in the same place.</param>
public sealed record BittenScenario(string Id, string Title, IReadOnlyList<string> Requirements, Blame Blame, string Message, bool PassesWithout)
{
    /// <summary>Whether its failure is a defect's doing.</summary>
    /// <param name="defect">The defect.</param>
    public bool Catches(SeededDefect defect) => Requirements.Any(requirement => Catches(defect, requirement));

    /// <summary>Whether its failure is a defect's doing, for one requirement.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="requirement">The requirement, one that the defect breaks or not.</param>
    public bool Catches(SeededDefect defect, string requirement) =>
        Blame == Blame.Product && PassesWithout && Requirements.Contains(requirement) && defect.IsSeenIn(Message, requirement);
}
