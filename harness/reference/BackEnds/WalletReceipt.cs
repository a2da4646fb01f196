namespace CardConformance.Reference.BackEnds;

/// <summary>What the wallet says after an activation.</summary>
/// <param name="IdentifiantNational">Whose e-CPS.</param>
/// <param name="Etat">Its state.</param>
internal sealed record WalletReceipt(string? IdentifiantNational, string? Etat);
