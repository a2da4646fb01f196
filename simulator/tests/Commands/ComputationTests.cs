using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CardConformance.Simulator.Tests.Security;

namespace CardConformance.Simulator.Tests.Commands;

/// <summary>MANAGE SECURITY ENVIRONMENT with the commands it prepares: INTERNAL AUTHENTICATE and PERFORM SECURITY OPERATION.</summary>
public sealed class ComputationTests
{
    private const string Application = "00 A4 09 0C 04 3F00 0001";
    private const string Code = "00 20 00 01 04 31323334";
    private const string SetAuthentication = "00 22 41 A4 06 80 01 02 84 01 82";
    private const string SetSignature = "00 22 41 B6 06 80 01 42 84 01 81";
    private const string SetDecipher = "00 22 41 B8 06 80 01 1A 84 01 82";
    private const string SetHash = "00 22 41 AA 03 80 01 40";
    private const string ComputeSignature = "00 2A 9E 9A 00";

    private static readonly byte[] Message = Encoding.ASCII.GetBytes("Le patient est guéri.");

    private readonly CardTerminal _terminal = new();

    private static string Digest => Convert.ToHexString(SHA256.HashData(Message));

    private static string DigestInfo => "3031300D060960864801650304020105000420" + Digest;

    [Test]
    public void Internal_authenticate_signs_a_digest_info()
    {
        string answer = _terminal.Run(Application, Code, SetAuthentication, "00 88 00 00 33" + DigestInfo);
        Assert.That(VerifiesWith(TestCards.Keys.AuthenticationCertificate, answer), Is.True);
    }

    [Test]
    public void Internal_authenticate_pads_any_bytes_as_they_come()
    {
        string answer = _terminal.Run(Application, Code, SetAuthentication, "00 88 00 00 05 0102030405");
        using RSA key = TestCards.Keys.AuthenticationCertificate.GetRSAPublicKey()!;
        string padded = Convert.ToHexString(RsaPublic.Operation(key, Bytes(answer)));
        Assert.That(padded, Is.EqualTo("0001" + new string('F', 2 * 248) + "00" + "0102030405"));
    }

    [Test]
    public void Tags_may_come_in_any_order()
    {
        string answer = _terminal.Run(Application, Code, "00 22 41 A4 06 84 01 82 80 01 02", "00 88 00 00 33" + DigestInfo);
        Assert.That(answer, Does.EndWith("9000"));
    }

    [Test]
    public void Answer_of_256_bytes_waits_behind_6100_and_may_be_fetched_in_parts()
    {
        _terminal.Run(Application, Code, SetAuthentication);
        Assert.That(_terminal.Send("00 88 00 00 33" + DigestInfo), Is.EqualTo("6100"));
        Assert.That(_terminal.Send("00 C0 00 00 E7"), Does.EndWith("6119").And.Length.EqualTo(2 * (231 + 2)));
        Assert.That(_terminal.Send("00 C0 00 00 19"), Does.EndWith("9000").And.Length.EqualTo(2 * (25 + 2)));
    }

    [Test]
    public void Internal_authenticate_takes_102_bytes_and_no_more()
    {
        _terminal.Run(Application, Code, SetAuthentication);
        Assert.That(_terminal.Send("00 88 00 00 66" + new string('0', 204)), Is.EqualTo("6100"));
        Assert.That(_terminal.Send("00 88 00 00 67" + new string('0', 206)), Is.EqualTo("6700"));
        Assert.That(_terminal.Send("00 88 00 00"), Is.EqualTo("6700"));
    }

    [TestCase("40", 64, "9000", TestName = "Last_block_of_64_bytes_is_hashed")]
    [TestCase("40", 65, "6A80", TestName = "Last_block_of_65_bytes_is_too_long")]
    [TestCase("10", 3, "9000", TestName = "Message_of_three_bytes_is_hashed_with_SHA1")]
    public void Card_hashes_the_end_of_a_message(string algorithm, int length, string expected)
    {
        byte[] message = [.. Enumerable.Range(1, length).Select(number => (byte)number)];
        _terminal.Run(Application, Code, "00 22 41 AA 03 80 01 " + algorithm);
        string data = $"9000 80{length:X2}{Convert.ToHexString(message)}".Replace(" ", "", StringComparison.Ordinal);
        Assert.That(_terminal.Send($"00 2A 90 A0 {data.Length / 2:X2} {data}"), Is.EqualTo(expected));
        if (expected == "9000")
        {
            bool sha1 = algorithm == "10";
            string answer = _terminal.Run(sha1 ? "00 22 41 B6 06 80 01 12 84 01 81" : SetSignature, ComputeSignature);
            using RSA key = TestCards.Keys.SignatureCertificate.GetRSAPublicKey()!;
            HashAlgorithmName name = sha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
            Assert.That(key.VerifyData(message, Bytes(answer), name, RSASignaturePadding.Pkcs1), Is.True, answer);
        }
    }

