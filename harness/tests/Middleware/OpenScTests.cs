using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>Debian's OpenSC takes the card for a real one. Expected texts are what it shows of a real CPS3, where that is public.</summary>
public sealed class OpenScTests : IDisposable
{
    private const string AuthenticationKey = "e828bd080f8025000001ff001002";

    private readonly Readers.Lease _reader = Readers.Take();
    private readonly CardProfile _profile = Cards.NewDoctor();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-opensc-");

    public OpenScTests() => _reader.Insert(Cards.New(_profile), new PinPad(AtThePad));

    // The person at the pad knows the code; a change goes from 1234 to 4321.
    private PinPadEntry AtThePad(PinPadRequest request) =>
        PinPadEntry.Typed(request.Prompt == PinPadPrompt.Current ? _profile.CodePorteur : "4321");

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Opensc_tool_knows_the_card()
    {
        ProgramResult result = await RunAsync("opensc-tool", "--reader", _reader.Name, "--name", "--atr");
        Assert.That(result.Text, Does.Contain("IAS-ECC").And.Contain("3b:ac:00:40:2a:00:12:25:00:64:80:00:03:10:00:90:00"));
    }

    [Test]
    public async Task Pkcs15_tool_lists_token_codes_keys_certificates_and_data()
    {
        string dump = (await RunAsync("pkcs15-tool", "--reader", _reader.Name, "--dump")).Output;
        foreach (string line in new[]
        {
            $"PKCS#15 Card [{_profile.TokenLabel}]:",
            "Manufacturer ID: ASIP SANTE",
            "Flags          : Read-only, Login required",
            "PIN [Code porteur]",
            "Length         : min_len:4, max_len:4, stored_len:4",
            "PIN [Code de deblocage]",
            "Private RSA Key [CPS_PRIV_SIG]",
            "Access Rules   : pso_cds:01;",
            "Private RSA Key [CPS_PRIV_AUT]",
            "Access Rules   : pso_decrypt:01; int_auth:01;",
            "Key ref        : 130 (0x82)",
            "X.509 Certificate [Certificat de Signature CPS]",
            "X.509 Certificate [Certificat d'Authentification CPS]",
            "Data object 'CPS_NAME_PS'",
            "Data object 'CPS_ACTIVITY_01_PS'",
        })
        {
            Assert.That(dump, Does.Contain(line));
        }
    }

