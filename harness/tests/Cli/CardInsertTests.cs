using System.Diagnostics;
using System.Runtime.InteropServices;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>card insert</c> as the process that it is.</summary>
public sealed partial class CardInsertTests : IDisposable
{
    private const int SigInt = 2;
    private const int SigStop = 19;

    private readonly PcscContext _context = PcscContext.Establish();
    private readonly List<Process> _processes = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-insert-");

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.Kill();
            process.Dispose();
        }

        _context.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public void Killed_in_the_middle_of_a_command_it_is_a_card_pulled_out()
    {
        using Readers.Lease reader = Readers.Take();
        PcscError error = PcscError.RemovedCard;

        // Whether the command is on its way before the process dies, and comes after it was stopped, cannot be seen from here; most
        // times it is so.
        for (int attempt = 0; attempt < 20 && error is (PcscError.RemovedCard or PcscError.Success); attempt++)
        {
            error = KillInCommand(reader);
        }

        Assert.That(error, Is.EqualTo(PcscError.NoSmartCard));
    }

    private PcscError KillInCommand(Readers.Lease reader)
    {
        byte[] askTries = [0x00, 0x20, 0x00, 0x01, 0x00];
        Process simulator = Start("medecin", "--slot", reader.Socket, "--quiet");
        _context.WaitFor(reader.Name, status => status.HasCard, Readers.Limit);
        using PcscCard card = _context.Connect(reader.Name);
        Assert.That(card.Transmit(askTries), Is.EqualTo(new byte[] { 0x63, 0xC3 }));

        // Stopped, it cannot answer; then the command under way finds its card gone. On a busy machine stopping takes a moment.
        Assert.That(Kill(simulator.Id, SigStop), Is.Zero);
        Assert.That(SpinWait.SpinUntil(() => IsStopped(simulator.Id), Readers.Limit), Is.True);
        PcscException? refused = null;
        using var begun = new ManualResetEventSlim();
        var transmit = new Thread(() =>
        {
            begun.Set();
            refused = Catch(() => card.Transmit(askTries));
        });
        transmit.Start();
        begun.Wait();
        simulator.Kill();
        transmit.Join();
        _context.WaitFor(reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);

        Process next = Start("medecin", "--slot", reader.Socket, "--quiet");
        _context.WaitFor(reader.Name, status => status.HasCard, Readers.Limit);
        card.Reconnect(PcscCard.Initialization.Leave);
        Assert.That(card.Transmit(askTries), Is.EqualTo(new byte[] { 0x63, 0xC3 }), "the next card works");
        next.Kill();
        _context.WaitFor(reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
        return refused?.Error ?? PcscError.Success;
    }

    [Test]
    public async Task Ctrl_C_pulls_the_card_out_and_leaves_nothing_behind()
    {
        Process simulator = Start("medecin", "--own-socket");
        List<string> lines = await ReadUntilAsync(simulator, line => line.Contains("RESET", StringComparison.Ordinal));
        string slot = lines.Single(line => line.StartsWith("  slot", StringComparison.Ordinal))[11..];
        Assert.That(File.Exists(slot), Is.True);

        // A terminal sends it to everything that was started there.
        Assert.That(Kill(-simulator.Id, SigInt), Is.Zero);
        string rest = await simulator.StandardOutput.ReadToEndAsync().WaitAsync(Readers.Limit);
        await simulator.WaitForExitAsync().WaitAsync(Readers.Limit);
        Assert.That(rest, Does.EndWith("Card out.\n"));
        Assert.That(simulator.ExitCode, Is.Zero);
        Assert.That(Directory.Exists(Path.GetDirectoryName(slot)), Is.False);
    }

    [TestCase("there is no card \"medcin\"; known cards: ", 2, "medcin", TestName = "Unknown_card")]
    [TestCase("No vpcd listens on 127.0.0.1, port 9: ", 2, "medecin", "--vpcd", "9", TestName = "Vpcd_that_is_not_there")]
    [TestCase("A card fits into one reader: --slot or --vpcd, not both.", 2, "medecin", "--vpcd", "9", "--slot", "/nowhere/slot0", TestName = "Two_readers")]
    [TestCase("--vpcd: a port is expected, ", 2, "medecin", "--vpcd", "localhost", TestName = "Vpcd_without_port")]
    [TestCase("There is no reader at /nowhere/slot0: ", 2, "medecin", "--slot", "/nowhere/slot0", TestName = "Unknown_slot")]
    [TestCase("Cannot write the trace: ", 2, "medecin", "--trace", "/nowhere/trace", TestName = "Trace_that_cannot_be_written")]
    [TestCase("there is no fault \"muete\"; known faults: atr-inconnu, ", 2, "medecin", "--fault", "muete", TestName = "Unknown_fault")]
    [TestCase("Could not find a part of the path '/nowhere/muette.json'.", 2, "medecin", "--fault", "/nowhere/muette.json", TestName = "Fault_in_no_file")]
    [TestCase("Which card? Name one (\"card list\" prints them), or a trace with --replay.", 2, TestName = "No_card")]
    [TestCase("One card fits into the reader: name it, or a trace with --replay, not both.", 2, "medecin", "--replay", "trace.txt", TestName = "Two_cards")]
    [TestCase("--skipping goes with --replay.", 2, "medecin", "--skipping", TestName = "Skipping_without_a_trace")]
    [TestCase("--revocation-list goes with a card that is made here", 2, "--replay", "trace.txt", "--revocation-list", "http://localhost/", TestName = "Revocation_list_for_a_trace")]
    [TestCase("--revocation-list: an address is expected, for example http://localhost/list.crl, found \"list\".", 2, "medecin", "--revocation-list", "list", TestName = "Revocation_list_without_address")]
    [TestCase("Cannot read the trace: Could not find a part of the path '/nowhere/trace.txt'.", 2, "--replay", "/nowhere/trace.txt", TestName = "No_such_trace")]
    [TestCase("/etc/hostname, line 1: a command (>) or a comment (#) is expected here, found ", 2, "--replay", "/etc/hostname", TestName = "No_trace_in_the_file")]
    [TestCase("A revoked card names the list that it stands on: --revocation-list URL", 2, "CPS de médecin, certificat révoqué", TestName = "Revoked_without_a_list")]
    [TestCase("--state goes with a card that is made here", 2, "--replay", "trace.txt", "--state", "carte.json", TestName = "State_of_a_trace")]
    [TestCase("--state: carte Vitale remembers nothing.", 2, "carte Vitale", "--state", "carte.json", TestName = "State_of_another_card")]
    [TestCase("--state: Could not find a part of the path '/nowhere/carte.json'.", 2, "medecin", "--state", "/nowhere/carte.json", TestName = "State_in_no_folder")]
    [TestCase("/etc/hostname, line 1, byte 1: ", 2, "medecin", "--state", "/etc/hostname", TestName = "State_in_another_file")]
    [TestCase("Unrecognized command or argument '--pinpad'.", 2, "medecin", "--pinpad", TestName = "Unknown_option")]
    public async Task Mistakes_are_answered_with_a_sentence(string expected, int exitCode, params string[] arguments)
    {
        Process process = Start(arguments);
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(errors, Does.StartWith(expected));
        Assert.That(process.ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public async Task A_slot_that_is_taken_refuses_the_card()
    {
        using Readers.Lease reader = Readers.Take();
        reader.Insert(Cards.New());
        Process process = Start("medecin", "--slot", reader.Socket);
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(errors, Does.Contain("The reader did not take the card: there is one in it already."));
        Assert.That(process.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Faults_are_named_and_take_effect()
    {
        using Readers.Lease reader = Readers.Take();
        Process simulator = Start("medecin", "--slot", reader.Socket, "--fault", "atr-inconnu", "--fault", "retrait-apres-reponse");
        List<string> lines = await ReadUntilAsync(simulator, line => line.Contains("RESET", StringComparison.Ordinal));
        Assert.That(lines, Has.One.EqualTo("  fault    ATR d'une autre carte à la mise sous tension"));
        Assert.That(lines, Has.One.EqualTo("  fault    Carte retirée juste après une réponse"));
        ReaderStatus status = _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        Assert.That(Convert.ToHexString(status.Atr), Is.EqualTo("3B021450"));
        using PcscCard card = _context.Connect(reader.Name);
        Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x00]), Is.EqualTo(new byte[] { 0x63, 0xC3 }));
        await ReadUntilAsync(simulator, line => line == "The card has left the reader, which stays, empty, until Ctrl-C.");
        Assert.That(simulator.HasExited, Is.False);
        Assert.That((await PullOutAsync(simulator)).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Fault_that_never_happened_is_told_at_the_end()
    {
        using Readers.Lease reader = Readers.Take();
        Process simulator = Start("medecin", "--slot", reader.Socket, "--quiet", "--fault", "retrait-avant-signature");
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        await PullOutAsync(simulator);
        Assert.That(await simulator.StandardOutput.ReadToEndAsync(), Does.Contain("This fault was never met: "));
    }

    [Test]
    public async Task A_fault_of_ones_own_is_a_file()
    {
        using Readers.Lease reader = Readers.Take();
        string file = In("panne.json");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "description": "Une panne à moi",
              "cause": { "kind": "anyCommand" },
              "effect": { "kind": "statusWord", "value": "6F42" },
              "end": { "kind": "once" }
            }
            """);
        Process simulator = Start("medecin", "--slot", reader.Socket, "--fault", file);
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        using PcscCard card = _context.Connect(reader.Name);
        byte[] answer = card.Transmit([0x00, 0x20, 0x00, 0x01, 0x00]);
        simulator.Kill();
        Assert.That(answer, Is.EqualTo(new byte[] { 0x6F, 0x42 }));
    }

    [Test]
    public async Task Address_of_the_revocation_list_stands_in_the_certificate()
    {
        using Readers.Lease reader = Readers.Take();
        Process simulator = Start("medecin", "--slot", reader.Socket, "--quiet", "--revocation-list", "http://127.0.0.1:9/a.crl");
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        ProgramResult read = await new ProgramRun(
            "pkcs15-tool", "--reader", reader.Name, "--read-certificate", "e828bd080f8025000001ff001002", "--output", In("certificate"))
        {
            Environment = reader.MiddlewareEnvironment(),
        }.RunAsync();
        await PullOutAsync(simulator);
        Assert.That(read.ExitCode, Is.Zero, read.Text);
        ProgramResult text = await new ProgramRun("openssl", "x509", "-in", In("certificate"), "-noout", "-text").RunAsync();
        Assert.That(text.Output, Does.Contain("URI:http://127.0.0.1:9/a.crl"));
    }

    [TestCase("CPS de médecin, certificat révoqué", 23, "certificate revoked", TestName = "Revoked_card_stands_on_its_list")]
    [TestCase("CPS de médecin", 0, "OK", TestName = "Usual_card_stands_on_no_list")]
    public async Task Card_and_its_list(string phrase, int problem, string verdict)
    {
        using Readers.Lease reader = Readers.Take();
        Process simulator = Start(
            phrase, "--slot", reader.Socket, "--quiet", "--revocation-list", "http://127.0.0.1:9/a.crl", "--write-revocation-list", In("a.crl"));
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        foreach (string key in new[] { "01", "02" })
        {
            ProgramResult read = await new ProgramRun(
                "pkcs15-tool", "--reader", reader.Name, "--read-certificate", "e828bd080f8025000001ff0010" + key, "--output", In(key + ".pem"))
            {
                Environment = reader.MiddlewareEnvironment(),
            }.RunAsync();
            Assert.That(read.ExitCode, Is.Zero, read.Text);
        }

        await PullOutAsync(simulator);
        TestAuthority authority = CardIssuing.OpenAuthority();
        await File.WriteAllTextAsync(In("authorities.pem"), string.Concat(
            authority.Roots.Concat(authority.Intermediates).Select(certificate => certificate.ExportCertificatePem() + "\n")));
        foreach (string key in new[] { "01", "02" })
        {
            ProgramResult verified = await new ProgramRun(
                "openssl", "verify", "-crl_check", "-CAfile", In("authorities.pem"), "-CRLfile", In("a.crl"), In(key + ".pem")).RunAsync();
            Assert.That(verified.Text, Does.Contain(verdict));
            Assert.That(verified.Text.Contains($"error {problem} at 0 depth", StringComparison.Ordinal), Is.EqualTo(problem > 0));
        }
    }

    [Test]
    public async Task Killed_and_put_in_again_it_knows_of_the_wrong_code()
    {
        using Readers.Lease reader = Readers.Take();
        string[] insert = ["medecin", "--slot", reader.Socket, "--quiet", "--state", In("carte.json")];
        Process first = Start(insert);
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        using (PcscCard card = _context.Connect(reader.Name))
        {
            Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x04, 0x39, 0x39, 0x39, 0x39]), Is.EqualTo(new byte[] { 0x63, 0xC2 }));
        }

        first.Kill();
        _context.WaitFor(reader.Name, now => now.State.HasFlag(ReaderStates.Empty), Readers.Limit);
        Process second = Start(insert);
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        using PcscCard again = _context.Connect(reader.Name);
        byte[] tries = again.Transmit([0x00, 0x20, 0x00, 0x01, 0x00]);
        await PullOutAsync(second);
        Assert.That(tries, Is.EqualTo(new byte[] { 0x63, 0xC2 }));
    }

    [Test]
    public async Task A_trace_is_a_card()
    {
        using Readers.Lease reader = Readers.Take();
        string recording = Path.Combine(Repository.Fixtures, "transcripts", "opensc-name.txt");
        Process simulator = Start("--replay", recording, "--slot", reader.Socket, "--trace", In("again.txt"));
        List<string> lines = await ReadUntilAsync(simulator, line => line.Contains("RESET", StringComparison.Ordinal));
        Assert.That(lines, Has.One.EqualTo($"  trace    {recording}, 7 commands, in this order and no other"));
        Assert.That(lines, Has.One.EqualTo("  ATR      3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00"));
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        ProgramResult opensc = await new ProgramRun("opensc-tool", "--reader", reader.Name, "--name") { Environment = reader.MiddlewareEnvironment() }.RunAsync();
        Assert.That(opensc.Output, Does.Contain("IAS-ECC"), opensc.Errors);
        (int exitCode, string errors) = await PullOutAsync(simulator);
        Assert.That(exitCode, Is.Zero, errors);

        // What was written down of it is the same trace, but for the power it lost in the end.
        ProgramResult difference = await CardConformanceProgram.RunAsync("card", "diff", recording, In("again.txt"));
        Assert.That(difference.Output, Does.Contain("A ends here, B goes on.").And.EndWith("> POWER DOWN\n                 <\nB ends.\n"));
    }

    [Test]
    public async Task Program_that_departs_from_the_trace_is_told_of_at_once()
    {
        using Readers.Lease reader = Readers.Take();
        string recording = Path.Combine(Repository.Fixtures, "transcripts", "opensc-name.txt");
        Process simulator = Start("--replay", recording, "--slot", reader.Socket, "--quiet");
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        using PcscCard card = _context.Connect(reader.Name);
        Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x04, 0x31, 0x32, 0x33, 0x34]), Is.EqualTo(new byte[] { 0x6F, 0x00 }));
        string? told = await simulator.StandardError.ReadLineAsync().WaitAsync(Readers.Limit);
        Assert.That(told, Is.EqualTo($"{recording}, line 7: 00 A4 09 04 04 3F 00 2F 01 is expected here, the card got 00 20 00 01 04 ** ** ** **."));
        Assert.That((await PullOutAsync(simulator)).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task A_trace_that_skips_answers_what_it_knows()
    {
        using Readers.Lease reader = Readers.Take();
        Process simulator = Start("--replay", Path.Combine(Repository.Fixtures, "transcripts", "opensc-sign.txt"), "--skipping", "--slot", reader.Socket, "--quiet");
        _context.WaitFor(reader.Name, now => now.HasCard, Readers.Limit);
        using (PcscCard card = _context.Connect(reader.Name))
        {
            Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x00]), Is.EqualTo(new byte[] { 0x63, 0xC3 }));
            Assert.That(card.Transmit([0x00, 0x84, 0x00, 0x00, 0x08]), Is.EqualTo(new byte[] { 0x6D, 0x00 }));
            Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x04, 0x39, 0x39, 0x39, 0x39]), Is.EqualTo(new byte[] { 0x90, 0x00 }));
        }

        (int exitCode, string errors) = await PullOutAsync(simulator);
        Assert.That(exitCode, Is.Zero, errors);
    }

    [Test]
    public async Task Faults_can_be_listed()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("card", "faults");
        Assert.That(result.ExitCode, Is.Zero);
        foreach (string name in CardFaults.Catalogue.Names)
        {
            Assert.That(result.Output, Does.Match($"(?m)^{name} +[A-Z]"));
        }
    }

    // As from a terminal: to everything that was started there.
    private static async Task<(int ExitCode, string Errors)> PullOutAsync(Process simulator)
    {
        Assert.That(Kill(-simulator.Id, SigInt), Is.Zero);
        string errors = await simulator.StandardError.ReadToEndAsync().WaitAsync(Readers.Limit);
        await simulator.WaitForExitAsync().WaitAsync(Readers.Limit);
        return (simulator.ExitCode, errors);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private static async Task<List<string>> ReadUntilAsync(Process process, Predicate<string> last)
    {
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Readers.Limit) is { } line)
        {
            lines.Add(line);
            if (last(line))
            {
                return lines;
            }
        }

        throw new EndOfStreamException(string.Join('\n', lines) + await process.StandardError.ReadToEndAsync());
    }

    private static PcscException? Catch(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (PcscException refused)
        {
            return refused;
        }
    }

    // Each thread's state stands behind its name, which stands in brackets (proc(5)).
    private static bool IsStopped(int process)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task")
                .Select(thread => File.ReadAllText(Path.Combine(thread, "stat")))
                .All(stat => stat[stat.LastIndexOf(')') + 2] == 'T');
        }
        catch (IOException)
        {
            // One of the threads has just ended: it was not stopped.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private Process Start(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "CardConformance.Harness.dll");
        // Whoever starts the tests in the background lets them ignore Ctrl-C, and all that they start.
        var info = new ProcessStartInfo("setsid", ["env", "--default-signal=INT", "dotnet", program, "card", "insert", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(info)!;
        _processes.Add(process);
        return process;
    }
}