    [Test]
    public void State_of_a_hash_that_is_too_short_is_refused()
    {
        _terminal.Run(Application, Code, SetHash);
        Assert.That(_terminal.Send("00 2A 90 A0 0A 90 05 0102030405 80 01 00"), Is.EqualTo("6A80"));
    }

    [Test]
    public void Nothing_is_computed_before_the_code()
    {
        _terminal.Run(Application, SetAuthentication, SetSignature, SetDecipher, SetHash, "00 2A 90 A0 22 90 20" + Digest);
        Assert.That(_terminal.Send("00 88 00 00 33" + DigestInfo), Is.EqualTo("6982"));
        Assert.That(_terminal.Send(ComputeSignature), Is.EqualTo("6982"));
        Assert.That(Decipher(new byte[256]), Is.EqualTo("6982"));
    }

    [Test]
    public void Nothing_is_computed_without_an_environment()
    {
        _terminal.Run(Application, Code);
        Assert.That(_terminal.Send("00 88 00 00 33" + DigestInfo), Is.EqualTo("6985"));
        Assert.That(_terminal.Send("00 2A 90 A0 22 90 20" + Digest), Is.EqualTo("6985"));
        Assert.That(_terminal.Send(ComputeSignature), Is.EqualTo("6985"));
        Assert.That(Decipher(new byte[256]), Is.EqualTo("6985"));
    }

    [Test]
    public void Each_key_does_only_what_it_is_for()
    {
        _terminal.Run(Application, Code, "00 22 41 A4 06 80 01 02 84 01 81", "00 22 41 B6 06 80 01 42 84 01 82", "00 22 41 B8 06 80 01 1A 84 01 81");
        Assert.That(_terminal.Send("00 88 00 00 33" + DigestInfo), Is.EqualTo("6982"), "the signature key does not authenticate");
        Assert.That(_terminal.Send("00 2A 9E 9A 20" + Digest), Is.EqualTo("6982"), "the authentication key does not sign");
        Assert.That(Decipher(new byte[256]), Is.EqualTo("6982"), "the signature key does not decipher");
    }

    [Test]
    public void Signs_a_hash_given_whole() =>
        AssertSignature(_terminal.Run(Application, Code, SetHash, "00 2A 90 A0 22 90 20" + Digest, SetSignature, ComputeSignature));

    [Test]
    public void Signs_a_hash_given_with_the_command() =>
        AssertSignature(_terminal.Run(Application, Code, SetSignature, "00 2A 9E 9A 20" + Digest));

    [Test]
    public void Signs_a_message_hashed_by_the_card() =>
        AssertSignature(_terminal.Run(
            Application, Code, SetHash, $"00 2A 90 A0 {Message.Length + 4:X2} 9000 80 {Message.Length:X2}" + Convert.ToHexString(Message),
            SetSignature, ComputeSignature));

