using System.Security.Cryptography;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Attestation;

/// <summary>The public half of a signing key: what others keep.</summary>
internal sealed class VerificationKey : IDisposable
{
    private const string Label = "PUBLIC KEY";

    private readonly ECDsa _key;

    private VerificationKey(ECDsa key)
    {
        _key = key;
        Id = Sha256Sum.Of(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>SHA-256 of its SubjectPublicKeyInfo, hexadecimal.</summary>
    internal string Id { get; }

    internal static VerificationKey Of(ECDsa key)
    {
        var copy = ECDsa.Create();
        copy.ImportSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out _);
        return new(copy);
    }

    /// <summary>Reads it from its PEM file.</summary>
    /// <exception cref="UserException">There is none, or it holds something else; the message repeats nothing of it.</exception>
    internal static VerificationKey Load(string file)
    {
        PemFields pem = PemKeyFile.Find(file, out string text);
        string label = text[pem.Label];
        if (label.Contains("PRIVATE", StringComparison.Ordinal))
        {
            throw new UserException(
                $"{file} is a private key. Whoever verifies needs the public one, which \"keygen\" wrote beside it; keep the private one to yourself.");
        }

        if (label != Label)
        {
            throw new UserException($"{file}: a PEM block \"{Label}\" is expected, found \"{label}\".");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(text);
            SigningKey.ExpectCurve(key, file);
            return new(key);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw SigningKey.NotOurKind(file);
        }
        catch (UserException)
        {
            key.Dispose();
            throw;
        }
    }

    internal bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        _key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    internal string ToPem() => _key.ExportSubjectPublicKeyInfoPem() + "\n";

    public void Dispose() => _key.Dispose();
}
