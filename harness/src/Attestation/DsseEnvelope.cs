using System.Text;
using System.Text.Json;

namespace CardConformance.Harness.Attestation;

/// <summary>A signed statement.</summary>
/// <remarks>Source: Dead Simple Signing Envelope (DSSE) 1.0.0, protocol and JSON envelope.</remarks>
/// <param name="Payload">The statement, base64.</param>
/// <param name="PayloadType">What it is.</param>
/// <param name="Signatures">The signatures.</param>
internal sealed record DsseEnvelope(string Payload, string PayloadType, IReadOnlyList<DsseSignature> Signatures)
{
    internal const string InTotoType = "application/vnd.in-toto+json";

    /// <summary>What is really signed: type and payload with their lengths (pre-authentication encoding).</summary>
    internal static byte[] PreAuthenticationEncoding(string type, ReadOnlySpan<byte> payload)
    {
        int typeLength = Encoding.UTF8.GetByteCount(type);
        return [.. Encoding.UTF8.GetBytes($"DSSEv1 {typeLength} {type} {payload.Length} "), .. payload];
    }

    /// <summary>Signs a statement.</summary>
    internal static DsseEnvelope Sign(ReadOnlySpan<byte> payload, SigningKey key)
    {
        byte[] signature = key.Sign(PreAuthenticationEncoding(InTotoType, payload));
        return new(Convert.ToBase64String(payload), InTotoType, [new(key.Public.Id, Convert.ToBase64String(signature))]);
    }

    /// <summary>The envelope as the one line of a file.</summary>
    internal byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web), (byte)'\n'];

    /// <summary>Reads an envelope.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    internal static DsseEnvelope Read(ReadOnlySpan<byte> json)
    {
        DsseEnvelope? envelope = JsonSerializer.Deserialize<DsseEnvelope>(json, JsonSerializerOptions.Web);
        return envelope is { Payload: not null, PayloadType: not null, Signatures: [{ Sig: not null }] }
            ? envelope
            : throw new JsonException("it is not a DSSE envelope with one signature.");
    }
}
