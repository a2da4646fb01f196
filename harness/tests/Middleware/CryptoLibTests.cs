using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>
/// ANS's own middleware takes the card for a real one. It is not Debian's: the tests run where <c>CPS_PKCS11_MODULE</c> names its
/// module, for example <c>/opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so</c>.
/// </summary>
public sealed class CryptoLibTests
{
    private const string Variable = "CPS_PKCS11_MODULE";

    private static readonly byte[] Message = "Ordonnance du 3 mars"u8.ToArray();

    private static string Module => Environment.GetEnvironmentVariable(Variable) ?? "";

    [SetUp]
    public void NeedCryptoLib()
    {
        if (!File.Exists(Module))
        {
            Assert.Ignore($"CryptoLib CPS is missing: {Variable} has to name its PKCS#11 module.");
        }
    }

    [TestCase("medecin", TestName = "CryptoLib_shows_the_token_of_a_CPS3")]
    [TestCase("medecin-cps4", TestName = "CryptoLib_shows_the_token_of_a_CPS4")]
    public async Task Shows_the_token(string name)
    {
        await using Desk desk = await Desk.WithAsync(name);
        string tokens = await desk.RunAsync("--list-token-slots");
        Assert.That(tokens, Does.Contain($"token label        : {desk.Profile.TokenLabel}\n"));
        Assert.That(tokens, Does.Contain($"serial num         : {desk.Profile.SerialNumber}\n"));
        Assert.That(tokens, Does.Contain("token flags        : login required, rng, token initialized, PIN initialized\n"));
    }

    [TestCase("medecin", "CPS_SIT_FACT", "CPS2TER_ACTIVITY_01_PS", TestName = "CryptoLib_lists_the_objects_of_a_CPS3")]
    [TestCase("medecin-cps4", TestName = "CryptoLib_lists_the_objects_of_a_CPS4")]
    public async Task Lists_objects_before_and_after_the_code(string name, params string[] more)
    {
        string[] always = ["Certificat de Signature CPS", "Certificat d'Authentification CPS", "CPS_DATA", "CPS_ID_CARD", "CPS_NAME_PS", "CPS_LANG_PS", "CPS_INFO_PS"];
        string[] afterCode = ["CPS_PRIV_SIG", "CPS_PRIV_AUT", "CPS_ACTIVITY_01_PS", .. more];
        await using Desk desk = await Desk.WithAsync(name);
        string before = await desk.RunAsync("--list-objects");
        string after = await desk.RunAsync("--list-objects", "--login", "--pin", desk.Profile.CodePorteur);
        foreach (string label in always)
        {
            Assert.That(before, Does.Contain(label));
        }

        foreach (string label in afterCode)
        {
            Assert.That(before, Does.Not.Contain(label));
            Assert.That(after, Does.Contain(label));
        }
    }

