using CardConformance.Simulator.Card;
using CardConformance.Simulator.Trace;

namespace CardConformance.Simulator.Tests.Trace;

public sealed class ReplayedCardTests
{
    private const string TwoSessions =
        """
        > RESET
        < 3B 02 14 50
        > PROTOCOL T1
        < refused
        > PROTOCOL T0
        < accepted
        > 00 20 00 01 04 ** ** ** **
        < 63 C2
        > 00 84 00 00 02
        < ** 42 90 00
        > 00 20 00 01 00
        < MUTE
        > POWER DOWN
        <
        > RESET
        < 3B 00
        > 00 20 00 01 04 ** ** ** **
        < 90 00
        > 00 20 00 01 00
        < REMOVED
        """;

    [Test]
    public void Strict_it_answers_what_was_answered()
    {
        CardTerminal terminal = Replay(TwoSessions, ReplayMode.Strict);
        Assert.That(
            Send(terminal, "00 20 00 01 04 39393939", "00 84 00 00 02", "00 20 00 01 00"),
            Is.EqualTo(["63C2", "00429000", "mute"]),
            "any code is the one of the trace, and open bytes are 00");
        terminal.Card.Reset();
        Assert.That(Send(terminal, "00 20 00 01 04 31323334", "00 20 00 01 00"), Is.EqualTo(["9000", "removed"]));
    }

    [Test]
    public void A_loss_of_power_is_the_readers_business()
    {
        CardTerminal terminal = Replay(TwoSessions, ReplayMode.Strict);
        terminal.Card.LosePower([0x00, 0x20, 0x00, 0x01, 0x04, 0x39, 0x39, 0x39, 0x39]);
        Assert.That(Send(terminal, "00 20 00 01 04 39393939"), Is.EqualTo(["63C2"]), "the trace goes on where it was");
    }

    [TestCase("00 20 00 01 04 39393939 00", "00 20 00 01 ** ** ** ** ** **", TestName = "Command_longer_than_that_of_the_trace")]
    [TestCase("00 20 00 02 04 39393939", "00 20 00 02 04 ** ** ** **", TestName = "Code_that_differs_outside_of_the_code_is_masked_all_the_same")]
    [TestCase("00 84 00 00 02", "00 84 00 00 02", TestName = "Command_that_comes_later_in_the_trace")]
    public void Strict_any_other_command_is_a_failure(string command, string shown)
    {
        CardTerminal terminal = Replay(TwoSessions, ReplayMode.Strict);
        Assert.That(
            () => terminal.Send(command),
            Throws.InstanceOf<ReplayException>()
                .With.Message.EqualTo($"trace.txt, line 7: 00 20 00 01 04 ** ** ** ** is expected here, the card got {shown}."));
        Assert.That(terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("63C2"), "it stays where it was");
    }

    [Test]
    public void Strict_nothing_may_follow_the_end()
    {
        CardTerminal terminal = Replay("> RESET\n< 3B 00\n> 00 20 00 01 00\n< 63 C3", ReplayMode.Strict);
        terminal.Send("00 20 00 01 00");
        Assert.That(
            () => terminal.Send("00 20 00 01 00"),
            Throws.InstanceOf<ReplayException>().With.Message.EqualTo("trace.txt, line 4: the end of the trace is expected here, the card got 00 20 00 01 00."));
    }

    [Test]
    public void Reset_begins_a_trace_anew_that_was_told_to_its_end()
    {
        CardTerminal terminal = Replay("> RESET\n< 3B 00\n> 00 20 00 01 00\n< 63 C3\n> POWER DOWN\n<\n", ReplayMode.Strict);
        for (int i = 0; i < 3; i++)
        {
            terminal.Card.PowerDown();
            terminal.Card.Reset();
            Assert.That(terminal.Send("00 20 00 01 00"), Is.EqualTo("63C3"));
        }
    }

    [Test]
    public void Resets_and_protocols_are_the_readers_business()
    {
        CardTerminal terminal = Replay(TwoSessions, ReplayMode.Strict);
        terminal.Card.Reset();
        terminal.Card.PowerDown();
        terminal.Card.Reset();
        Assert.That(terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("63C2"), "it was powered three times before it was used");
        terminal.Card.Reset();
        Assert.That(terminal.Send("00 84 00 00 02"), Is.EqualTo("00429000"), "the trace has no reset here, and goes on");
    }

