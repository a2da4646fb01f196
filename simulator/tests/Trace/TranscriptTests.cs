using System.Text;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Trace;

namespace CardConformance.Simulator.Tests.Trace;

/// <summary>The card answers as it did when OpenSC accepted it.</summary>
public sealed class TranscriptTests
{
    private static IEnumerable<TestCaseData> Recordings() =>
        Directory.EnumerateFiles(TestCards.Fixture("transcripts"), "opensc-*.txt").Order().Select(
            file => new TestCaseData(file).SetArgDisplayNames(Path.GetFileNameWithoutExtension(file)));

    [TestCaseSource(nameof(Recordings))]
    public void Card_answers_each_recorded_command_the_same(string file)
    {
        TraceFile recorded = TraceFile.Load(file);
        List<TraceEntry> entries = [];
        var card = new TracedCard(TestCards.New(), entries.Add);
        foreach (TraceExchange exchange in recorded.Exchanges)
        {
            Repeat(exchange, card);
        }

        string[] today = [.. entries.SelectMany(entry => TraceText.Format(entry).Split('\n'))];
        TraceDifference? difference = new TraceComparison().Find(recorded, TraceFile.Parse("today", today));
        Assert.That(difference?.What, Is.Null, difference is null ? "" : $"{file}, line {recorded.Exchanges[difference.Index].Line}");
    }

    [Test]
    public void There_are_recordings_of_what_matters()
    {
        string[] commands =
        [
            .. Directory.EnumerateFiles(TestCards.Fixture("transcripts"), "opensc-*.txt").SelectMany(file => TraceFile.Load(file).Exchanges)
                .Where(exchange => exchange.CommandBytes is not null).Select(exchange => exchange.Command[3..5]).Distinct().Order(),
        ];
        Assert.That(commands, Is.EqualTo(["20", "22", "88", "A4", "B0", "C0", "CB"]));
    }

    private static void Repeat(TraceExchange exchange, TracedCard card)
    {
        if (exchange.CommandBytes is { } command)
        {
            card.Transmit(WithCode(command), new byte[VirtualCard.MaxResponseLength]);
            return;
        }

        switch (exchange.Command)
        {
            case TraceText.Reset:
                card.Reset();
                break;
            case TraceText.PowerDown:
                card.PowerDown();
                break;
            default:
                card.TrySetProtocol(Enum.GetValues<TransmissionProtocol>().Single(protocol => exchange.Command == TraceText.Protocol(protocol)));
                break;
        }
    }

    // Where the recording has **, the code that P2 names stands.
    private static byte[] WithCode(BytePattern pattern)
    {
        byte[] command = new byte[pattern.Length];
        pattern.CopyTo(command);
        int open = Enumerable.Range(0, pattern.Length).Count(i => pattern[i] is null);
        if (open > 0)
        {
            CardProfile profile = TestCards.Doctor;
            byte[] code = Encoding.ASCII.GetBytes(command[3] == 2 ? profile.CodeDeblocage : profile.CodePorteur);
            Assert.That(open, Is.EqualTo(code.Length), $"{pattern}");
            code.CopyTo(command, command.Length - open);
        }

        return command;
    }
}
