using System.Diagnostics;
using System.Runtime.InteropServices;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pcsc;

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
        string rest = await simulator.StandardOutput.ReadToEndAsync();
        await simulator.WaitForExitAsync();
        Assert.That(rest, Does.EndWith("Card out.\n"));
        Assert.That(simulator.ExitCode, Is.Zero);
        Assert.That(Directory.Exists(Path.GetDirectoryName(slot)), Is.False);
    }

    [TestCase("there is no card \"medcin\"; known cards: ", 2, "medcin", TestName = "Unknown_card")]
    [TestCase("There is no reader at /nowhere/slot0: ", 2, "medecin", "--slot", "/nowhere/slot0", TestName = "Unknown_slot")]
    [TestCase("Cannot write the trace: ", 2, "medecin", "--trace", "/nowhere/trace", TestName = "Trace_that_cannot_be_written")]
    [TestCase("there is no fault \"muete\"; known faults: atr-inconnu, ", 2, "medecin", "--fault", "muete", TestName = "Unknown_fault")]
    [TestCase("Could not find a part of the path '/nowhere/muette.json'.", 2, "medecin", "--fault", "/nowhere/muette.json", TestName = "Fault_in_no_file")]
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
        await ReadUntilAsync(simulator, line => line == "The fault has pulled the card out. The reader stays, empty, until Ctrl-C.");
        Assert.That(simulator.HasExited, Is.False);
        Assert.That(Kill(-simulator.Id, SigInt), Is.Zero);
        await simulator.WaitForExitAsync().WaitAsync(Readers.Limit);
        Assert.That(simulator.ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_fault_of_ones_own_is_a_file()
    {
        using Readers.Lease reader = Readers.Take();
        string file = Path.Combine(_folder.FullName, "panne.json");
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
    public async Task Faults_can_be_listed()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("card", "faults");
        Assert.That(result.ExitCode, Is.Zero);
        foreach (string name in CardFaults.Catalogue.Names)
        {
            Assert.That(result.Output, Does.Match($"(?m)^{name} +[A-Z]"));
        }
    }

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
        var info = new ProcessStartInfo("setsid", ["dotnet", program, "card", "insert", .. arguments])
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
