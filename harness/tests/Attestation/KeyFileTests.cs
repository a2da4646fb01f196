using CardConformance.Harness.Attestation;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;
using NUnit.Framework.Constraints;

namespace CardConformance.Harness.Tests.Attestation;

/// <summary>Keys in files: ours, openssl's, and what is none of ours.</summary>
public sealed class KeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestCase(null)]
    [TestCase("un mot de passe")]
    public void Key_comes_back_from_its_file(string? password)
    {
        using var key = SigningKey.CreateNew();
        key.Save(In("key.pem"), password);
        using var again = SigningKey.Load(In("key.pem"), password);
        Assert.That(again.Public.Id, Is.EqualTo(key.Public.Id));
        Assert.That(key.Public.Verify("a"u8, again.Sign("a"u8)), Is.True);
        Assert.That(key.Public.Verify("b"u8, again.Sign("a"u8)), Is.False);
        Assert.That(File.GetUnixFileMode(In("key.pem")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Key_is_never_written_over_another()
    {
        using var key = SigningKey.CreateNew();
        key.Save(In("key.pem"), password: null);
        Assert.That(() => key.Save(In("key.pem"), password: null), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task Openssl_reads_both_halves_and_makes_them()
    {
        using var key = SigningKey.CreateNew();
        key.Save(In("key.pem"), password: null);
        ProgramResult derived = await OpensslAsync("pkey", "-in", In("key.pem"), "-pubout");
        Assert.That(derived.Output, Is.EqualTo(key.Public.ToPem()));

        await OpensslAsync("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", In("theirs.pem"));
        await OpensslAsync("pkey", "-in", In("theirs.pem"), "-pubout", "-out", In("theirs.pub.pem"));
        using var theirs = SigningKey.Load(In("theirs.pem"), password: null);
        using var theirPublic = VerificationKey.Load(In("theirs.pub.pem"));
        Assert.That(theirPublic.Verify("a"u8, theirs.Sign("a"u8)), Is.True);
    }

    [Test]
    public void Encrypted_key_needs_its_password()
    {
        using var key = SigningKey.CreateNew();
        key.Save(In("key.pem"), "bon");
        Assert.That(() => SigningKey.Load(In("key.pem"), null), Refuses("is encrypted: put its password into CARDCONFORMANCE_SIGNING_PASSWORD"));
        Assert.That(() => SigningKey.Load(In("key.pem"), "faux"), Refuses("the password is wrong"));
        Assert.That(File.ReadAllText(In("key.pem")), Does.StartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    }

    [Test]
    public void Private_key_is_no_public_one_and_is_not_shown()
    {
        using var key = SigningKey.CreateNew();
        key.Save(In("key.pem"), password: null);
        string secret = File.ReadAllLines(In("key.pem"))[1];
        var refusal = Assert.Throws<UserException>(() => VerificationKey.Load(In("key.pem")));
        Assert.That(refusal.Message, Does.Contain("is a private key. Whoever verifies needs the public one").And.Not.Contain(secret[..16]));
    }

    [Test]
    public void Public_key_signs_nothing()
    {
        using var key = SigningKey.CreateNew();
        File.WriteAllText(In("key.pem"), key.Public.ToPem());
        Assert.That(() => SigningKey.Load(In("key.pem"), password: null), Refuses("is a public key; signing needs the private one"));
    }

    [TestCase("RSA", "rsa_keygen_bits:2048")]
    [TestCase("EC", "ec_paramgen_curve:P-384")]
    [TestCase("ED25519", null)]
    public async Task Keys_of_another_kind_are_refused(string algorithm, string? option)
    {
        string[] options = option is null ? [] : ["-pkeyopt", option];
        await OpensslAsync(["genpkey", "-algorithm", algorithm, .. options, "-out", In("other.pem")]);
        await OpensslAsync("pkey", "-in", In("other.pem"), "-pubout", "-out", In("other.pub.pem"));
        Assert.That(() => SigningKey.Load(In("other.pem"), password: null), Refuses("is not an ECDSA key on P-256"));
        Assert.That(() => VerificationKey.Load(In("other.pub.pem")), Refuses("is not an ECDSA key on P-256"));
    }

    [TestCase("", "is not a key in PEM")]
    [TestCase("bonjour", "is not a key in PEM")]
    [TestCase("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "found \"CERTIFICATE\"")]
    [TestCase("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "is not an ECDSA key on P-256")]
    [TestCase("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "more than one PEM block")]
    public void File_of_something_else(string text, string reason)
    {
        File.WriteAllText(In("key.pem"), text);
        Assert.That(() => VerificationKey.Load(In("key.pem")), Refuses(reason));
    }

    [Test]
    public void File_that_is_not_there() => Assert.That(() => VerificationKey.Load(In("missing.pem")), Refuses("There is no file"));

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private static ContainsConstraint Refuses(string reason) => Throws.InstanceOf<UserException>().With.Message.Contains(reason);

    private static async Task<ProgramResult> OpensslAsync(params string[] arguments)
    {
        ProgramResult result = await new ProgramRun("openssl", arguments).RunAsync();
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        return result;
    }
}
