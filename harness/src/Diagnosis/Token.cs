namespace CardConformance.Harness.Diagnosis;

/// <summary>The card as a PKCS #11 module shows it.</summary>
/// <param name="Slot">Id of its slot, as <c>pkcs11-tool</c> writes it.</param>
/// <param name="Label">Its label.</param>
internal sealed record Token(string Slot, string Label);
