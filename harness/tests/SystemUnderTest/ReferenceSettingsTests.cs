using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Targets;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>What the reference says to somebody who starts it with something wrong: everything at once, and it does not stay.</summary>
public sealed class ReferenceSettingsTests : IDisposable
{
    private const int ConfigurationError = 2;

    private static readonly string Rules = Path.Combine(Repository.Fixtures, "rules");

    private readonly ProcessMark _mark = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task Settings_that_are_missing_or_empty_are_all_named()
    {
        ProgramResult result = await ReferenceProgram.RunAsync(_mark, "--intermediates=");
        Assert.That(result.Errors, Is.EqualTo(
            """
            --wallet: an address that begins with http:// or https:// is expected, found "".
            --sms: an address that begins with http:// or https:// is expected, found "".
            --mail: an address that begins with http:// or https:// is expected, found "".
            --rules: a folder with rules in JSON is expected, found "": none was given
            --rights: a folder with professions.csv, rights.csv and services.json is expected, found "": none was given
            --server-certificates: a file with certificates in PEM is expected, found "": none was given
            --server-key: a file with the private key of the server's certificate in PEM is expected, found "": none was given
            --trusted-roots: a file with certificates in PEM is expected, found "": none was given
            --intermediates: a file with certificates in PEM is expected, found "": none was given

            """));
        ExpectItToHaveGivenUp(result);
    }

    [Test]
    public async Task All_mistakes_are_named_at_once()
    {
        string empty = Write("empty.pem", "");
        string missing = Path.Combine(_folder.FullName, "missing.pem");
        ProgramResult result = await ReferenceProgram.RunAsync(
            _mark,
            "--wallet=ftp://127.0.0.1/",
            "--sms=127.0.0.1",
            "--mail=mailto:a@b.example",
            $"--rules={Rules}",
            "--rules-version=2019",
            $"--rights={_folder}",
            $"--server-certificates={WriteServerCertificate()}",
            $"--server-key={WriteKey("other.key")}",
            $"--trusted-roots={empty}",
            $"--intermediates={missing}",
            "--back-end-limit=0.05",
            "--card-watch=1,5",
            "--portal-port=65536",
            "--card-port=-1",
            "--control-port=http",
            "--defect=no-such-defect");
        string[] lines = Lines(result);
        Assert.That(lines, Has.Length.EqualTo(14));
        Assert.That(lines[0], Is.EqualTo("--wallet: an address that begins with http:// or https:// is expected, found \"ftp://127.0.0.1/\"."));
        Assert.That(lines[1], Is.EqualTo("--sms: an address that begins with http:// or https:// is expected, found \"127.0.0.1\"."));
        Assert.That(lines[2], Is.EqualTo("--mail: an address that begins with http:// or https:// is expected, found \"mailto:a@b.example\"."));
        Assert.That(lines[3], Is.EqualTo("--rules-version: one of 2020, 2024, 2025 is expected, found \"2019\"."));
        Assert.That(lines[4], Does.StartWith($"--rights: a folder with professions.csv, rights.csv and services.json is expected, found \"{_folder}\": Could not find file"));
        Assert.That(lines[5], Does.StartWith($"--server-key: a file with the private key of the server's certificate in PEM is expected, found \"{_folder}/other.key\": "));
        Assert.That(lines[6], Is.EqualTo($"--trusted-roots: {empty} holds no certificate."));
        Assert.That(lines[7], Does.StartWith($"--intermediates: a file with certificates in PEM is expected, found \"{missing}\": Could not find file"));
        Assert.That(lines[8], Is.EqualTo("--back-end-limit: seconds from 0.1 to 300 are expected, found \"0.05\"."));
        Assert.That(lines[9], Is.EqualTo("--card-watch: seconds from 0.1 to 300 are expected, found \"1,5\"."));
        Assert.That(lines[10], Is.EqualTo("--portal-port: a port from 0 to 65535 is expected, found \"65536\"."));
        Assert.That(lines[11], Is.EqualTo("--card-port: a port from 0 to 65535 is expected, found \"-1\"."));
        Assert.That(lines[13], Does.StartWith("--defect: one of old-phone-let-in, ").And.EndWith(" is expected, found \"no-such-defect\"."));
        Assert.That(lines[12], Is.EqualTo("--control-port: a port from 0 to 65535 is expected, found \"http\"."));
        ExpectItToHaveGivenUp(result);
    }

    [TestCase("{ \"identifiers\": [] }", "JSON deserialization", TestName = "Rule_that_lacks_members")]
    [TestCase(null, "holds no rule", TestName = "Folder_without_rules")]
    public async Task Rules_that_are_none_are_named(string? rule, string complaint)
    {
        if (rule is not null)
        {
            Write("2026.json", rule);
        }

        ProgramResult result = await ReferenceProgram.RunAsync(_mark, $"--rules={_folder}");
        Assert.That(Lines(result).Single(line => line.StartsWith("--rules:", StringComparison.Ordinal)), Does.Contain(complaint));
        ExpectItToHaveGivenUp(result);
    }

