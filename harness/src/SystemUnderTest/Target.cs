namespace CardConformance.Harness.SystemUnderTest;

/// <summary>Where the system under test is. It is always reached from outside.</summary>
/// <param name="Portal">The portal.</param>
/// <param name="Telephone">The phone application.</param>
public sealed record Target(Uri Portal, Uri Telephone);
