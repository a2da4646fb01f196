using System.Security.Cryptography;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Attestation;

/// <summary>The key that attestations are signed with: ECDSA on P-256 with SHA-256, which all verifiers of DSSE know. .NET 10 has no Ed25519.</summary>
internal sealed class SigningKey : IDisposable
{
    /// <summary>The variable with the path of the private key's file.</summary>
    internal const string Variable = "CARDCONFORMANCE_SIGNING_KEY";

    /// <summary>The variable with the password of that file, if it has one.</summary>
    internal const string PasswordVariable = "CARDCONFORMANCE_SIGNING_PASSWORD";

    // OWASP's recommendation for PBKDF2 with HMAC-SHA-256.
    private const int Iterations = 600_000;

    private const string P256 = "1.2.840.10045.3.1.7";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ECDsa _key;

    private SigningKey(ECDsa key, bool isSelfTest)
    {
        _key = key;
        IsSelfTest = isSelfTest;
        Public = VerificationKey.Of(key);
    }

    /// <summary>Whether it is thrown away after its first use, so that it says nothing about who used it.</summary>
    internal bool IsSelfTest { get; }

    /// <summary>Its public half.</summary>
    internal VerificationKey Public { get; }

    /// <summary>A new key, to be kept.</summary>
    internal static SigningKey CreateNew() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), isSelfTest: false);

    /// <summary>A new key that is never written anywhere.</summary>
    internal static SigningKey CreateForSelfTest() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), isSelfTest: true);

    /// <summary>Reads a key from its PEM file.</summary>
    /// <param name="file">Path of the file: PKCS#8, encrypted or not.</param>
    /// <param name="password">Its password, if it needs one.</param>
    /// <exception cref="UserException">There is none, it holds something else, or the password is missing or wrong; the message repeats nothing of it.</exception>
    internal static SigningKey Load(string file, string? password)
    {
        string label = PemKeyFile.Find(file, out string text) is { Label: var range } ? text[range] : "";
        var key = ECDsa.Create();
        try
        {
            switch (label)
            {
                case "PRIVATE KEY" or "EC PRIVATE KEY":
                    key.ImportFromPem(text);
                    break;
                case "ENCRYPTED PRIVATE KEY" when password is { Length: > 0 }:
                    key.ImportFromEncryptedPem(text, password);
                    break;
                case "ENCRYPTED PRIVATE KEY":
                    throw new UserException($"{file} is encrypted: put its password into {PasswordVariable}.");
                case "PUBLIC KEY":
                    throw new UserException($"{file} is a public key; signing needs the private one.");
                default:
                    throw new UserException($"{file}: a private key in PEM is expected, found \"{label}\".");
            }

            ExpectCurve(key, file);
            return new(key, isSelfTest: false);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw label == "ENCRYPTED PRIVATE KEY"
                ? new UserException($"{file} cannot be opened with the password in {PasswordVariable}: the password is wrong, or it is not an ECDSA key.")
                : NotOurKind(file);
        }
        catch (UserException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Signs.</summary>
    /// <returns>The signature in DER.</returns>
    internal byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>Writes it into a new file that nobody but its owner may read.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="password">Encrypts it, if there is one.</param>
    /// <exception cref="IOException">There is such a file already.</exception>
    internal void Save(string file, string? password)
    {
        string pem = string.IsNullOrEmpty(password)
            ? _key.ExportPkcs8PrivateKeyPem()
            : _key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Iterations));
        using var writer = new StreamWriter(new FileStream(
            file,
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OperatingSystem.IsWindows() ? null : OwnerOnly }));
        writer.Write(pem + "\n");
    }

    public void Dispose()
    {
        Public.Dispose();
        _key.Dispose();
    }

    internal static void ExpectCurve(ECDsa key, string file)
    {
        if (key.ExportParameters(includePrivateParameters: false).Curve is not { IsNamed: true, Oid.Value: P256 })
        {
            throw NotOurKind(file);
        }
    }

    internal static UserException NotOurKind(string file) => new($"{file} is not an ECDSA key on P-256, which is what \"keygen\" makes.");
}
