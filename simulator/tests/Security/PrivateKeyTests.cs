using System.Security.Cryptography;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Security;

public sealed class PrivateKeyTests
{
    [Test]
    public void Every_known_digest_info_is_signed_like_any_other_bytes()
    {
        using var rsa = RSA.Create(2048);
        var key = new PrivateKey(Definition, rsa);
        foreach (HashAlgorithmName name in new[] { HashAlgorithmName.SHA1, HashAlgorithmName.SHA256, HashAlgorithmName.SHA384, HashAlgorithmName.SHA512 })
        {
            byte[] hash = CryptographicOperations.HashData(name, "texte"u8);
            byte[] signature = new byte[256];
            key.SignHash(name, hash, signature);

            // What the signature holds, padding taken off, is the DigestInfo. Signed again as it comes, it must give the same bytes.
            byte[] padded = RsaPublic.Operation(rsa, signature);
            byte[] digestInfo = padded[(Array.IndexOf(padded, (byte)0, 1) + 1)..];
            byte[] again = new byte[256];
            key.Sign(digestInfo, again);
            Assert.That(again, Is.EqualTo(signature), name.Name);

            // One byte cut off makes it unknown, and the slow way must agree with openssl's arithmetic.
            key.Sign(digestInfo.AsSpan(0, digestInfo.Length - 1), again);
            Assert.That(RsaPublic.Operation(rsa, again)[^(digestInfo.Length - 1)..], Is.EqualTo(digestInfo[..^1]), name.Name);
        }
    }

    [Test]
    public void Deciphers_texts_of_every_length()
    {
        using var rsa = RSA.Create(2048);
        var key = new PrivateKey(Definition, rsa);
        foreach (int length in new[] { 0, 1, 100, 245 })
        {
            byte[] text = RandomNumberGenerator.GetBytes(length);
            byte[] plain = new byte[256];
            bool done = key.TryDecipher(rsa.Encrypt(text, RSAEncryptionPadding.Pkcs1), plain, out int found);
            Assert.That((done, found), Is.EqualTo((true, length)));
            Assert.That(plain[..found], Is.EqualTo(text));
        }
    }

    [Test]
    public void Too_long_an_input_is_a_mistake_of_the_caller()
    {
        using var rsa = RSA.Create(2048);
        var key = new PrivateKey(Definition, rsa);
        Assert.That(() => key.Sign(new byte[246], new byte[256]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static KeyDefinition Definition
    {
        get
        {
            SecurityCondition always = SecurityCondition.Always;
            return new(0x82, false, always, always, always, always, always, always);
        }
    }
}
