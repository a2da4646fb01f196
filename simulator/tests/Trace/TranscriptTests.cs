using System.Text;
using System.Text.RegularExpressions;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Commands;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Trace;

namespace CardConformance.Simulator.Tests.Trace;

/// <summary>The card answers as it did when OpenSC and CryptoLib accepted it.</summary>
public sealed partial class TranscriptTests
{
    private const byte CodePorteur = 0x01;
    private const byte CodeDeblocage = 0x02;

    private readonly Dictionary<byte, string> _codes = [];

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(TestCards.Fixture("transcripts"), "*.txt").Where(file => Card().IsMatch(File.ReadLines(file).First())).Order();

    private static IEnumerable<TestCaseData> Recordings() =>
        Files().Select(file => new TestCaseData(file).SetArgDisplayNames(Path.GetFileNameWithoutExtension(file)));

    [TestCaseSource(nameof(Recordings))]
    public void Card_answers_each_recorded_command_the_same(string file)
    {
        TraceFile recorded = TraceFile.Load(file);
        CardProfile profile = new CardCatalogue(TestCards.Fixture("cards")).Load(Card().Match(File.ReadLines(file).First()).Groups[1].Value);
        _codes[CodePorteur] = profile.CodePorteur;
        _codes[CodeDeblocage] = profile.CodeDeblocage;
        List<TraceEntry> entries = [];
        var card = new TracedCard(TestCards.New(profile), entries.Add);
        foreach (TraceExchange exchange in recorded.Exchanges)
        {
            Repeat(exchange, card);
        }

        string[] today = [.. entries.SelectMany(entry => TraceText.Format(entry).Split('\n'))];
        TraceDifference? difference = new TraceComparison().Find(recorded, TraceFile.Parse("today", today));
        Assert.That(difference?.What, Is.Null, difference is null ? "" : $"{file}, line {recorded.Exchanges[difference.Index].Line}");
    }

    [TestCase("opensc", "medecin", "20 22 24 2C 88 A4 B0 C0 CB")]
    [TestCase("cryptolib", "medecin", "20 22 24 2A 2C 88 A4 B0 C0 CB")]
    [TestCase("cryptolib", "medecin-sans-contact", "22 88 A4 B0")]
    [TestCase("cryptolib", "medecin-cps4", "20 22 24 2A 2C A4 B0")]
    public void There_are_recordings_of_what_matters(string middleware, string card, string instructions)
    {
        IEnumerable<TraceExchange> commands = Files()
            .Where(file => Path.GetFileName(file).StartsWith(middleware, StringComparison.Ordinal) && File.ReadLines(file).First().Contains($"\"{card}\"", StringComparison.Ordinal))
            .SelectMany(file => TraceFile.Load(file).Exchanges)
            .Where(exchange => exchange.CommandBytes is not null);
        Assert.That(string.Join(' ', commands.Select(exchange => exchange.Command[3..5]).Distinct().Order()), Is.EqualTo(instructions));
    }

    private void Repeat(TraceExchange exchange, TracedCard card)
    {
        if (exchange.CommandBytes is { } command)
        {
            card.Transmit(WithCode(command, exchange.Response), new byte[VirtualCard.MaxResponseLength]);
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

    // Where the recording has **: the code that P2 names, a wrong one where the card refused it, and a new one where it took one.
    private byte[] WithCode(BytePattern pattern, string response)
    {
        byte[] command = new byte[pattern.Length];
        pattern.CopyTo(command);
        int open = Enumerable.Range(0, pattern.Length).Count(i => pattern[i] is null);
        if (open > 0)
        {
            string code = _codes[command[3]];
            string presented = response == "90 00" ? code : new string([.. code.Reverse()]);
            string next = new([.. code.Select(digit => digit == '9' ? '0' : (char)(digit + 1))]);
            bool sets = command[1] is ChangeReferenceData.Ins or ResetRetryCounter.Ins;
            string digits = sets ? (open > next.Length ? presented + next : next) : presented;
            Assert.That(open, Is.EqualTo(digits.Length), $"{pattern}");
            Encoding.ASCII.GetBytes(digits).CopyTo(command, command.Length - open);
            _codes[command[3]] = sets ? next : code;
        }

        return command;
    }

    // The first line of a recording ends with its card.
    [GeneratedRegex("on the card \"([^\"]+)\"\\.$")]
    private static partial Regex Card();
}
