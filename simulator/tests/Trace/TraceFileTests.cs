using CardConformance.Simulator.Trace;

namespace CardConformance.Simulator.Tests.Trace;

public sealed class TraceFileTests
{
    private const string Whole =
        """
        # What somebody wrote above it.

        # 2026-03-01T08:05:00.000000Z, 1.500 ms
        > RESET
        < 3B 02 14 50
        > PROTOCOL T0
        < accepted
        # 2026-03-01T08:05:00.250000Z, 0.125 ms
        # VERIFY
        > 00 20 00 01 04 ** ** ** **
        < 90 00
        > 00 84 00 00 08
        < ** ** ** ** ** ** ** ** 90 00
        > 00 20 00 01 00
        < MUTE
        > 00 20 00 01 00
        <
        > POWER DOWN
        <
        > RESET
        < REMOVED
        """;

    [Test]
    public void Exchanges_have_their_lines()
    {
        TraceFile trace = Parse(Whole);
        Assert.That(
            trace.Exchanges.Select(exchange => (exchange.Line, exchange.Command, exchange.Response)),
            Is.EqualTo(
            [
                (4, "RESET", "3B 02 14 50"),
                (6, "PROTOCOL T0", "accepted"),
                (10, "00 20 00 01 04 ** ** ** **", "90 00"),
                (12, "00 84 00 00 08", "** ** ** ** ** ** ** ** 90 00"),
                (14, "00 20 00 01 00", "MUTE"),
                (16, "00 20 00 01 00", ""),
                (18, "POWER DOWN", ""),
                (20, "RESET", "REMOVED"),
            ]));
    }

    [Test]
    public void Times_belong_to_the_exchange_behind_them()
    {
        TraceFile trace = Parse(Whole);
        Assert.That(trace.Exchanges[0].Duration, Is.EqualTo(TimeSpan.FromMilliseconds(1.5)));
        Assert.That(trace.Exchanges[1].Time, Is.Null);
        Assert.That(trace.Exchanges[2].Time, Is.EqualTo(new DateTimeOffset(2026, 3, 1, 8, 5, 0, 250, TimeSpan.Zero)));
    }

    [Test]
    public void What_is_written_is_read_back()
    {
        TraceEntry[] written = [];
        var card = new TracedCard(TestCards.New(), entry => written = [.. written, entry]);
        card.Reset();
        card.TrySetProtocol(Simulator.Card.TransmissionProtocol.T0);
        var terminal = new CardTerminal(card);
        terminal.Send("");
        terminal.Send("00 20 00 01 04 31323334");
        terminal.Send("00 B0 9E 00 5F");
        card.PowerDown();
        string text = string.Concat(written.Select(entry => TraceText.Format(entry) + "\n"));
        TraceFile read = Parse(text);
        Assert.That(
            read.Exchanges.Select(exchange => (exchange.Command, exchange.Response)), Is.EqualTo(written.Select(entry => (entry.Command, entry.Response))));
        Assert.That(
            read.Exchanges.Select(exchange => exchange.Time!.Value), Is.EqualTo(written.Select(entry => entry.Time)).Within(TimeSpan.FromMicroseconds(1)));
        Assert.That(read.Exchanges.Select(exchange => exchange.CommandBytes is null), Is.EqualTo([true, true, false, false, false, true]));
    }

    [TestCase("< 90 00", 1, "a command (>) or a comment (#) is expected here, found \"< 90 00\".", TestName = "Response_without_command")]
    [TestCase("# a\nRESET", 2, "a command (>) or a comment (#) is expected here, found \"RESET\".", TestName = "Command_without_sign")]
    [TestCase("> RESET", 2, "the response (<) is expected here, found nothing.", TestName = "Command_at_the_end")]
    [TestCase("> RESET\n\n< 3B 00", 2, "the response (<) is expected here, found nothing.", TestName = "Empty_line_between_command_and_response")]
    [TestCase("> RESET\n> RESET", 2, "the response (<) is expected here, found \"> RESET\".", TestName = "Two_commands")]
    [TestCase("> RESET\n< accepted", 2, "an ATR in hexadecimal, MUTE or REMOVED is expected here, found \"accepted\".", TestName = "No_ATR")]
    [TestCase("> POWER DOWN\n< 90 00", 2, "nothing is expected here, found \"< 90 00\".", TestName = "Response_to_power_down")]
    [TestCase("> PROTOCOL T1\n< 90 00", 2, "accepted or refused is expected here, found \"< 90 00\".", TestName = "Unknown_word_for_a_protocol")]
    [TestCase("> PROTOCOL T2\n< accepted", 1, "a command in hexadecimal, RESET, POWER DOWN, PROTOCOL T0 or PROTOCOL T1 is expected here, found \"> PROTOCOL T2\".", TestName = "Unknown_protocol")]
    [TestCase("> 00 2\n< 90 00", 1, "a command in hexadecimal, RESET, POWER DOWN, PROTOCOL T0 or PROTOCOL T1 is expected here, found \"> 00 2\".", TestName = "Half_a_byte")]
    [TestCase("> 00 20 00 01 00\n< 63 CX", 2, "a response in hexadecimal, MUTE or REMOVED is expected here, found \"63 CX\".", TestName = "No_hexadecimal")]
    public void Mistake_is_named_with_its_line(string text, int line, string expected) =>
        Assert.That(
            () => Parse(text),
            Throws.InstanceOf<TraceException>().With.Message.EqualTo($"trace.txt, line {line}: {expected}").And.Property("Line").EqualTo(line));

    [Test]
    public void Long_line_is_cut_in_a_message() =>
        Assert.That(() => Parse(new string('x', 1000)), Throws.InstanceOf<TraceException>().With.Message.EndsWith($"found \"{new string('x', 60)}…\"."));

    [Test]
    public void Torn_trace_is_read_as_far_as_it_is_whole_only_when_asked_for()
    {
        string[] lines = ["> RESET", "< 3B 00", "> 00 20 00 01 00"];
        Assert.That(TraceFile.Parse("trace.txt", lines, torn: true).Exchanges, Has.Count.EqualTo(1));
        Assert.That(() => TraceFile.Parse("trace.txt", lines), Throws.InstanceOf<TraceException>());
    }

    [Test]
    public void Lines_may_end_as_on_Windows() => Assert.That(Parse("> RESET\r\n< 3B 00\r\n").Exchanges[0].Response, Is.EqualTo("3B 00"));

    private static TraceFile Parse(string text) => TraceFile.Parse("trace.txt", text.Split('\n'));
}
