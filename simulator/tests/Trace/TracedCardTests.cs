using CardConformance.Fuzz;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Trace;

namespace CardConformance.Simulator.Tests.Trace;

public sealed class TracedCardTests
{
    private readonly List<TraceEntry> _entries = [];
    private readonly CardTerminal _terminal;

    public TracedCardTests() => _terminal = new(new TracedCard(TestCards.New(), _entries.Add));

    [TestCase("00 20 00 01 04 31323334", "00 20 00 01 04 ** ** ** **", TestName = "Code_porteur_is_masked")]
    [TestCase("00 24 00 01 08 3132333434333231", "00 24 00 01 08 ** ** ** ** ** ** ** **", TestName = "Change_of_code_is_masked")]
    [TestCase("00 2C 02 01 04 35363738", "00 2C 02 01 04 ** ** ** **", TestName = "New_code_is_masked")]
    [TestCase("80 20 00 01 04 31323334", "80 20 00 01 04 ** ** ** **", TestName = "Code_in_another_class_is_masked")]
    [TestCase("00 20 00 01 31323334", "00 20 00 01 ** ** ** **", TestName = "Code_without_length_is_masked")]
    [TestCase("00 20 00 01 00 0004 31323334", "00 20 00 01 ** ** ** ** ** ** **", TestName = "Code_with_extended_length_is_masked")]
    [TestCase("00 20 00 01 04 31323334 00", "00 20 00 01 ** ** ** ** ** **", TestName = "Code_with_Le_is_masked")]
    [TestCase("00 20 00 01 00", "00 20 00 01 00", TestName = "Question_for_the_tries_is_shown")]
    [TestCase("00 A4 09 0C 02 3F00", "00 A4 09 0C 02 3F 00", TestName = "Other_commands_are_shown")]
    public void Shows(string command, string expected)
    {
        string answer = _terminal.Send(command);
        Assert.That(_entries, Has.Count.EqualTo(1));
        Assert.That(_entries[0].Command, Is.EqualTo(expected));
        Assert.That(_entries[0].Response.Replace(" ", "", StringComparison.Ordinal), Is.EqualTo(answer));
    }

    [Test]
    public void Shows_power_and_protocol()
    {
        _terminal.Card.Reset();
        _terminal.Card.TrySetProtocol(TransmissionProtocol.T1);
        _terminal.Card.PowerDown();
        Assert.That(
            _entries.Select(entry => (entry.Command, entry.Response)),
            Is.EqualTo([("RESET", "3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00"), ("PROTOCOL T1", "refused"), ("POWER DOWN", "")]));
    }

    [Test]
    public void Power_that_a_card_does_not_have_cannot_be_taken_away()
    {
        _terminal.Card.PowerDown();
        _terminal.Card.Reset();
        _terminal.Card.PowerDown();
        _terminal.Card.PowerDown();
        Assert.That(_entries.Select(entry => entry.Command), Is.EqualTo(["RESET", "POWER DOWN"]), "a trace begins with the ATR");
    }

    [Test]
    public void A_fault_around_it_takes_the_power_of_the_card_below()
    {
        var faulty = new FaultyCard(_terminal.Card);
        faulty.Reset();
        faulty.Arm(new(new PowerLoss()));
        var terminal = new CardTerminal(faulty);
        Assert.That(terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("mute"));
        Assert.That(terminal.Send("00 20 00 01 00"), Is.EqualTo("63C2"), "the counter had fallen");
        Assert.That(_entries.Select(entry => entry.Command), Is.EqualTo(["RESET", "POWER DOWN", "00 20 00 01 00"]));
    }

    [Test]
    public void Shows_silence_by_its_kind()
    {
        var faulty = new FaultyCard(TestCards.New());
        var card = new TracedCard(faulty, _entries.Add);
        var terminal = new CardTerminal(card);
        CardFault[] faults =
        [
            new(new Mute()) { Cause = FaultCause.Reset },
            new(Removal.Within) { Cause = FaultCause.Reset with { Nth = 2 } },
            new(new Mute()),
            new(Removal.Within),
            new(new Truncation(0)),
        ];
        faulty.Arm(faults[0]);
        faulty.Arm(faults[1]);
        card.Reset();
        card.Reset();
        foreach (CardFault fault in faults[2..])
        {
            faulty.Arm(fault);
            terminal.Send("00 20 00 01 00");
        }

        Assert.That(_entries.Select(entry => entry.Response), Is.EqualTo(["MUTE", "REMOVED", "MUTE", "REMOVED", ""]));
        Assert.That(card.IsPresent, Is.False);
    }

    [Test]
    public void Shows_what_the_reader_answers_for_a_card_that_failed()
    {
        var card = new TracedCard(new ReplayedCard(TraceFile.Parse("trace.txt", ["> RESET", "< 3B 00"]), ReplayMode.Strict), _entries.Add);
        Assert.That(() => new CardTerminal(card).Send("00 20 00 01 04 31323334"), Throws.InstanceOf<ReplayException>());
        Assert.That(_entries.Select(entry => (entry.Command, entry.Response)), Is.EqualTo([("00 20 00 01 04 ** ** ** **", "6F 00")]));
    }

    [Test]
    public void Duration_includes_a_delay()
    {
        var time = new InstantTime();
        var faulty = new FaultyCard(TestCards.New(), time);
        faulty.Arm(new(new Delay(TimeSpan.FromMinutes(10))));
        new CardTerminal(new TracedCard(faulty, _entries.Add, time)).Send("00 20 00 01 00");
        Assert.That(_entries.Single().Duration, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public void Pulling_the_card_out_goes_through()
    {
        var faulty = new FaultyCard(TestCards.New());
        var card = new TracedCard(faulty, _entries.Add);
        faulty.Arm(new(new Delay(TimeSpan.FromMinutes(10))));
        card.Pull();
        Assert.That(new CardTerminal(card).Send("00 20 00 01 00"), Is.EqualTo("removed"));
    }

    [Test]
    public void Text_has_time_command_and_response()
    {
        var entry = new TraceEntry(new(2026, 3, 1, 8, 5, 0, TimeSpan.Zero), TimeSpan.FromMilliseconds(1.5), "00 84 00 00 08", "90 00");
        Assert.That(TraceText.Format(entry), Is.EqualTo("# 2026-03-01T08:05:00.000000Z, 1.500 ms\n> 00 84 00 00 08\n< 90 00"));
        Assert.That(TraceText.Format(entry with { Command = "POWER DOWN", Response = "" }), Does.EndWith("\n> POWER DOWN\n<"));
    }
}