    [TestCase("medecin", "01", "SHA256-RSA-PKCS", TestName = "CryptoLib_signs_SHA256_with_a_CPS3")]
    [TestCase("medecin", "01", "SHA1-RSA-PKCS", TestName = "CryptoLib_signs_SHA1_with_a_CPS3")]
    [TestCase("medecin", "02", "RSA-PKCS", TestName = "CryptoLib_authenticates_with_a_CPS3")]
    [TestCase("medecin", "01", "RSA-PKCS", TestName = "CryptoLib_signs_a_DigestInfo_with_a_CPS3")]
    [TestCase("medecin-cps4", "10", "SHA256-RSA-PKCS", TestName = "CryptoLib_signs_SHA256_with_a_CPS4")]
    [TestCase("medecin-cps4", "10", "SHA1-RSA-PKCS", TestName = "CryptoLib_signs_SHA1_with_a_CPS4")]
    [TestCase("medecin-cps4", "10", "SHA256-RSA-PKCS-PSS", TestName = "CryptoLib_signs_PSS_with_a_CPS4")]
    [TestCase("medecin-cps4", "20", "SHA256-RSA-PKCS-PSS", TestName = "CryptoLib_authenticates_with_PSS_and_a_CPS4")]
    public async Task Signs(string name, string key, string mechanism)
    {
        await using Desk desk = await Desk.WithAsync(name);
        string identifier = Convert.ToHexStringLower(desk.Profile.Generation.ObjectPrefix) + key;
        byte[] input = mechanism == "RSA-PKCS" ? [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. SHA256.HashData(Message)] : Message;
        await File.WriteAllBytesAsync(desk.In("input"), input);
        await desk.RunAsync(
            "--login", "--pin", desk.Profile.CodePorteur, "--sign", "--mechanism", mechanism, "--id", identifier,
            "--input-file", desk.In("input"), "--output-file", desk.In("signature"));
        await desk.RunAsync("--read-object", "--type", "cert", "--id", identifier, "--output-file", desk.In("certificate"));
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(desk.In("certificate"));
        using RSA publicKey = certificate.GetRSAPublicKey()!;
        Assert.That(publicKey.VerifyData(
            Message,
            await File.ReadAllBytesAsync(desk.In("signature")),
            mechanism.StartsWith("SHA1", StringComparison.Ordinal) ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256,
            mechanism.EndsWith("PSS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));
    }

    [TestCase("medecin", TestName = "CryptoLib_blocks_and_frees_a_CPS3")]
    [TestCase("medecin-cps4", TestName = "CryptoLib_blocks_and_frees_a_CPS4")]
    public async Task Wrong_codes_block_and_the_code_de_deblocage_frees(string name)
    {
        string[] list = ["--list-objects", "--login", "--pin"];
        await using Desk desk = await Desk.WithAsync(name);
        Assert.That(await desk.RefuseAsync([.. list, "9999"]), Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("user PIN count low"));
        Assert.That(await desk.RefuseAsync([.. list, "9999"]), Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("final user PIN try"));
        await desk.RefuseAsync([.. list, "9999"]);
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("user PIN locked"));
        Assert.That(await desk.RefuseAsync([.. list, desk.Profile.CodePorteur]), Does.Contain("CKR_PIN_LOCKED"));

        await desk.RunAsync("--login", "--login-type", "so", "--so-pin", desk.Profile.CodeDeblocage, "--init-pin", "--new-pin", "2468");
        Assert.That(await desk.RunAsync([.. list, "2468"]), Does.Contain("CPS_PRIV_AUT"));
    }

    [TestCase("medecin", TestName = "CryptoLib_changes_the_code_of_a_CPS3")]
    [TestCase("medecin-cps4", TestName = "CryptoLib_changes_the_code_of_a_CPS4")]
    public async Task Changes_the_code(string name)
    {
        await using Desk desk = await Desk.WithAsync(name);
        await desk.RunAsync("--login", "--pin", desk.Profile.CodePorteur, "--change-pin", "--new-pin", "4321");
        Assert.That(await desk.RefuseAsync("--list-objects", "--login", "--pin", desk.Profile.CodePorteur), Does.Contain("CKR_PIN_INCORRECT"));
        await desk.RunAsync("--list-objects", "--login", "--pin", "4321");
    }

    [Test]
    public async Task Contactless_card_has_no_code_and_no_signature()
    {
        await using Desk desk = await Desk.WithAsync("medecin-sans-contact");
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("token flags        : rng, token initialized\n"));
        string objects = await desk.RunAsync("--list-objects");
        Assert.That(objects, Does.Contain("CPS_PRIV_TECH_AUT").And.Contain("e828bd080f8025000001ff001003").And.Contain("Certificat Technique CPS"));
        Assert.That(objects, Does.Not.Contain("CPS_PRIV_SIG").And.Not.Contain("CPS_ACTIVITY"));
        Assert.That(
            await desk.RefuseAsync("--list-objects", "--login", "--pin", desk.Profile.CodePorteur), Does.Contain("CKR_USER_PIN_NOT_INITIALIZED"));
    }

    /// <summary>A reader with a card, alone on its pcscd: CryptoLib takes the first card that it finds.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly PcscDaemon _daemon;
        private readonly ReaderLink _link;
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-cryptolib-");

        private Desk(PcscDaemon daemon, ReaderLink link, CardProfile profile)
        {
            _daemon = daemon;
            _link = link;
            Profile = profile;
        }

        internal CardProfile Profile { get; }

        internal static async Task<Desk> WithAsync(string name)
        {
            // CryptoLib keeps files by serial number, on disk and for good: a card that was there before would be read from there.
            string serial = $"{Random.Shared.Next(10_000_000, 97_000_000)}";
            CardProfile profile = CardIssuing.Catalogue.Load(name) with { SerialNumber = serial, CardNumber = "26" + serial };
            PcscDaemon daemon = await PcscDaemon.StartAsync(new() { Readers = 1 });
            return new(daemon, ReaderLink.Insert(daemon.SlotSockets[0], Cards.New(profile)), profile);
        }

        internal string In(string name) => Path.Combine(_folder.FullName, name);

        internal async Task<string> RunAsync(params string[] arguments)
        {
            ProgramResult result = await Pkcs11ToolAsync(arguments);
            Assert.That(result.ExitCode, Is.Zero, result.Text);
            return result.Output;
        }

        internal async Task<string> RefuseAsync(params string[] arguments)
        {
            ProgramResult result = await Pkcs11ToolAsync(arguments);
            Assert.That(result.ExitCode, Is.Not.Zero, result.Text);
            return result.Text;
        }

        public async ValueTask DisposeAsync()
        {
            _link.Dispose();
            await _link.Ended;
            await _daemon.DisposeAsync();
            _folder.Delete(recursive: true);
        }

        // Codes of test cards on a test's command line: nobody's secret, and pkcs11-tool has no other way.
        private Task<ProgramResult> Pkcs11ToolAsync(string[] arguments) => new ProgramRun("pkcs11-tool", ["--module", Module, .. arguments])
        {
            Environment = new Dictionary<string, string> { [PcscDaemon.SocketVariable] = _daemon.ClientSocket },
        }.RunAsync();
    }
}
