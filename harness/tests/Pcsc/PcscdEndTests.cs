using System.Diagnostics;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>pcscd killed, started again, started twice, and without what it needs.</summary>
public sealed class PcscdEndTests : IDisposable
{
    private const int KilledBySignal9 = 128 + 9;

    // Always open: with room for no more, there is none for a connection.
    private const int StandardStreams = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-end-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task Killed_it_pulls_its_cards_out_and_says_what_ended_it()
    {
        await using PcscDaemon pcscd = await PcscDaemon.StartAsync(new());
        using ReaderLink link = ReaderLink.Insert(pcscd.SlotSockets[0], Cards.New());
        Kill(pcscd.ProcessId);
        Assert.That(await pcscd.Ended.WaitAsync(Readers.Limit), Is.EqualTo(KilledBySignal9));
        await link.Ended.WaitAsync(Readers.Limit);
        Assert.That(() => ReaderLink.Insert(pcscd.SlotSockets[0], Cards.New()), Throws.InstanceOf<System.Net.Sockets.SocketException>());
    }

    [Test]
    public async Task Killed_it_leaves_sockets_that_the_next_one_takes_over()
    {
        await using (BarePcscd killed = await BarePcscd.StartAsync(_folder))
        {
            ExpectCardTaken();
            Kill(killed.ProcessId);
            await killed.Ended.WaitAsync(Readers.Limit);
        }

        Assert.That(File.Exists(BarePcscd.SlotIn(_folder)), Is.True, "nobody was left to remove it");
        await using BarePcscd next = await BarePcscd.StartAsync(_folder);
        ExpectCardTaken();
    }

    [Test]
    public async Task A_second_one_on_the_same_sockets_leaves_the_first_its_cards()
    {
        await using BarePcscd first = await BarePcscd.StartAsync(_folder);
        await using (BarePcscd second = await BarePcscd.StartAsync(_folder))
        {
            Assert.That(second.Log, Has.Some.Contains("is in use by another pcscd"));
        }

        ExpectCardTaken();
    }

    [Test]
    public async Task A_link_in_place_of_the_lock_is_not_followed()
    {
        string elsewhere = Path.Combine(_folder.FullName, "elsewhere");
        File.CreateSymbolicLink(BarePcscd.SlotIn(_folder) + ".lock", elsewhere);
        await using BarePcscd pcscd = await BarePcscd.StartAsync(_folder);
        Assert.That(pcscd.Log, Has.Some.Contains("cannot open"));
        Assert.That(File.Exists(elsewhere), Is.False);
    }

    [Test]
    public async Task A_folder_that_others_can_enter_is_refused()
    {
        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        await using BarePcscd pcscd = await BarePcscd.StartAsync(_folder);
        Assert.That(pcscd.Log, Has.Some.Contains("is open to others; it has to have mode 0700"));
        Assert.That(File.Exists(BarePcscd.SlotIn(_folder)), Is.False);
    }

    [Test]
    public async Task Out_of_descriptors_it_rests_and_takes_the_card_when_there_are_some_again()
    {
        await using BarePcscd pcscd = await BarePcscd.StartAsync(_folder);
        await LimitDescriptorsAsync(pcscd, StandardStreams);
        using var card = new RawCard(BarePcscd.SlotIn(_folder));
        TimeSpan before = ProcessorTime(pcscd);
        Assert.That(card.HearsWithin(TimeSpan.FromSeconds(2)), Is.False, "there is no descriptor for its connection");
        Assert.That(ProcessorTime(pcscd) - before, Is.LessThan(TimeSpan.FromSeconds(0.3)), "it does not ask without rest");
        await LimitDescriptorsAsync(pcscd, 1024);
        ExpectPower(card);
    }

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static TimeSpan ProcessorTime(BarePcscd pcscd)
    {
        using var process = Process.GetProcessById(pcscd.ProcessId);
        return process.TotalProcessorTime;
    }

    private static async Task LimitDescriptorsAsync(BarePcscd pcscd, int count)
    {
        ProgramResult result = await new ProgramRun("prlimit", $"--pid={pcscd.ProcessId}", $"--nofile={count}:4096").RunAsync();
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
    }

    private static void ExpectPower(RawCard card)
    {
        Assert.That(card.HearsWithin(Readers.Limit), Is.True);
        Assert.That((char)card.Receive(out _), Is.EqualTo('U'));
    }

    private void ExpectCardTaken()
    {
        using var card = new RawCard(BarePcscd.SlotIn(_folder));
        ExpectPower(card);
    }
}