    [Test]
    public async Task Signature_of_the_authentication_key_is_verified_by_openssl()
    {
        byte[] message = Encoding.UTF8.GetBytes("Ordonnance du 3 mars");
        byte[] digestInfo = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. SHA256.HashData(message)];
        await File.WriteAllBytesAsync(In("message"), message);
        await File.WriteAllBytesAsync(In("digest-info"), digestInfo);
        ProgramResult signed = await Pkcs11Async(
            "--sign", "--mechanism", "RSA-PKCS", "--id", AuthenticationKey, "--input-file", In("digest-info"), "--output-file", In("signature"));
        Assert.That(signed.ExitCode, Is.Zero, signed.Text);
        await WriteCertificateAsync();
        ProgramResult key = await RunAsync("openssl", "x509", "-in", In("certificate"), "-pubkey", "-noout", "-out", In("key"));
        ProgramResult verified = await RunAsync("openssl", "dgst", "-sha256", "-verify", In("key"), "-signature", In("signature"), In("message"));
        Assert.That(verified.Output, Is.EqualTo("Verified OK\n"), key.Text + verified.Text);
    }

    [Test]
    public async Task Certificate_names_the_holder()
    {
        await WriteCertificateAsync();
        string subject = (await RunAsync("openssl", "x509", "-in", In("certificate"), "-noout", "-subject", "-nameopt", "utf8,sep_comma_plus_space")).Output;
        Assert.That(subject, Is.EqualTo("subject=C=FR, title=Médecin, SN=MARTIN + GN=CLAIRE + CN=899700000013\n"));
    }

    [Test]
    public async Task Three_wrong_codes_block_and_the_code_de_deblocage_frees()
    {
        Assert.That((await Pkcs11WithAsync("9999", "--list-objects")).Text, Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await TokenFlagsAsync(), Does.Contain("user PIN count low"));
        Assert.That((await Pkcs11WithAsync("9999", "--list-objects")).Text, Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await TokenFlagsAsync(), Does.Contain("final user PIN try"));
        Assert.That((await Pkcs11WithAsync("9999", "--list-objects")).Text, Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await TokenFlagsAsync(), Does.Contain("user PIN locked"));
        Assert.That((await Pkcs11WithAsync("1234", "--list-objects")).Text, Does.Contain("CKR_PIN_LOCKED"), "the right code does not help");

        ProgramResult freed = await RunAsync(
            "pkcs15-tool", "--reader", _reader.Name, "--unblock-pin", "--auth-id", "01", "--puk", "12345678", "--new-pin", "5678");
        Assert.That(freed.ExitCode, Is.Zero, freed.Text);
        Assert.That((await Pkcs11WithAsync("5678", "--list-objects")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Pkcs15_tool_verifies_and_changes_the_code()
    {
        string[] code = ["--reader", _reader.Name, "--auth-id", "01", "--pin"];
        ProgramResult wrong = await RunAsync("pkcs15-tool", ["--verify-pin", .. code, "9999"]);
        Assert.That(wrong.ExitCode, Is.Not.Zero);
        Assert.That(wrong.Text, Does.Contain("PIN code or key incorrect"));
        ProgramResult verified = await RunAsync("pkcs15-tool", ["--verify-pin", .. code, _profile.CodePorteur]);
        Assert.That(verified.ExitCode, Is.Zero, verified.Text);
        ProgramResult changed = await RunAsync("pkcs15-tool", ["--change-pin", .. code, _profile.CodePorteur, "--new-pin", "4321"]);
        Assert.That(changed.ExitCode, Is.Zero, changed.Text);
        Assert.That((await Pkcs11Async("--list-objects")).Text, Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That((await Pkcs11WithAsync("4321", "--list-objects")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Pkcs11_tool_changes_the_code()
    {
        ProgramResult changed = await Pkcs11Async("--change-pin", "--new-pin", "4321");
        Assert.That(changed.ExitCode, Is.Zero, changed.Text);
        Assert.That((await Pkcs11Async("--list-objects")).Text, Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That((await Pkcs11WithAsync("4321", "--list-objects")).ExitCode, Is.Zero);
    }

    // OpenSC's own limit, real cards included. At a reader without PIN pad, where pkcs11-tool hands the codes over.
    [Test]
    public async Task Pkcs11_tool_frees_no_code()
    {
        await using PcscDaemon daemon = await PcscDaemon.StartAsync(new() { Readers = 1 });
        using ReaderLink card = ReaderLink.Insert(daemon.SlotSockets[0], Cards.New(_profile));
        Task<ProgramResult> OnItAsync(params string[] arguments) => new ProgramRun("pkcs11-tool", [.. Token, .. arguments])
        {
            Environment = new Dictionary<string, string> { [PcscDaemon.SocketVariable] = daemon.ClientSocket },
        }.RunAsync();

        ProgramResult refused = await OnItAsync(
            "--unlock-pin", "--login", "--login-type", "context-specific", "--pin", _profile.CodeDeblocage, "--puk", _profile.CodeDeblocage, "--new-pin", "4321");
        Assert.That(refused.Text, Does.Contain("CKR_OPERATION_NOT_INITIALIZED"));
        ProgramResult officer = await OnItAsync("--login", "--login-type", "so", "--so-pin", _profile.CodeDeblocage, "--init-pin", "--new-pin", "4321");
        Assert.That(officer.ExitCode, Is.Not.Zero, officer.Text);
        ProgramResult unchanged = await OnItAsync("--login", "--pin", _profile.CodePorteur, "--list-objects");
        Assert.That(unchanged.ExitCode, Is.Zero, unchanged.Text);
    }

    [Test]
    public async Task Pkcs11_tool_lists_token_objects_and_mechanisms()
    {
        string token = (await RunAsync("pkcs11-tool", "--module", OpenSc.Module, "--list-slots")).Output
            .Split("Slot ").Single(slot => slot.Contains(_profile.TokenLabel, StringComparison.Ordinal));
        foreach (string line in new[]
        {
            $"token label        : {_profile.TokenLabel} (Code porteur)",
            "token manufacturer : ASIP SANTE",
            "token model        : PKCS#15 emulated",
            "token flags        : login required, PIN pad present, rng, token initialized, PIN initialized, readonly",
            "pin min/max        : 4/4",
        })
        {
            Assert.That(token, Does.Contain($"  {line}\n"));
        }

        string objects = (await Pkcs11Async("--list-objects")).Output;
        foreach (string label in new[]
        {
            "CPS_PRIV_SIG", "CPS_PRIV_AUT", "Certificat de Signature CPS", "Certificat d'Authentification CPS",
            "'CPS_DATA'", "'CPS_ID_CARD'", "'CPS_NAME_PS'", "'CPS_LANG_PS'", "'CPS_INFO_PS'", "'CPS_ACTIVITY_01_PS'",
        })
        {
            Assert.That(objects, Does.Match($"  label: +{label}\n"));
        }

        string mechanisms = (await RunAsync("pkcs11-tool", [.. Token, "--list-mechanisms"])).Output;
        Assert.That(mechanisms, Does.Contain("  RSA-PKCS, ").And.Contain("  SHA1-RSA-PKCS, ").And.Contain("  SHA256-RSA-PKCS, "));
        Assert.That(mechanisms, Does.Not.Contain("PSS").And.Not.Contain("RSA-X-509"), "no TLS 1.3 with this card");
    }

    // OpenSC's own limits: it chooses mechanisms by the key's usage, and hashes by parts with OpenSSL before version 3 only.
    [TestCase("02", "SHA256-RSA-PKCS", "CKR_MECHANISM_INVALID")]
    [TestCase("02", "SHA1-RSA-PKCS", "CKR_MECHANISM_INVALID")]
    [TestCase("01", "RSA-PKCS", "CKR_MECHANISM_INVALID")]
    [TestCase("01", "SHA256-RSA-PKCS", "CKR_FUNCTION_NOT_SUPPORTED")]
    [TestCase("01", "SHA1-RSA-PKCS", "CKR_FUNCTION_NOT_SUPPORTED")]
    public async Task Signature_is_refused(string key, string mechanism, string expected)
    {
        await File.WriteAllBytesAsync(In("message"), new byte[32]);
        ProgramResult refused = await Pkcs11Async(
            "--sign", "--mechanism", mechanism, "--id", AuthenticationKey[..^2] + key, "--input-file", In("message"), "--output-file", In("signature"));
        Assert.That(refused.ExitCode, Is.Not.Zero);
        Assert.That(refused.Text, Does.Contain(expected));
    }

    [Test]
    public async Task Authentication_key_deciphers()
    {
        byte[] secret = RandomNumberGenerator.GetBytes(48);
        await WriteCertificateAsync();
        using (X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(In("certificate")))
        using (RSA publicKey = certificate.GetRSAPublicKey()!)
        {
            await File.WriteAllBytesAsync(In("cryptogram"), publicKey.Encrypt(secret, RSAEncryptionPadding.Pkcs1));
        }

        ProgramResult deciphered = await Pkcs11Async(
            "--decrypt", "--mechanism", "RSA-PKCS", "--id", AuthenticationKey, "--input-file", In("cryptogram"), "--output-file", In("plain"));
        Assert.That(deciphered.ExitCode, Is.Zero, deciphered.Text);
        Assert.That(await File.ReadAllBytesAsync(In("plain")), Is.EqualTo(secret));
    }

    [Test]
    public async Task Code_is_asked_for_at_the_pad()
    {
        ProgramResult list = await RunAsync("opensc-tool", "--list-readers");
        Assert.That(list.Output, Does.Match($"PIN pad +{_reader.Name}"));
        ProgramResult verified = await RunAsync("pkcs15-tool", "--reader", _reader.Name, "--verify-pin", "--auth-id", "01");
        Assert.That(verified.ExitCode, Is.Zero, verified.Text);
        ProgramResult changed = await RunAsync("pkcs15-tool", "--reader", _reader.Name, "--change-pin", "--auth-id", "01");
        Assert.That(changed.ExitCode, Is.Zero, changed.Text);
        Assert.That((await Pkcs11WithAsync("4321", "--list-objects")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Practice_situation_is_read_after_the_code_only()
    {
        string[] read = ["--read-object", "--type", "data", "--label", "CPS_ACTIVITY_01_PS"];
        ProgramResult before = await RunAsync("pkcs11-tool", [.. Token, .. read]);
        ProgramResult after = await Pkcs11Async([.. read, "--output-file", In("activity")]);
        Assert.That(before.ExitCode, Is.Not.Zero);
        Assert.That(after.ExitCode, Is.Zero, after.Text);
        Assert.That(Convert.ToHexString(await File.ReadAllBytesAsync(In("activity"))), Does.StartWith("EE").And.Contain("53413037"));
    }

    [Test]
    public async Task Pkcs11_tool_tests_the_token()
    {
        // One error is OpenSC's own: it cannot use the signature key of this kind of card with OpenSSL 3, real cards included.
        string text = (await Pkcs11Async("--test")).Text;
        Assert.That(text, Does.Contain("testing key 1 (CPS_PRIV_AUT) with 1 mechanism").And.Contain("RSA-PKCS: OK"));
        Assert.That(text, Does.Contain("SHA1-RSA-PKCS:   ERR: C_Sign() returned CKR_FUNCTION_NOT_SUPPORTED"));
        Assert.That(text, Does.EndWith("1 errors\n"));
    }

    private string[] Token => ["--module", OpenSc.Module, "--token-label", $"{_profile.TokenLabel} (Code porteur)"];

    private async Task<ProgramResult> RunAsync(string program, params string[] arguments) =>
        await new ProgramRun(program, arguments) { Environment = _reader.MiddlewareEnvironment() }.RunAsync();

    private Task<ProgramResult> Pkcs11Async(params string[] arguments) => Pkcs11WithAsync(_profile.CodePorteur, arguments);

    // Codes of test cards on a test's command line: nobody's secret, and pkcs11-tool has no other way.
    private Task<ProgramResult> Pkcs11WithAsync(string code, params string[] arguments) =>
        RunAsync("pkcs11-tool", [.. Token, "--login", "--pin", code, .. arguments]);

    private async Task<string> TokenFlagsAsync()
    {
        string[] tokens = (await RunAsync("pkcs11-tool", "--module", OpenSc.Module, "--list-token-slots")).Output.Split("Slot ");
        return tokens.Single(token => token.Contains(_profile.TokenLabel, StringComparison.Ordinal))
            .Split('\n').Single(line => line.Contains("token flags", StringComparison.Ordinal));
    }

    private async Task WriteCertificateAsync()
    {
        ProgramResult read = await RunAsync("pkcs15-tool", "--reader", _reader.Name, "--read-certificate", AuthenticationKey, "--output", In("certificate"));
        Assert.That(read.ExitCode, Is.Zero, read.Text);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
