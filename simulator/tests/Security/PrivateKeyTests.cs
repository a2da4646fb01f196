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

    // 00 02, random bytes that are not 00, at least eight of them, 00, text.
    [TestCase(7, 247, false, TestName = "Padding_of_seven_bytes")]
    [TestCase(8, 246, true, TestName = "Padding_of_eight_bytes")]
    [TestCase(253, 1, true, TestName = "Padding_and_no_text")]
    [TestCase(254, 0, false, TestName = "Padding_without_an_end")]
    public void Padding_is_checked(int padding, int rest, bool expected)
    {
        RSA rsa = TestCards.Keys.AuthenticationKey;
        byte[] block = [0x00, 0x02, .. Enumerable.Repeat((byte)0x55, padding), .. Enumerable.Repeat((byte)0x00, rest)];
        byte[] plain = new byte[256];
        bool deciphered = new PrivateKey(Definition, rsa).TryDecipher(RsaPublic.Operation(rsa, block), plain, out int length);
        Assert.That((deciphered, length), Is.EqualTo((expected, expected ? rest - 1 : 0)));
    }

    [TestCase(0x00, 0x01, TestName = "Padding_of_a_signature")]
    [TestCase(0x01, 0x02, TestName = "Block_that_does_not_begin_with_00")]
    public void Other_blocks_are_refused(int first, int second)
    {
        RSA rsa = TestCards.Keys.AuthenticationKey;
        byte[] block = [(byte)first, (byte)second, .. Enumerable.Repeat((byte)0x55, 8), .. new byte[246]];
        Assert.That(new PrivateKey(Definition, rsa).TryDecipher(RsaPublic.Operation(rsa, block), new byte[256], out _), Is.False);
    }

    [Test]
    public void Small_numbers_are_computed_whatever_lay_in_the_memory_before()
    {
        RSA rsa = TestCards.Keys.AuthenticationKey;
        var key = new PrivateKey(Definition, rsa);
        for (byte number = 0; number < 16; number++)
        {
            byte[] block = [.. new byte[255], number];
            byte[] result = [.. Enumerable.Repeat((byte)0x55, 256)];
            Assert.That(key.TryCompute(block, result), Is.True);
            Assert.That(RsaPublic.Operation(rsa, result), Is.EqualTo(block), $"{number}");
        }
    }

    [Test]
    public void A_number_as_large_as_the_modulus_is_refused()
    {
        RSA rsa = TestCards.Keys.AuthenticationKey;
        byte[] modulus = rsa.ExportParameters(includePrivateParameters: false).Modulus!;
        Assert.That(new PrivateKey(Definition, rsa).TryCompute(modulus, new byte[256]), Is.False);
        Assert.That(new PrivateKey(Definition, rsa).TryCompute([.. Enumerable.Repeat((byte)0xFF, 256)], new byte[256]), Is.False);
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
