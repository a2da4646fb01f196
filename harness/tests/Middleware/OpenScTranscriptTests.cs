using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>
/// What OpenSC says to a CPS3, command by command, and what it makes of a card that only repeats what a card once said. The
/// recordings are in <c>fixtures/transcripts</c>; this day's are left in <c>artifacts/transcripts</c>, to be copied when they differ for
/// a good reason.
/// </summary>
public sealed class OpenScTranscriptTests : IDisposable
{
    private const string AuthenticationKey = "e828bd080f8025000001ff001002";

    // PKCS #1: SHA-256, and a hash of thirty-two bytes.
    private static readonly byte[] DigestInfo =
        [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly Readers.Lease _reader = Readers.Take();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-transcript-");

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Opensc_tool_asks_for_the_name() =>
        await ExpectAsync("opensc-name.txt", "opensc-tool -n", Name);

    [Test]
    public async Task Pkcs15_tool_dumps_everything() =>
        await ExpectAsync("opensc-dump.txt", "pkcs15-tool --dump", Dump);

    [Test]
    public async Task Pkcs11_tool_lists_the_objects() =>
        await ExpectAsync("opensc-objects.txt", "pkcs11-tool -O", Pkcs11("--list-objects"));

    [Test]
    public async Task Pkcs11_tool_logs_in_and_signs()
    {
        await File.WriteAllBytesAsync(In("digest-info"), DigestInfo);
        await ExpectAsync(
            "opensc-sign.txt",
            $"pkcs11-tool --login --sign --mechanism RSA-PKCS --id {AuthenticationKey}",
            Pkcs11(
                "--login", "--pin", Cards.Doctor.CodePorteur, "--sign", "--mechanism", "RSA-PKCS", "--id", AuthenticationKey,
                "--input-file", In("digest-info"), "--output-file", In("signature")));
    }

    [Test]
    public async Task Pkcs15_tool_gets_a_wrong_code_refused() =>
        await ExpectAsync("opensc-wrong-code.txt", "pkcs15-tool --verify-pin, with a wrong code", Code("--verify-pin", "9999"), refused: true);

    [Test]
    public async Task Pkcs15_tool_changes_the_code() =>
        await ExpectAsync("opensc-change.txt", "pkcs15-tool --change-pin", Code("--change-pin", Cards.Doctor.CodePorteur, "--new-pin", "4321"));

    [Test]
    public async Task Pkcs15_tool_frees_the_code() => await ExpectAsync(
        "opensc-unblock.txt", "pkcs15-tool --unblock-pin",
        ["pkcs15-tool", "--reader", _reader.Name, "--unblock-pin", "--auth-id", "01", "--puk", Cards.Doctor.CodeDeblocage, "--new-pin", "4321"]);

    // OpenSC knows neither, and asks with the commands of many another card before it gives up.
    [TestCase("medecin-sans-contact")]
    [TestCase("medecin-cps4")]
    public async Task Pkcs15_tool_gives_up(string card) =>
        await ExpectAsync($"opensc-{card}.txt", "pkcs15-tool --dump", Dump, refused: true, card);

    [Test]
    public async Task A_card_made_of_a_recording_is_taken_for_the_card()
    {
        TraceFile recording = TraceFile.Load(Transcript.Recording("opensc-name.txt"));
        ReaderLink link = _reader.Insert(new ReplayedCard(recording, ReplayMode.Strict));
        Assert.That((await RunAsync(Name)).Output, Does.Contain("IAS-ECC"));
        link.Dispose();
        Assert.That(link.Ended.IsCompletedSuccessfully, Is.True, "every command was the next one of the recording");
    }

    [TestCase(ReplayMode.Strict)]
    [TestCase(ReplayMode.Skipping)]
    public async Task A_program_sees_no_difference_between_a_card_and_its_trace(ReplayMode mode)
    {
        string trace = In("trace.txt");
        string seen;
        await using (var file = new StreamWriter(trace))
        {
            using ReaderLink card = _reader.Insert(new TracedCard(NewCard(), entry => file.WriteLine(TraceText.Format(entry))));
            seen = (await RunAsync(Dump)).Output;
        }

        WaitUntilEmpty();
        ReaderLink replayed = _reader.Insert(new ReplayedCard(TraceFile.Load(trace), mode));
        string seenAgain = (await RunAsync(Dump)).Output;
        replayed.Dispose();
        Assert.That(replayed.Ended.IsCompletedSuccessfully, Is.True);
        Assert.That(seen, Does.Contain("Certificat d'Authentification CPS"));
        Assert.That(seenAgain, Is.EqualTo(seen));
    }

    [Test]
    public async Task A_program_that_departs_from_the_recording_gets_6F00_and_the_failure_is_kept()
    {
        ReaderLink link = _reader.Insert(new ReplayedCard(TraceFile.Load(Transcript.Recording("opensc-name.txt")), ReplayMode.Strict));
        using (var context = PcscContext.Establish())
        using (PcscCard card = context.Connect(_reader.Name))
        {
            Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x00]), Is.EqualTo(new byte[] { 0x6F, 0x00 }));
            Exception failure = await link.Defect.WaitAsync(Readers.Limit);
            Assert.That(failure.Message, Does.EndWith("00 A4 09 04 04 3F 00 2F 01 is expected here, the card got 00 20 00 01 00."));
        }

        link.Remove();
        Assert.That(async () => await link.Ended, Throws.InstanceOf<ReplayException>());
    }

    private static string[] Pkcs11(params string[] arguments) =>
        ["pkcs11-tool", "--module", OpenSc.Module, "--token-label", $"{Cards.Doctor.TokenLabel} (Code porteur)", .. arguments];

    // With the revocation list that simulator/tests give their cards: it makes a certificate longer.
    private static VirtualCard NewCard(string name = "medecin") => Cards.New(CardIssuing.Catalogue.Load(name), new("http://127.0.0.1:9/list.crl"));

    private string[] Code(string what, string code, params string[] more) =>
        ["pkcs15-tool", "--reader", _reader.Name, what, "--auth-id", "01", "--pin", code, .. more];

    private string[] Name => ["opensc-tool", "--reader", _reader.Name, "--name"];

    private string[] Dump => ["pkcs15-tool", "--reader", _reader.Name, "--dump"];

    private async Task ExpectAsync(string recording, string program, string[] command, bool refused = false, string card = "medecin")
    {
        var transcript = new Transcript();
        _reader.Insert(new TracedCard(NewCard(card), transcript.Add));
        ProgramResult result = await RunAsync(command);
        Assert.That(result.ExitCode, refused ? Is.Not.Zero : Is.Zero, result.Text);
        string version = (await RunAsync(["opensc-tool", "--info"])).Output.Split(" [")[0];
        await transcript.ExpectAsync(recording, $"{program}, {version}, on the card \"{card}\".");
    }

    private async Task<ProgramResult> RunAsync(string[] command) =>
        await new ProgramRun(command[0], command[1..]) { Environment = _reader.MiddlewareEnvironment() }.RunAsync();

    private void WaitUntilEmpty()
    {
        using var context = PcscContext.Establish();
        context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
