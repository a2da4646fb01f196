using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>Signatures and deciphering through ANS's CryptoLib, checked with the certificates on the card; and what CryptoLib refuses by itself.</summary>
public sealed class CryptoLibSignatureTests
{
    private static readonly byte[] Message = "Ordonnance du 3 mars"u8.ToArray();

    // More than one block of the hash: the card gets a state and the last block.
    private static readonly byte[] LongMessage = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    private static readonly byte[] Sha1Info = Convert.FromHexString("3021300906052B0E03021A05000414");
    private static readonly byte[] Sha256Info = Convert.FromHexString("3031300D060960864801650304020105000420");

    [Test]
    public async Task Signature_key_signs_what_it_hashes(
        [Values("medecin", "medecin-cps4")] string name, [Values("SHA1", "SHA256")] string hash, [Values(20, 63, 64, 65, 1000)] int length) =>
        await SignAsync(name, KeyRole.Signature, $"{hash}-RSA-PKCS", LongMessage[..length], LongMessage[..length]);

    [Test]
    public async Task Signature_key_signs_a_hash(
        [Values("medecin", "medecin-cps4")] string name, [Values("SHA1", "SHA256")] string hash, [Values] bool named) =>
        await SignAsync(name, KeyRole.Signature, "RSA-PKCS", [.. named ? InfoOf(hash) : [], .. HashOf(hash)], Message, hash);

    [TestCase("medecin-cps4", KeyRole.Signature, "SHA1-RSA-PKCS-PSS")]
    [TestCase("medecin-cps4", KeyRole.Signature, "SHA256-RSA-PKCS-PSS")]
    [TestCase("medecin-cps4", KeyRole.Authentication, "SHA1-RSA-PKCS-PSS")]
    [TestCase("medecin-cps4", KeyRole.Authentication, "SHA256-RSA-PKCS-PSS")]
    public async Task CPS4_signs_with_PSS(string name, KeyRole role, string mechanism) => await SignAsync(name, role, mechanism, Message, Message);

    [Test]
    public async Task Authentication_key_of_a_CPS3_signs_a_DigestInfo([Values("SHA1", "SHA256")] string hash) =>
        await SignAsync("medecin", KeyRole.Authentication, "RSA-PKCS", [.. InfoOf(hash), .. HashOf(hash)], Message, hash);

    [Test]
    public async Task Contactless_key_signs_a_DigestInfo_without_a_code()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin-sans-contact");
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        string key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_TECH_AUT");
        byte[] input = [.. Sha256Info, .. SHA256.HashData(Message)];
        byte[] signature = client.Get("sign", session, Pkcs11Client.RsaPkcs, key, Convert.ToHexString(input), "100");
        using RSA publicKey = PublicKey(client, session, "Certificat Technique CPS");
        Assert.That(publicKey.VerifyData(Message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Test]
    public async Task Authentication_key_of_a_CPS4_signs_into_as_many_bytes_as_a_signature_has()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin-cps4");
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_AUT");
        string input = Convert.ToHexString([.. Sha256Info, .. SHA256.HashData(Message)]);
        byte[] signature = client.Get("sign", session, Pkcs11Client.RsaPkcs, key, input, "100");
        using RSA publicKey = PublicKey(client, session, "Certificat d'Authentification CPS");
        Assert.That(publicKey.VerifyData(Message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.That(client.Call("sign", session, Pkcs11Client.RsaPkcs, key, input, "400"), Is.EqualTo(Pkcs11Client.ArgumentsBad), "CryptoLib's own bug");
    }

    [Test]
    public async Task Authentication_key_deciphers([Values("medecin", "medecin-cps4")] string name, [Values(1, 16, 48, 245)] int length)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        using RSA publicKey = PublicKey(client, session, "Certificat d'Authentification CPS");
        byte[] cryptogram = publicKey.Encrypt(LongMessage[..length], RSAEncryptionPadding.Pkcs1);
        string key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_AUT");
        Assert.That(client.Get("decrypt", session, Pkcs11Client.RsaPkcs, key, Convert.ToHexString(cryptogram)), Is.EqualTo(LongMessage[..length]));
    }

    [Test]
    public async Task CryptoLib_refuses_by_itself()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin");
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string aut = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_AUT");
        string sig = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_SIG");
        string message = Convert.ToHexString(Message);
        Assert.That(client.Call("sign", session, Pkcs11Client.Sha256RsaPkcs, aut, message, "100"), Is.EqualTo(Pkcs11Client.KeyTypeInconsistent));
        Assert.That(client.Call("sign", session, Pkcs11Client.Sha1RsaPkcs, aut, message, "100"), Is.EqualTo(Pkcs11Client.KeyTypeInconsistent));
        Assert.That(client.Call("sign", session, Pkcs11Client.RsaX509, aut, message, "100"), Is.EqualTo(Pkcs11Client.FunctionNotSupported));
        Assert.That(client.Call("sign", session, Pkcs11Client.RsaX509, sig, message, "100"), Is.EqualTo(Pkcs11Client.FunctionNotSupported));
        string neither = Convert.ToHexString(LongMessage[..21]);
        Assert.That(client.Call("sign", session, Pkcs11Client.RsaPkcs, sig, neither, "100"), Is.Not.EqualTo(Pkcs11Client.Ok), "neither a hash nor a DigestInfo");
        string info = Convert.ToHexString([.. Sha256Info, .. SHA256.HashData(Message)]);
        Assert.That(client.Call("sign", session, Pkcs11Client.RsaPkcs, sig, info, "100"), Is.EqualTo(Pkcs11Client.Ok), "the session goes on");
    }

    private static async Task SignAsync(string name, KeyRole role, string mechanism, byte[] input, byte[] message, string? hash = null)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        string identifier = desk.IdentifierOf(role);
        await File.WriteAllBytesAsync(desk.In("input"), input);
        await desk.RunAsync(
        [
            .. desk.Login, "--sign", "--mechanism", mechanism, "--id", identifier,
            "--input-file", desk.In("input"), "--output-file", desk.In("signature"),
        ]);
        using RSA publicKey = await desk.PublicKeyAsync(identifier);
        Assert.That(publicKey.VerifyData(
            message,
            await File.ReadAllBytesAsync(desk.In("signature")),
            (hash ?? mechanism).StartsWith("SHA1", StringComparison.Ordinal) ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256,
            mechanism.EndsWith("PSS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));
    }

    private static RSA PublicKey(Pkcs11Client client, string session, string label)
    {
        string handle = client.Find(session, Pkcs11Client.Certificate, label);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(client.Get("get", session, handle, Pkcs11Client.Value));
        return certificate.GetRSAPublicKey()!;
    }

    private static byte[] InfoOf(string hash) => hash == "SHA1" ? Sha1Info : Sha256Info;

    private static byte[] HashOf(string hash) => CryptographicOperations.HashData(new(hash), Message);
}
