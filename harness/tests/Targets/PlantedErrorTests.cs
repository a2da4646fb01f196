using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Targets;

/// <summary>Whose failure it is: a run of the little target, once as it is, and once with an error of each kind planted.</summary>
[NonParallelizable]
public sealed class PlantedErrorTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-planted-");

    // Beside the tests, in the folder of the same build.
    private static string LittleTarget => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "CardConformance.LittleTarget", new DirectoryInfo(AppContext.BaseDirectory).Name));

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task Product_of_other_markup_and_words_conforms_by_its_description_alone()
    {
        ProgramResult result = await RunAsync("A_20");
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Success), result.Output + result.Errors);
        Assert.That(result.Output, Does.Contain("Conformance run of La carte en poche 0.1").And.Contain("✔ A_20  3 of 3").And.Contain("Verdict: CONFORMING"));
    }

    [Test]
    public async Task Wallet_told_twice_is_the_product_s_failure()
    {
        ProgramResult result = await RunAsync("A_20", ("\"--wallet={wallet}\",", "\"--wallet={wallet}\", \"--mistake=tells-twice\","));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Product), result.Output + result.Errors);
        Assert.That(Count(result.Output, "product: what was seen is not what the requirement says, and all else answered"), Is.EqualTo(2), "both scenarios that end with it");
        Assert.That(result.Output, Does.Contain("demandes d'activation que le portefeuille a reçues").And.Contain("✘ A_20  1 of 3").And.Contain("Verdict: NOT CONFORMING"));
    }

    [Test]
    public async Task Certificate_that_browsers_do_not_trust_is_the_configuration_s_failure_at_every_address_at_once()
    {
        ProgramResult result = await RunAsync("A_20", ("{serverCertificates}", await WriteCertificateAsync()), ("{serverKey}", Path.Combine(_folder.FullName, "own.key")));
        ExpectRefusal(result, "portal", "telephone", "card");
        Assert.That(Count(result.Output, "is not trusted: it has to be the one that {serverCertificates} in \"start\" names"), Is.EqualTo(3));
    }

    [Test]
    public async Task Port_that_asks_for_no_card_is_the_configuration_s_failure()
    {
        ProgramResult result = await RunAsync("A_20", ("\"--wallet={wallet}\",", "\"--wallet={wallet}\", \"--mistake=asks-for-no-card\","));
        ExpectRefusal(result, "card");
        Assert.That(result.Output, Does.Contain("does not ask for the browser's certificate: no card can log in there."));
    }

    [Test]
    public async Task Stand_in_that_dies_on_the_way_is_the_harness_s_failure()
    {
        var mark = new ProcessMark();
        using Process run = Start(mark, "A_20", await DescribeAsync());
        try
        {
            string output = await ReadUntilAsync(run, "✔ A_20");
            (int wireMock, _) = mark.FindProcesses().Single(process => process.CommandLine.Contains("wiremock", StringComparison.OrdinalIgnoreCase) && process.CommandLine.StartsWith("java", StringComparison.Ordinal));
            using (var victim = Process.GetProcessById(wireMock))
            {
                victim.Kill();
            }

            output += await run.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
            await run.WaitForExitAsync().WaitAsync(Limit);
            Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Harness), output);
            Assert.That(Count(output, "harness: a part of CardConformance does not work any more"), Is.EqualTo(2), output);
            Assert.That(output, Does.Contain("✘ A_20  1 of 3").And.Not.Contain("product:"));
            Assert.That(mark.FindProcesses(), Is.Empty, "nothing is left behind");
        }
        finally
        {
            run.Kill(entireProcessTree: true);
        }
    }

    private static void ExpectRefusal(ProgramResult result, params string[] addresses)
    {
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration), result.Output + result.Errors);
        Assert.That(result.Output, Does.Contain("The run did not begin (configuration):"));
        Assert.That(Count(result.Output, "what $.start said of"), Is.EqualTo(addresses.Length), result.Output);
        foreach (string address in addresses)
        {
            Assert.That(result.Output, Does.Contain($"what $.start said of \"{address}\""));
        }

        Assert.That(result.Output, Does.Not.Contain("✘").And.Not.Contain("✔"), "no scenario has run");
    }

    private async Task<ProgramResult> RunAsync(string tag, params (string Right, string Wrong)[] changes) =>
        await new ProgramRun("dotnet", Arguments(tag, await DescribeAsync(changes))) { Limit = Limit }.RunAsync();

    private static Process Start(ProcessMark mark, string tag, string target) => Process.Start(new ProcessStartInfo("dotnet", Arguments(tag, target))
    {
        RedirectStandardOutput = true,
        Environment = { [ProcessMark.Variable] = mark.Value },
    })!;

    // One at a time: what has not begun when a part dies is known.
    private static string[] Arguments(string tag, string target) =>
        [Path.Combine(AppContext.BaseDirectory, "CardConformance.Harness.dll"), "run", "--target", target, "--tag", tag, "--workers", "1"];

    // The file lies elsewhere than the program, unlike the one that it is made of.
    private async Task<string> DescribeAsync(params (string Right, string Wrong)[] changes)
    {
        string text = (await File.ReadAllTextAsync(Path.Combine(LittleTarget, "target.json"))).Replace("{folder}", LittleTarget, StringComparison.Ordinal);
        foreach ((string right, string wrong) in changes)
        {
            Assert.That(text, Does.Contain(right));
            text = text.Replace(right, wrong, StringComparison.Ordinal);
        }

        string file = Path.Combine(_folder.FullName, "target.json");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private async Task<string> WriteCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string file = Path.Combine(_folder.FullName, "own.pem");
        await File.WriteAllTextAsync(file, own.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "own.key"), key.ExportPkcs8PrivateKeyPem());
        return file;
    }

    private static async Task<string> ReadUntilAsync(Process run, string words)
    {
        string read = "";
        while (!read.Contains(words, StringComparison.Ordinal))
        {
            read += await run.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line
                ? $"{line}\n"
                : throw new InvalidOperationException($"the run ended without \"{words}\": {read}");
        }

        return read;
    }

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
