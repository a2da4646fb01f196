using System.Text.Json.Serialization;

namespace CardConformance.Harness.Attestation;

/// <summary>A signature of an envelope.</summary>
/// <param name="KeyId">Which key made it: a hint that nothing is decided by.</param>
/// <param name="Sig">ECDSA over the pre-authentication encoding, DER, base64.</param>
internal sealed record DsseSignature([property: JsonPropertyName("keyid")] string? KeyId, string Sig);
