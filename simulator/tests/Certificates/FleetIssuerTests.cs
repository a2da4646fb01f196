using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Certificates;

public sealed class FleetIssuerTests
{
    private const string CodePorteur = "00 20 00 01 04 31323334";
    private const string AuthenticationCertificate = "00 A4 08 0C 04 0001 B002";
    private const string SerialNumber = "00 B0 9C 00 0C";

    private static readonly (RSA Signature, RSA Authentication)[] Keys =
        [(TestCards.Keys.SignatureKey, TestCards.Keys.AuthenticationKey), (RSA.Create(2048), RSA.Create(2048))];

    // Read once: a layout belongs to the generation that was read.
    private static readonly CardProfile Doctor = TestCards.Doctor;

    private int _asked;

    [Test]
    public void Certificate_is_made_when_it_is_first_read_and_stays()
    {
        VirtualCard card = NewIssuer().Issue(5);
        int before = _asked;
        byte[] certificate = Read(card);
        Assert.That(_asked, Is.GreaterThan(before));
        int after = _asked;
        Assert.That(Read(card), Is.EqualTo(certificate));
        Assert.That(_asked, Is.EqualTo(after));
    }

    [Test]
    public void Nothing_but_certificates_is_made_late()
    {
        VirtualCard card = NewIssuer().Issue(5);
        int before = _asked;
        foreach (ElementaryFile file in card.State.Layout.MasterFile.Files.Concat(card.State.Layout.KeyDirectory.Files))
        {
            if (file.Identifier is not (0xB001 or 0xB002))
            {
                Assert.That(card.State.ContentOf(file).Length, Is.Positive, file.Identifier.ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        Assert.That(_asked, Is.EqualTo(before));
    }

    [Test]
    public void Size_in_the_control_parameters_is_that_of_the_certificate()
    {
        VirtualCard card = NewIssuer().Issue(5);
        string described = new CardTerminal(card).Fetch("00 A4 08 04 04 0001 B002 00");
        Assert.That(described[4..12], Is.EqualTo($"8002{Read(card).Length:X4}"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    public void Certificate_is_the_holders_and_its_key_signs(int number)
    {
        VirtualCard card = NewIssuer().Issue(number);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Read(card));
        Assert.That(certificate.Subject, Does.Contain(IdentifierOf(number)));

        byte[] hash = SHA256.HashData([(byte)number]);
        string digestInfo = "3031300D060960864801650304020105000420" + Convert.ToHexString(hash);
        string signature = new CardTerminal(card).Run(
            "00 A4 04 0C 0D E828BD080F8025000001FF0010", CodePorteur, "00 22 41 A4 06 800102840182", $"00 88 00 00 33 {digestInfo} 00");
        using RSA key = certificate.GetRSAPublicKey()!;
        Assert.That(
            key.VerifyHash(hash, Convert.FromHexString(signature[..^4]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Is.True, signature);
    }

    [Test]
    public void Certificate_leads_to_the_root()
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Read(NewIssuer().Issue(3)));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(TestCards.Authority.Roots);
        chain.ChainPolicy.ExtraStore.AddRange(TestCards.Authority.Intermediates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        Assert.That(chain.Build(certificate), Is.True, string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation)));
    }

    [Test]
    public void Cards_share_their_layout_and_nothing_that_is_their_own()
    {
        FleetIssuer issuer = NewIssuer();
        VirtualCard one = issuer.Issue(10);
        VirtualCard other = issuer.Issue(11);
        var terminal = new CardTerminal(one);
        var otherTerminal = new CardTerminal(other);
        Assert.That(other.State.Layout, Is.SameAs(one.State.Layout));
        Assert.That(terminal.Send(SerialNumber), Does.Contain("20000010"));
        Assert.That(otherTerminal.Send(SerialNumber), Does.Contain("20000011"));

        Assert.That(terminal.Send("00 20 00 01 04 39393939"), Is.EqualTo("63C2"));
        Assert.That(otherTerminal.Send("00 20 00 01"), Is.EqualTo("63C3"));
        Assert.That(otherTerminal.Send(CodePorteur), Is.EqualTo("9000"));
        Assert.That(terminal.Send("00 20 00 01"), Is.EqualTo("63C2"));
    }

    [Test]
    public void Cards_with_other_situations_have_another_layout()
    {
        CardProfile two = TestCards.Doctor with { Situations = [.. TestCards.Doctor.Situations, TestCards.Doctor.Situations[0] with { Number = 9 }] };
        VirtualCard card = TestCards.New(two);
        Assert.That(card.State.Layout.KeyDirectory.FindFile(0xD128), Is.Not.Null);
        Assert.That(TestCards.New().State.Layout.KeyDirectory.FindFile(0xD128), Is.Null);
    }

    [Test]
    public void A_change_on_one_card_is_not_on_the_others()
    {
        FleetIssuer issuer = NewIssuer();
        var terminal = new CardTerminal(issuer.Issue(20));
        Assert.That(terminal.Run(CodePorteur, "00 A4 08 0C 04 0001 D107", "00 D6 00 00 02 CAFE"), Is.EqualTo("9000"));
        Assert.That(terminal.Send("00 B0 00 00 02"), Is.EqualTo("CAFE9000"));
        Assert.That(
            new CardTerminal(issuer.Issue(21)).Run("00 A4 08 0C 04 0001 D107", "00 B0 00 00 02"), Is.Not.EqualTo("CAFE9000"));
    }

    [Test]
    public void Fetching_ahead_changes_nothing()
    {
        VirtualCard card = NewIssuer().Issue(30);
        var terminal = new CardTerminal(card);
        foreach (string command in new[] { CodePorteur, "00 20 00 01", "00 A4 08 00 02 D010 00" })
        {
            Assert.That(terminal.Send(command), Does.Match("^(9000|61..)$"));
            card.Fetch(Convert.FromHexString(command.Replace(" ", "", StringComparison.Ordinal)));
        }

        Assert.That(terminal.Send("00 C0 00 00 02"), Does.StartWith("62"));
        Assert.That(_asked, Is.EqualTo(1));
    }

    private static string IdentifierOf(int number) => string.Create(CultureInfo.InvariantCulture, $"899700{number:D6}");

    private static byte[] Read(VirtualCard card)
    {
        var terminal = new CardTerminal(card);
        card.Reset();
        Assert.That(terminal.Send(AuthenticationCertificate), Is.EqualTo("9000"));
        return card.State.ContentOf(card.State.CurrentFile!).ToArray();
    }

    private FleetIssuer NewIssuer() => new(TestCards.Authority, Keys, ProfileOf, DateTimeOffset.UtcNow);

    private CardProfile ProfileOf(int number)
    {
        _asked++;
        return Doctor with
        {
            SerialNumber = string.Create(CultureInfo.InvariantCulture, $"{20_000_000 + number}"),
            Holder = Doctor.Holder with { IdentifiantNational = IdentifierOf(number) },
        };
    }
}
