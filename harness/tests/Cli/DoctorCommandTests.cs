using System.Text.Json.Nodes;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Tests.Diagnosis;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>doctor</c> as the program that it is: what it prints, writes, and tells the shell.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly ExaminedDesk _desk = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-doctor-tests-");

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Healthy_workstation_ends_with_0_and_the_file_says_the_same()
    {
        _desk.Insert("CPS de médecin");
        string file = Path.Combine(_folder.FullName, "doctor.json");
        ProgramResult result = await RunAsync(_desk.Environment, "--reader", _desk.ReaderName, "--json", file);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Success), result.Text);
        Assert.That(result.Output, Does.Contain("✔ Code porteur         3 tries left").And.EndsWith("All is well: 12 checks.\n"));
        JsonNode json = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        Assert.That((bool)json["well"]!, Is.True);
        Assert.That(json["checks"]!.AsArray().Select(check => (string?)check!["outcome"]), Has.Exactly(12).EqualTo("good"));
    }

    [Test]
    public async Task Card_out_ends_with_1_and_the_remedy_in_the_guides_words()
    {
        string file = Path.Combine(_folder.FullName, "doctor.json");
        ProgramResult result = await RunAsync(_desk.Environment, "--reader", _desk.ReaderName, "--json", file);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.NotWell), result.Text);
        Assert.That(result.Output, Does.Contain("✘ Card                 none in the reader\n").And.Contain("→ Vérifiez que votre carte est bien insérée dans le lecteur. (S028)"));
        JsonNode card = JsonNode.Parse(await File.ReadAllTextAsync(file))!["checks"]!.AsArray().Single(check => (string?)check!["outcome"] == "bad")!;
        Assert.That(((string?)card["check"], (string?)card["remedies"]![0]!["source"]), Is.EqualTo(("Card", "S028")));
    }

    [Test]
    public async Task No_service()
    {
        ProgramResult result = await RunAsync(new Dictionary<string, string> { [PcscDaemon.SocketVariable] = Path.Combine(_folder.FullName, "none") });
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.NotWell), result.Text);
        Assert.That(result.Output, Does.Contain("✘ PC/SC service").And.Contain("systemctl start pcscd.socket"));
        Assert.That(result.Output.Split('\n').Count(line => line.StartsWith('✘')), Is.EqualTo(1));
    }

    [Test]
    public async Task No_reader()
    {
        string socket = Path.Combine(_folder.FullName, "clients");
        string configuration = Path.Combine(_folder.FullName, "reader.conf");
        await File.WriteAllTextAsync(configuration, "");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var pcscd = SupervisedProcess.Start(new("/usr/sbin/pcscd", ["--foreground", "--info", "--config", configuration], line =>
        {
            if (line.EndsWith("daemon ready.", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        })
        {
            ListenOn = socket,
        });
        await ready.Task.WaitAsync(Readers.Limit);
        ProgramResult result = await RunAsync(new Dictionary<string, string> { [PcscDaemon.SocketVariable] = socket });
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.NotWell), result.Text);
        Assert.That(result.Output, Does.Contain("✘ Card reader          there is none").And.Contain("(S136)"));
        Assert.That(result.Output.Split('\n').Count(line => line.StartsWith('✘')), Is.EqualTo(1));
    }

    [TestCase("--code", "--code goes with --test-ssl")]
    [TestCase("--test-ssl http://localhost/", "an address that begins with https://")]
    [TestCase("--test-ssl https://localhost:9/ --code", "there is nobody to ask here")]
    public async Task What_cannot_be_done_is_said(string arguments, string message)
    {
        ProgramResult result = await RunAsync(_desk.Environment, arguments.Split(' '));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration));
        Assert.That(result.Errors, Does.Contain(message));
    }

    [TestCase("")]
    [TestCase("12a4")]
    [TestCase("123456789")]
    public async Task Code_of_the_wrong_form_is_refused_without_the_card(string code)
    {
        Dictionary<string, string> environment = new(_desk.Environment) { [DoctorCommand.CodeVariable] = code };
        ProgramResult result = await RunAsync(environment, "--test-ssl", "https://localhost:9/", "--code");
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration));
        Assert.That(result.Errors, Does.Contain("no try is spent"));
    }

    private static Task<ProgramResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        new ProgramRun("dotnet", [typeof(CommandLine).Assembly.Location, "doctor", .. arguments]) { Environment = environment }.RunAsync();
}