    [Test]
    public void ATR_is_that_of_the_session()
    {
        CardTerminal terminal = Replay(TwoSessions, ReplayMode.Strict);
        Assert.That(Convert.ToHexString(terminal.Card.Atr.Span), Is.EqualTo("3B021450"));
        Send(terminal, "00 20 00 01 04 31323334", "00 84 00 00 02", "00 20 00 01 00");
        terminal.Card.Reset();
        Assert.That(Convert.ToHexString(terminal.Card.Atr.Span), Is.EqualTo("3B00"));
    }

    [TestCase(TwoSessions, TransmissionProtocol.T0, true, TestName = "Protocol_that_was_accepted")]
    [TestCase(TwoSessions, TransmissionProtocol.T1, false, TestName = "Protocol_that_was_refused")]
    [TestCase("> RESET\n< 3B 00\n> PROTOCOL T0\n< accepted", TransmissionProtocol.T1, false, TestName = "Protocol_beside_the_one_that_was_accepted")]
    [TestCase("> RESET\n< 3B 00", TransmissionProtocol.T1, true, TestName = "Protocol_of_which_nothing_is_known")]
    public void Protocol(string trace, TransmissionProtocol protocol, bool expected) =>
        Assert.That(Replay(trace, ReplayMode.Strict).Card.TrySetProtocol(protocol), Is.EqualTo(expected));

    [Test]
    public void Skipping_it_finds_a_command_further_on_and_knows_no_other()
    {
        CardTerminal terminal = Replay(TwoSessions, ReplayMode.Skipping);
        Assert.That(
            Send(terminal, "00 84 00 00 02", "00 A4 00 0C 02 3F00", "00 84 00 00 02", "00 20 00 01 04 31323334"),
            Is.EqualTo(["00429000", "6D00", "6D00", "9000"]),
            "what it has passed it does not find again");
    }

    [Test]
    public void Skipping_a_reset_goes_on_to_the_next_one_or_back_to_the_first()
    {
        CardTerminal terminal = Replay(TwoSessions, ReplayMode.Skipping);
        List<string> answers = [];
        for (int i = 0; i < 3; i++)
        {
            answers.Add(terminal.Send("00 20 00 01 04 31323334"));
            terminal.Card.Reset();
        }

        Assert.That(answers, Is.EqualTo(["63C2", "9000", "63C2"]));
    }

    [TestCase("", 1, "nothing", TestName = "Empty_trace")]
    [TestCase("# a\n> 00 20 00 01 00\n< 63 C3", 2, "\"00 20 00 01 00\"", TestName = "Trace_without_reset")]
    [TestCase("> RESET\n< MUTE", 1, "\"RESET\"", TestName = "Trace_without_ATR")]
    public void Trace_that_makes_no_card(string text, int line, string found) =>
        Assert.That(
            () => Replay(text, ReplayMode.Strict),
            Throws.InstanceOf<TraceException>()
                .With.Message.EqualTo($"trace.txt, line {line}: RESET, with the card's ATR as its response, is expected here, found {found}."));

    [Test]
    public void Replayed_session_is_the_recorded_one()
    {
        List<TraceEntry> recorded = [];
        string[] session =
        [
            "00 A4 00 0C 02 3F00", "00 B0 9C 00 00", "00 B0 9C 00 0C", "00 20 00 01 04 31323334", "00 A4 09 04 04 3F00 0001", "00 84 00 00 08",
        ];
        var card = new TracedCard(TestCards.New(), recorded.Add);
        card.Reset();
        string[] answers = Send(new(card), session);
        string text = string.Concat(recorded.Select(entry => TraceText.Format(entry) + "\n"));
        Assert.That(Send(Replay(text, ReplayMode.Strict), session), Is.EqualTo(answers));
    }

    private static CardTerminal Replay(string text, ReplayMode mode) => new(new ReplayedCard(TraceFile.Parse("trace.txt", text.Split('\n')), mode));

    private static string[] Send(CardTerminal terminal, params string[] commands) => [.. commands.Select(terminal.Send)];
}
