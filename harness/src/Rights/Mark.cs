namespace CardConformance.Harness.Rights;

/// <summary>What a guide's table says of a card at a service, as <c>fixtures/rights.csv</c> has it.</summary>
/// <param name="Name"><c>yes</c>, <c>conditional</c> or <c>no</c>, which are printed, or the name of an <see cref="Assumption"/>.</param>
/// <param name="Words">What is printed beside it: a condition, or when the service will come; else empty.</param>
/// <param name="Assumption">What is assumed, or <see langword="null"/> where the source says it.</param>
public sealed record Mark(string Name, string Words, Assumption? Assumption);
