using CardConformance.Harness.Middleware;
using CardConformance.Harness.Tests.Attestation;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>keygen</c>, <c>package</c> and <c>verify</c> as the processes that they are.</summary>
public sealed class HandInTests : IDisposable
{
    private readonly PackedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Test]
    public async Task From_key_to_verified_package()
    {
        ProgramResult keys = await CardConformanceProgram.RunAsync("keygen", "--out", _run.Beside("keys"));
        Assert.That(keys.Errors, Is.Empty);
        string privateKey = _run.Beside("keys/signing-key.pem");
        Assert.That(keys.Output, Does.Contain($"Private key: {privateKey}, not encrypted").And.Contain("Key id:      ").And.Not.Contain("-----BEGIN"));
        Assert.That(File.GetUnixFileMode(privateKey), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(File.GetUnixFileMode(_run.Beside("keys")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));

        ProgramResult again = await CardConformanceProgram.RunAsync("keygen", "--out", _run.Beside("keys"));
        Assert.That(again.Errors, Does.Contain("is there already, and is not overwritten"));
        Assert.That(again.ExitCode, Is.EqualTo(2));

        string zip = _run.Beside("out/package.zip");
        ProgramResult packed = await CardConformanceProgram.RunAsync("package", _run.Run.Path, "--key", privateKey, "--out", zip);
        Assert.That(packed.Errors, Is.Empty);
        Assert.That(packed.Output, Does.StartWith($"Package: {zip}\n").And.Contain("Attestation: PASSED, signed and verified").And.Not.Contain("SELF-TEST"));
        Assert.That(packed.ExitCode, Is.Zero);

        string[] verify = ["verify", zip, "--public-key", _run.Beside("keys/signing-key.pub.pem")];
        ProgramResult good = await CardConformanceProgram.RunAsync(verify);
        Assert.That(good.Errors, Is.Empty);
        Assert.That(good.Output, Does.Contain("Product:      Portail d'essai 2.4.1").And.Contain("What it does not"));
        Assert.That(good.Output, Does.Contain("Verdict:      conforming (PASSED)").And.Contain("Scenarios:    2 of 2 passed"));
        Assert.That(good.Output, Does.Not.Contain("certificate").And.Not.Contain("SELF-TEST"));
        Assert.That(good.ExitCode, Is.Zero);

        byte[] bytes = await File.ReadAllBytesAsync(zip);
        bytes[bytes.AsSpan().IndexOf("<testsuites"u8)] ^= 1;
        await File.WriteAllBytesAsync(zip, bytes);
        ProgramResult bad = await CardConformanceProgram.RunAsync(verify);
        Assert.That(bad.Output, Does.StartWith("✘ REFUSED: 1 reason\n  junit.xml\n    found    SHA-256 "));
        Assert.That(bad.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Self_test_is_called_so_and_accepted_only_as_one()
    {
        ProgramResult packed = await CardConformanceProgram.RunAsync("package", _run.Run.Path);
        string zip = _run.Run.Path + ".zip";
        string publicKey = _run.Run.Path + ".self-test.pem";
        try
        {
            Assert.That(packed.Output, Does.Contain("SELF-TEST: the key was made for this and thrown away").And.Not.Contain("certificate"));
            Assert.That(packed.ExitCode, Is.Zero);
            ProgramResult refused = await CardConformanceProgram.RunAsync("verify", zip, "--public-key", publicKey);
            Assert.That(refused.Output, Does.Contain("found    a self-test"));
            Assert.That(refused.ExitCode, Is.EqualTo(1));
            ProgramResult accepted = await CardConformanceProgram.RunAsync("verify", zip, "--public-key", publicKey, "--self-test");
            Assert.That(accepted.Output, Does.Contain("It is a SELF-TEST").And.Not.Contain("certificate"));
            Assert.That(accepted.ExitCode, Is.Zero);
        }
        finally
        {
            File.Delete(zip);
            File.Delete(publicKey);
        }
    }

    [Test]
    public async Task Run_that_cannot_be_handed_in_leaves_nothing()
    {
        File.Delete(_run.In("suite.json"));
        string zip = _run.Beside("package.zip");
        ProgramResult result = await CardConformanceProgram.RunAsync("package", _run.Run.Path, "--out", zip);
        Assert.That(result.Errors, Does.StartWith($"{_run.Run.Path} cannot be packed:\n✘ suite.json is missing"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(File.Exists(zip), Is.False);
    }

    [Test]
    public async Task Package_does_not_go_into_the_run()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("package", _run.Run.Path, "--out", _run.In("package.zip"));
        Assert.That(result.Errors, Does.Contain("lies in the run's own folder"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [TestCase("missing.zip", "There is no package ")]
    [TestCase("notes.txt", "is not a package: neither a zip file with one")]
    [TestCase("empty", "is not a package: it holds no attestation.json")]
    public async Task What_is_no_package_is_not_looked_at(string name, string reason)
    {
        await File.WriteAllTextAsync(_run.Beside("notes.txt"), "bonjour");
        Directory.CreateDirectory(_run.Beside("empty"));
        await File.WriteAllTextAsync(_run.Beside("key.pem"), _run.Key.Public.ToPem());
        ProgramResult result = await CardConformanceProgram.RunAsync("verify", _run.Beside(name), "--public-key", _run.Beside("key.pem"));
        Assert.That(result.Errors, Does.Contain(reason).And.Not.Contain("   at "));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Private_key_given_as_the_public_one_is_refused_and_not_shown()
    {
        _run.Key.Save(_run.Beside("key.pem"), password: null);
        ProgramResult result = await CardConformanceProgram.RunAsync("verify", _run.Beside("x.zip"), "--public-key", _run.Beside("key.pem"));
        Assert.That(result.Errors, Does.Contain("is a private key"));
        Assert.That(result.Text, Does.Not.Contain(File.ReadAllLines(_run.Beside("key.pem"))[1][..16]));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Private_key_is_not_made_in_the_repository()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("keygen", "--out", Path.Combine(Repository.Root, "keys"));
        Assert.That(result.Errors, Does.Contain("lies in the repository"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(Directory.Exists(Path.Combine(Repository.Root, "keys")), Is.False);
    }

    [Test]
    public async Task Run_refuses_a_bad_key_before_anything_runs()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("run", "--attest", "--key", _run.Beside("missing.pem"));
        Assert.That(result.Errors, Does.StartWith($"There is no file {_run.Beside("missing.pem")}"));
        Assert.That(result.Output, Is.Empty, "nothing was begun");
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }
}