    [TestCase("rights.csv", "1,Chirurgien-dentiste,listed,", "1,Chirurgien-dentiste,maybe,", "rights.csv: row 1, signer_fse: yes, no, conditional with its condition, or a mark of services.json is expected, found \"maybe\".", TestName = "Mark_that_nobody_knows")]
    [TestCase("rights.csv", "2,Infirmier,listed,", "2,Infirmier,", "rights.csv: line 3: 17 fields are expected, found 16.", TestName = "Row_that_lacks_a_mark")]
    [TestCase("rights.csv", "3,Masseur-kinésithérapeute,", "3,Médecin,", "rights.csv: row 3, Masseur-kinésithérapeute, is expected where row 3, Médecin, was found.", TestName = "Row_of_somebody_else")]
    [TestCase("rights.csv", "conditional:par délégation du remplacé", "conditional:", "found \"conditional:\"", TestName = "Condition_without_words")]
    [TestCase("services.json", "\"mark\": \"unknown\"", "\"mark\": \"lost\"", "row 1, scor: yes, no", TestName = "Mark_without_an_assumption")]
    public async Task Rights_that_are_none_are_named(string file, string right, string wrong, string complaint)
    {
        foreach (string name in new[] { "professions.csv", "rights.csv", "services.json" })
        {
            string text = await File.ReadAllTextAsync(Path.Combine(Repository.Fixtures, name));
            Write(name, name == file ? text.Replace(right, wrong, StringComparison.Ordinal) : text);
        }

        ProgramResult result = await ReferenceProgram.RunAsync(_mark, $"--rights={_folder}");
        Assert.That(Lines(result).Single(line => line.StartsWith("--rights:", StringComparison.Ordinal)), Does.Contain(complaint));
        ExpectItToHaveGivenUp(result);
    }

    [TestCase("portal-port", "http")]
    [TestCase("card-port", "https")]
    public async Task A_port_that_is_taken_is_named_with_what_to_do(string setting, string scheme)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        ProgramResult result = await ReferenceProgram.RunAsync(_mark, [.. WriteGoodSettings(), $"--{setting}={port}"]);
        Assert.That(
            Lines(result)[^1],
            Is.EqualTo($"Failed to bind to address {scheme}://127.0.0.1:{port}: address already in use. Choose another port, or 0 for any free one."));
        ExpectItToHaveGivenUp(result);
    }

    [Test]
    public async Task One_port_cannot_serve_two_purposes()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        ProgramResult result = await ReferenceProgram.RunAsync(_mark, [.. WriteGoodSettings(), $"--portal-port={port}", $"--control-port={port}"]);
        Assert.That(Lines(result)[^1], Does.Contain($"127.0.0.1:{port}").And.EndsWith("Choose another port, or 0 for any free one."));
        ExpectItToHaveGivenUp(result);
    }

    [Test]
    public void The_harness_tells_why_the_reference_did_not_start() =>
        Assert.That(
            () => RunningTarget.StartReferenceAsync(new("ftp://127.0.0.1/"), CardIssuing.OpenAuthority(), _folder.FullName),
            Throws.TypeOf<TargetException>().With.Message.StartsWith(
                $"{Target.ReferenceFile}, $.start: dotnet ended at once. It said:\n--wallet: an address that begins with http"));

    private void ExpectItToHaveGivenUp(ProgramResult result)
    {
        Assert.That(result.ExitCode, Is.EqualTo(ConfigurationError));
        Assert.That(result.Output, Is.Empty, "no addresses where there is no server");
        Assert.That(_mark.FindProcesses(), Is.Empty);
    }

    private static string[] Lines(ProgramResult result) => result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string[] WriteGoodSettings()
    {
        TestAuthority authority = CardIssuing.OpenAuthority();
        string roots = Write("roots.pem", authority.Roots[0].ExportCertificatePem());
        return
        [
            "--wallet=http://127.0.0.1/",
            "--sms=http://127.0.0.1/",
            "--mail=http://127.0.0.1/",
            $"--rules={Rules}",
            $"--rights={Repository.Fixtures}",
            $"--server-certificates={WriteServerCertificate()}",
            $"--server-key={Path.Combine(_folder.FullName, "server.key")}",
            $"--trusted-roots={roots}",
            $"--intermediates={roots}",
        ];
    }

    private string WriteServerCertificate()
    {
        using X509Certificate2 certificate = ServerCertificate.ForThisMachine(CardIssuing.OpenAuthority());
        Write("server.key", certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return Write("server.pem", certificate.ExportCertificatePem());
    }

    private string WriteKey(string name)
    {
        using RSA key = new KeyPool(Path.Combine(CacheFolder.Path, "keys")).Next();
        return Write(name, key.ExportPkcs8PrivateKeyPem());
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