    [Test]
    public void Finishes_a_hash_that_the_host_began()
    {
        (byte[] state, byte[] begun) = HashBegun.Sha256();
        byte[] message = [.. begun, .. Message];
        string answer = _terminal.Run(
            Application, Code, SetHash,
            $"00 2A 90 A0 {2 + 40 + 2 + Message.Length:X2} 90 28 {Convert.ToHexString(state)} 0000000000000200 80 {Message.Length:X2}"
                + Convert.ToHexString(Message),
            SetSignature, ComputeSignature);
        using RSA key = TestCards.Keys.SignatureCertificate.GetRSAPublicKey()!;
        Assert.That(key.VerifyData(message, Bytes(answer), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Is.True);
    }

    [Test]
    public void A_hash_survives_the_refusal_for_want_of_the_code()
    {
        _terminal.Run(Application, SetHash, "00 2A 90 A0 22 90 20" + Digest, SetSignature);
        Assert.That(_terminal.Send(ComputeSignature), Is.EqualTo("6982"));
        AssertSignature(_terminal.Run(Code, SetSignature, ComputeSignature));
    }

    [Test]
    public void A_hash_is_signed_once()
    {
        _terminal.Run(Application, Code, SetHash, "00 2A 90 A0 22 90 20" + Digest, SetSignature, ComputeSignature);
        Assert.That(_terminal.Send(ComputeSignature), Is.EqualTo("6985"));
    }

    [TestCase("00 2A 90 A0 21 90 1F" + "00000000000000000000000000000000000000000000000000000000000000", "6A80", TestName = "Hash_too_short")]
    [TestCase("00 2A 90 A0 04 90 00 81 00", "6A80", TestName = "Unknown_tag_behind_the_state")]
    [TestCase("00 2A 90 A0 03 91 01 00", "6A80", TestName = "Unknown_tag")]
    [TestCase("00 2A 90 A1 02 90 00", "6A86", TestName = "Unknown_operation")]
    public void Hash_refuses(string command, string expected)
    {
        _terminal.Run(Application, SetHash);
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
    }

    [Test]
    public void Hash_refuses_a_state_in_the_middle_of_a_block()
    {
        _terminal.Run(Application, SetHash);
        Assert.That(_terminal.Send("00 2A 90 A0 2C 90 28" + new string('0', 64) + "0000000000000208" + "80 00"), Is.EqualTo("6A80"));
    }

    [Test]
    public void Deciphers_what_was_made_for_it()
    {
        using RSA key = TestCards.Keys.AuthenticationCertificate.GetRSAPublicKey()!;
        _terminal.Run(Application, Code, SetDecipher);
        Assert.That(Decipher(key.Encrypt(Message, RSAEncryptionPadding.Pkcs1)), Is.EqualTo(Convert.ToHexString(Message) + "9000"));
    }

    [Test]
    public void Decipher_refuses_what_was_not_made_for_it()
    {
        _terminal.Run(Application, Code, SetDecipher);
        Assert.That(Decipher([.. Enumerable.Repeat((byte)1, 256)]), Is.EqualTo("6A80"), "wrong padding");
        Assert.That(Decipher([.. Enumerable.Repeat((byte)0xFF, 256)]), Is.EqualTo("6A80"), "greater than the modulus");
        Assert.That(Decipher(new byte[255]), Is.EqualTo("6700"));
        Assert.That(_terminal.Send("00 2A 80 86 01 81"), Is.EqualTo("6700"));
    }

    [Test]
    public void A_chain_is_broken_by_another_command()
    {
        using RSA key = TestCards.Keys.AuthenticationCertificate.GetRSAPublicKey()!;
        string cryptogram = "81" + Convert.ToHexString(key.Encrypt(Message, RSAEncryptionPadding.Pkcs1));
        _terminal.Run(Application, Code, SetDecipher);
        Assert.That(_terminal.Send("10 2A 80 86 FF" + cryptogram[..510]), Is.EqualTo("9000"));
        _terminal.Send("00 84 00 00 08");
        Assert.That(_terminal.Send("00 2A 80 86 02" + cryptogram[510..]), Is.EqualTo("6700"));
    }

    [Test]
    public void A_chain_that_never_ends_is_refused()
    {
        _terminal.Run(Application, Code, SetDecipher);
        string part = "10 2A 80 86 FF" + new string('0', 510);
        Assert.That(new[] { _terminal.Send(part), _terminal.Send(part), _terminal.Send(part) }, Is.EqualTo(["9000", "9000", "6700"]));
    }

    [TestCase("00 22 41 A4 06 80 01 02 84 01 83", "6A88", TestName = "Key_that_is_not_there")]
    [TestCase("00 22 41 A4 06 80 01 42 84 01 82", "6A80", TestName = "Algorithm_of_another_operation")]
    [TestCase("00 22 41 A4 03 84 01 82", "6A80", TestName = "No_algorithm")]
    [TestCase("00 22 41 A4 03 80 01 02", "6A80", TestName = "No_key")]
    [TestCase("00 22 41 A4 06 80 01 02 85 01 82", "6A80", TestName = "Unknown_tag_in_the_template")]
    [TestCase("00 22 41 A4 05 80 01 02 84 02", "6A80", TestName = "Torn_template")]
    [TestCase("00 22 41 AA 03 80 01 42", "6A80", TestName = "Hash_algorithm_that_is_none")]
    [TestCase("00 22 41 B4 06 80 01 02 84 01 82", "6A86", TestName = "Unknown_template")]
    [TestCase("00 22 F3 01", "6A86", TestName = "Restore")]
    public void Environment_refuses(string command, string expected) =>
        Assert.That(_terminal.Run(Application, command), Is.EqualTo(expected));

    [Test]
    public void Keys_belong_to_the_application() =>
        Assert.That(_terminal.Run("00 A4 09 0C 02 3F00", SetAuthentication), Is.EqualTo("6A88"));

    [Test]
    public void Reset_forgets_code_environment_and_hash()
    {
        _terminal.Run(Application, Code, SetAuthentication, SetSignature, SetHash, "00 2A 90 A0 22 90 20" + Digest);
        _terminal.Card.Reset();
        _terminal.Run(Application, Code);
        Assert.That(_terminal.Send("00 88 00 00 33" + DigestInfo), Is.EqualTo("6985"));
        Assert.That(_terminal.Send(ComputeSignature), Is.EqualTo("6985"));
    }

    private static void AssertSignature(string answer) =>
        Assert.That(VerifiesWith(TestCards.Keys.SignatureCertificate, answer), Is.True, answer);

    private static bool VerifiesWith(X509Certificate2 certificate, string answer)
    {
        using RSA key = certificate.GetRSAPublicKey()!;
        return answer.EndsWith("9000", StringComparison.Ordinal)
            && key.VerifyData(Message, Bytes(answer), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static byte[] Bytes(string answer) => Convert.FromHexString(answer[..^4]);

    private string Decipher(byte[] cryptogram)
    {
        string data = "81" + Convert.ToHexString(cryptogram);
        string first = _terminal.Send("10 2A 80 86 FF" + data[..Math.Min(510, data.Length)].PadRight(510, '0'));
        return first != "9000" ? first : _terminal.Fetch($"00 2A 80 86 {(data.Length - 510) / 2:X2}" + data[510..]);
    }
}
