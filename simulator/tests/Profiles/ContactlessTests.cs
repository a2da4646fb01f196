using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Profiles;

/// <summary>A CPS3 over its contactless interface: one technical key, no code.</summary>
public sealed class ContactlessTests
{
    private static readonly Lazy<(CardProfile Profile, CardCredentials Keys)> Doctor = new(() =>
    {
        CardProfile profile = new CardCatalogue(TestCards.Fixture("cards")).Load("medecin-sans-contact");
        return (profile, new CardIssuer(TestCards.Authority, TestCards.NewFolder()).Certify(profile, revocationList: null));
    });

    private readonly CardTerminal _terminal = new(Personalisation.Make(Doctor.Value.Profile, Doctor.Value.Keys));

    [Test]
    public void Technical_key_authenticates_without_a_code()
    {
        byte[] digestInfo = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. SHA256.HashData("Badge"u8)];
        string answer = _terminal.Run(
            "00 A4 04 0C 0D E828BD080F8025000001FF0020", "00 22 41 A4 06 800102840183", $"00 88 00 00 33 {Convert.ToHexString(digestInfo)} 00");
        using RSA key = Doctor.Value.Keys.AuthenticationCertificate.GetRSAPublicKey()!;
        Assert.That(answer, Does.EndWith("9000"));
        Assert.That(key.VerifyData("Badge"u8, Convert.FromHexString(answer[..^4]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [TestCase("00 20 00 01 04 31323334", "6A88", TestName = "No_code_porteur")]
    [TestCase("00 20 00 02 08 3132333435363738", "6A88", TestName = "No_code_de_deblocage")]
    [TestCase("00 A4 04 0C 0D E828BD080F8025000001FF0010", "6A82", TestName = "No_application_of_the_contact_interface")]
    [TestCase("00 A4 09 0C 06 3F0000017001", "6A82", TestName = "No_directory_of_codes")]
    [TestCase("A0 A4 00 00 02 3F00", "6E00", TestName = "No_CPS2ter_part")]
    public void Has_less_than_the_contact_interface(string command, string expected) =>
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
}
