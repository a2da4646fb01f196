namespace CardConformance.Reference.BackEnds;

/// <summary>What the wallet knows about a person.</summary>
/// <param name="IdentifiantNational">The person.</param>
/// <param name="ECps">The e-CPS the person has already, or <see langword="null"/>.</param>
internal sealed record Holder(string? IdentifiantNational, ActiveECps? ECps);
