using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Profiles;

/// <summary>One private key of a card generation.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Label">Its PKCS #15 label.</param>
/// <param name="CertificateLabel">The PKCS #15 label of its certificate.</param>
/// <param name="Identifier">Last byte of its PKCS #15 identifier (CKA_ID), after the generation's prefix.</param>
/// <param name="Flags">What PKCS #15 announces about the object.</param>
/// <param name="Usage">What PKCS #15 announces that it may do.</param>
/// <param name="Definition">What the card does with it.</param>
public sealed record KeyEntry(
    KeyRole Role,
    string Label,
    string CertificateLabel,
    byte Identifier,
    IReadOnlyList<ObjectFlag> Flags,
    IReadOnlyList<KeyUsage> Usage,
    KeyDefinition Definition)
{
    internal static KeyEntry From(FixtureObject json)
    {
        byte reference = json.Byte("reference");
        bool nonRepudiation = json.Boolean("nonRepudiation");
        return new(
            json.Value<KeyRole>("role"),
            json.Text("label"),
            json.Text("certificateLabel"),
            json.Byte("identifier"),
            json.Values<ObjectFlag>("flags"),
            json.Values<KeyUsage>("usage"),
            json.Part("access", access => new KeyDefinition(
                reference,
                nonRepudiation,
                Sign: new(access.Byte("sign")),
                Authenticate: new(access.Byte("authenticate")),
                Decipher: new(access.Byte("decipher")),
                Generate: new(access.Byte("generate")),
                Put: new(access.Byte("put")),
                Get: new(access.Byte("get")))));
    }
}
