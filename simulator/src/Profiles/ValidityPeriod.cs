namespace CardConformance.Simulator.Profiles;

/// <summary>From when to when a card is valid, as its certificates and files say.</summary>
/// <param name="NotBefore">First moment, in UTC.</param>
/// <param name="NotAfter">Last moment, in UTC.</param>
public readonly record struct ValidityPeriod(DateTimeOffset NotBefore, DateTimeOffset NotAfter);
