using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Certificates;

public sealed class CardIssuerTests
{
    private static readonly X509Certificate2 Authentication = TestCards.Keys.AuthenticationCertificate;
    private static readonly X509Certificate2 Signature = TestCards.Keys.SignatureCertificate;

    [Test]
    public void Both_certificates_lead_to_the_root()
    {
        foreach (X509Certificate2 certificate in new[] { Authentication, Signature })
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(TestCards.Authority.Roots);
            chain.ChainPolicy.ExtraStore.AddRange(TestCards.Authority.Intermediates);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            Assert.That(chain.Build(certificate), Is.True, string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation)));
            Assert.That(chain.ChainElements, Has.Count.EqualTo(3));
        }
    }

    [Test]
    public async Task Openssl_reads_and_verifies_it()
    {
        string folder = TestCards.NewFolder();
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "aut.pem");
        await File.WriteAllTextAsync(file, Authentication.ExportCertificatePem());
        string authority = TestCards.Authority.Folder;
        string verified = await OpensslAsync(
            "verify", "-CAfile", Path.Combine(authority, "fort-racine.crt"), "-untrusted", Path.Combine(authority, "fort-personnes.crt"), file);
        string text = await OpensslAsync("x509", "-in", file, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus_space,esc_ctrl");
        Assert.That(verified, Does.Contain("OK"));
        Assert.That(text, Does.Contain("Subject: C=FR, title=Médecin, SN=MARTIN + GN=CLAIRE + CN=899700000013"));
        Assert.That(text, Does.Contain("Issuer: C=FR, O=ASIP-SANTE, OU=0002 187512751, OU=IGC-SANTE TEST, CN=TEST AC IGC-SANTE FORT PERSONNES"));
        Assert.That(text, Does.Contain("othername: UPN::8.99700000013@carte-cps.fr"));
        Assert.That(text, Does.Contain("TLS Web Client Authentication, Microsoft Smartcard Login"));
        Assert.That(text, Does.Contain("URI:http://127.0.0.1:9/list.crl"));
    }

    [TestCase("1.2.250.1.71.1.2.2", "020100", TestName = "Product_type_CPS")]
    [TestCase("1.2.250.1.71.1.2.3", "1315383032353030303030312F32363030303030303031", TestName = "Issuer_and_card_number")]
    [TestCase("1.2.250.1.71.1.2.5", "040180", TestName = "Mark_of_authentication")]
    [TestCase("1.2.250.1.71.1.2.7", "13023130", TestName = "Profession")]
    public void Ans_extensions_are_there(string oid, string expected) =>
        Assert.That(Convert.ToHexString(Authentication.Extensions[oid]!.RawData), Is.EqualTo(expected));

    [TestCase("ambulancier-cpe-anonyme", "C=FR, ST=Seine-Maritime (76), O=AMBULANCES DU PORT, OU=379900000700010, title=Carte de service santé ou social, pseudonym=EMPLOYE000000003, CN=579900000700010/000000003", TestName = "Subject_of_a_non_nominative_CPE")]
    [TestCase("ambulancier-cde", "C=FR, ST=Seine-Maritime (76), O=AMBULANCES DU PORT, OU=379900000700010, title=Carte de service santé ou social, GN=ANNE + SN=ROUSSEL + CN=579900000700010/000000001", TestName = "Subject_of_a_CDE")]
    [TestCase("orthophoniste", "C=FR, title=Orthophoniste, GN=ALICE + SN=CHEVALIER + CN=0769100012", TestName = "Subject_of_an_ADELI_professional")]
    public async Task Subject_is_that_of_its_kind(string profile, string expected)
    {
        string subject = await OpensslAsync(
            "x509", "-in", await WriteCertificateOfAsync(profile), "-noout", "-subject", "-nameopt", "utf8,sep_comma_plus_space,esc_ctrl");
        Assert.That(subject.Trim(), Is.EqualTo("subject=" + expected));
    }

    [TestCase("medecin-en-formation", "020101", null, "13023130", TestName = "Extensions_of_a_CPF")]
    [TestCase("ambulancier-cde", "020102", null, null, TestName = "Extensions_of_a_CDE")]
    [TestCase("assistant-medical", "020102", null, null, TestName = "Extensions_of_a_CPE")]
    [TestCase("personnel-autorise", "020103", null, null, TestName = "Extensions_of_a_CPA")]
    [TestCase("sage-femme", "020100", "13023530", null, TestName = "Extensions_of_a_CPS")]
    public void Extensions_are_those_of_its_kind(string profile, string product, string? profession, string? futureProfession)
    {
        X509Certificate2 certificate = CertificateOf(profile);
        Assert.That(Extension(certificate, "1.2.250.1.71.1.2.2"), Is.EqualTo(product));
        Assert.That(Extension(certificate, "1.2.250.1.71.1.2.7"), Is.EqualTo(profession));
        Assert.That(Extension(certificate, "1.2.250.1.71.1.2.8"), Is.EqualTo(futureProfession));
    }

    [TestCase("medecin", "fort", TestName = "CPS_is_issued_by_FORT")]
    [TestCase("taxi-cpe", "standard", TestName = "CPE_is_issued_by_STANDARD")]
    public async Task Kinds_have_their_authority(string profile, string family)
    {
        string authority = TestCards.Authority.Folder;
        string verified = await OpensslAsync(
            "verify", "-CAfile", Path.Combine(authority, family + "-racine.crt"),
            "-untrusted", Path.Combine(authority, family + "-personnes.crt"),
            await WriteCertificateOfAsync(profile));
        Assert.That(verified, Does.Contain("OK"));
    }

    [Test]
    public void Signature_certificate_is_for_signatures_only()
    {
        X509KeyUsageExtension usage = Signature.Extensions.OfType<X509KeyUsageExtension>().Single();
        Assert.That(usage.KeyUsages, Is.EqualTo(X509KeyUsageFlags.NonRepudiation));
        Assert.That(Signature.Extensions.OfType<X509EnhancedKeyUsageExtension>(), Is.Empty, "a browser must not offer it for TLS");
    }

    [Test]
    public void Card_is_valid_for_three_years() =>
        Assert.That(Authentication.NotBefore.AddYears(3), Is.EqualTo(Authentication.NotAfter));

    [Test]
    public void Reissued_card_is_the_same_card()
    {
        string cache = TestCards.NewFolder();
        var issuer = new CardIssuer(TestCards.Authority, cache);
        string first = ReadCertificate(issuer.Reissue(TestCards.Doctor, null).Card);
        string second = ReadCertificate(new CardIssuer(TestCards.Authority, cache).Reissue(TestCards.Doctor, null).Card);
        string other = ReadCertificate(issuer.Reissue(TestCards.Doctor with { CardNumber = "2600000002" }, null).Card);
        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public void Keys_are_for_their_owner_only()
    {
        string cache = TestCards.NewFolder();
        new CardIssuer(TestCards.Authority, cache).Reissue(TestCards.Doctor, null);
        string[] files = [.. Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories), .. Directory.EnumerateFiles(TestCards.Authority.Folder)];
        Assert.That(files.Select(File.GetUnixFileMode), Has.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        string[] folders = [cache, .. Directory.EnumerateDirectories(cache, "*", SearchOption.AllDirectories), TestCards.Authority.Folder];
        Assert.That(
            folders.Select(File.GetUnixFileMode),
            Has.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public void Revocation_list_names_the_card_and_is_read_by_openssl()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        byte[] list = TestCards.Authority.RevocationList(
            TestAuthority.Persons, [Authentication.SerialNumberBytes.ToArray()], now, now.AddDays(1));
        CertificateRevocationListBuilder.Load(list, out System.Numerics.BigInteger number);
        Assert.That(number, Is.EqualTo(new System.Numerics.BigInteger(now.ToUnixTimeSeconds())));
        CertificateRevocationListBuilder builder = CertificateRevocationListBuilder.Load(list, out _);
        Assert.That(builder.RemoveEntry(Authentication.SerialNumberBytes.Span), Is.True);
    }

    [Test]
    public void Two_at_the_same_time_make_one_authority()
    {
        string cache = TestCards.NewFolder();
        string definition = TestCards.Fixture("certificates/authorities.json");
        TestAuthority[] opened = new TestAuthority[4];
        Parallel.For(0, opened.Length, i => opened[i] = TestAuthority.Open(definition, cache));
        Assert.That(opened.Select(authority => authority.Roots[0].Thumbprint).Distinct(), Has.Exactly(1).Items);
        Assert.That(Directory.EnumerateDirectories(cache), Has.Exactly(1).Items);
    }

    [Test]
    public void Server_certificate_is_for_this_machine()
    {
        using X509Certificate2 certificate = ServerCertificate.ForThisMachine(TestCards.Authority);
        Assert.That(certificate.MatchesHostname("localhost"), Is.True);
        Assert.That(certificate.HasPrivateKey, Is.True);
    }

    private static string ReadCertificate(CardConformance.Simulator.Card.VirtualCard card) =>
        new CardTerminal(card).Run("00 A4 09 0C 06 3F00 0001 B002", "00 B0 00 00 00");

    private static async Task<string> OpensslAsync(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + errors;
    }

    private static string? Extension(X509Certificate2 certificate, string oid) =>
        certificate.Extensions[oid] is { } extension ? Convert.ToHexString(extension.RawData) : null;

    private static X509Certificate2 CertificateOf(string profile)
    {
        var issuer = new CardIssuer(TestCards.Authority, TestCards.NewFolder());
        return issuer.Certify(new CardCatalogue(TestCards.Fixture("cards")).Load(profile), revocationList: null).AuthenticationCertificate;
    }

    private static async Task<string> WriteCertificateOfAsync(string profile)
    {
        string folder = TestCards.NewFolder();
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "certificate.pem");
        await File.WriteAllTextAsync(file, CertificateOf(profile).ExportCertificatePem());
        return file;
    }
}
