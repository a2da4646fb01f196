using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Biting;

/// <summary>A scenario that turned red while a defect was there.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Requirements">Its requirements.</param>
/// <param name="Blame">Whose failure it was called.</param>
public sealed record BittenScenario(string Title, IReadOnlyList<string> Requirements, Blame Blame);
