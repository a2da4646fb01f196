namespace CardConformance.Harness.Leaks;

/// <summary>Something that was put out, and where.</summary>
/// <param name="Place">What kind of place.</param>
/// <param name="Where">The place in words, French.</param>
/// <param name="Text">What stands there. Never write it anywhere.</param>
public readonly record struct Output(Place Place, string Where, string Text);
