namespace CardConformance.Harness.Accessibility;

/// <summary>A rule that a page breaks.</summary>
/// <param name="Id">The rule's name, for example <c>color-contrast</c>.</param>
/// <param name="Help">The rule in one sentence, French.</param>
/// <param name="Nodes">Where.</param>
internal sealed record AxeViolation(string Id, string Help, IReadOnlyList<AxeElement> Nodes);
