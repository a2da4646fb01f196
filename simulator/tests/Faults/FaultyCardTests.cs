using CardConformance.Fuzz;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Faults;

public sealed class FaultyCardTests
{
    private const string AskTries = "00 20 00 01 00";
    private const string RightCode = "00 20 00 01 04 31323334";
    private const string WrongCode = "00 20 00 01 04 30303030";
    private const string Cps4Channel = "01 A4 04 0C 08 80250000 01FF0100";
    private const string Cps4RightCode = "01 20 00 01 04 31323334";
    private const string ReadDirectory = "00 B0 9E 00 05";

    private readonly HandMovedTime _time = new();
    private readonly FaultyCard _card;
    private readonly CardTerminal _terminal;

    public FaultyCardTests()
    {
        _card = new(TestCards.New(), _time);
        _terminal = new(_card);
    }

    [Test]
    public void Mute_once_then_as_before()
    {
        _card.Arm(new(new Mute()));
        Assert.That(Send(AskTries, AskTries), Is.EqualTo(["mute", "63C3"]));
    }

    [Test]
    public void Fault_waits_for_its_instruction_and_lasts_as_often_as_told()
    {
        _card.Arm(new(Removal.Before) { Cause = FaultCause.Instruction(0x20), End = FaultEnd.After(2) });
        Assert.That(_terminal.Send("00 84 00 00 08"), Does.EndWith("9000"));
        Assert.That(
            Send(WrongCode, AskTries, AskTries), Is.EqualTo(["removed", "removed", "63C3"]), "a command that never arrived costs no try");
    }

    [Test]
    public void Fault_waits_for_the_beginning_of_a_command()
    {
        Assert.That(BytePattern.TryParse("** 20 00 ** 04", out BytePattern beginning), Is.True);
        _card.Arm(new(new Mute()) { Cause = FaultCause.Command(beginning) });
        Assert.That(Send("00 20 00", AskTries, WrongCode, WrongCode), Is.EqualTo(["6700", "63C3", "mute", "63C2"]));
    }

    [Test]
    public void Fault_lets_as_many_commands_pass_as_told()
    {
        _card.Arm(new(new Mute()) { Cause = FaultCause.Instruction(0x20) with { Nth = 3 } });
        Assert.That(
            Send(AskTries, "00 A4 00 0C 02 3F00", AskTries, AskTries, AskTries), Is.EqualTo(["63C3", "9000", "63C3", "mute", "63C3"]));
    }

    [Test]
    public void Fault_until_reset_outlives_the_resets_before_it()
    {
        _card.Arm(new(new Mute()) { End = FaultEnd.AtReset });
        _card.Reset();
        _card.Reset();
        Assert.That(Send(AskTries, AskTries), Is.EqualTo(["mute", "mute"]));
        _card.Reset();
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("63C3"));
    }

    [Test]
    public void Fault_without_end_outlives_everything_but_disarming()
    {
        _card.Arm(new(new Mute()) { End = FaultEnd.Never });
        Assert.That(Send(AskTries, AskTries), Is.EqualTo(["mute", "mute"]));
        _card.Reset();
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("mute"));
        _card.Disarm();
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("63C3"));
    }

    [Test]
    public void Removal_before_a_command_leaves_it_undone_and_ends_the_session()
    {
        Send(RightCode);
        _card.Arm(new(Removal.Before) { Cause = FaultCause.Instruction(0x24) });
        Assert.That(_terminal.Send("00 24 00 01 08 31323334 34333231"), Is.EqualTo("removed"));
        Assert.That(_card.IsPresent, Is.False);
        _card.Reset();
        Assert.That(_card.IsPresent, Is.True);
        Assert.That(Send(AskTries, RightCode), Is.EqualTo(["63C3", "9000"]));
    }

    [Test]
    public void Removal_within_a_command_loses_the_answer_only()
    {
        _card.Arm(new(Removal.Within) { Cause = FaultCause.Instruction(0x24) });
        Assert.That(_terminal.Send("00 24 00 01 08 31323334 34333231"), Is.EqualTo("removed"));
        Assert.That(_card.IsPresent, Is.False);
        _card.Reset();
        Assert.That(Send(RightCode, "00 20 00 01 04 34333231"), Is.EqualTo(["63C2", "9000"]), "the code was changed");
    }

    [Test]
    public void Removal_after_the_answer_leaves_the_answer_whole()
    {
        _card.Arm(new(Removal.After));
        Assert.That(_terminal.Send(RightCode), Is.EqualTo("9000"));
        Assert.That(_card.IsPresent, Is.False);
        _card.Reset();
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("63C3"));
    }

    [Test]
    public void Card_that_was_pulled_out_is_ready_for_another_slot()
    {
        _card.Arm(new(Removal.After));
        _terminal.Send(AskTries);
        _card.PowerDown();
        Assert.That(_card.IsPresent, Is.True);
    }

    [TestCase(RightCode, TestName = "Power_lost_while_the_right_code_is_verified_costs_a_try")]
    [TestCase(WrongCode, TestName = "Power_lost_while_a_wrong_code_is_verified_costs_a_try")]
    public void Power_lost_in_VERIFY(string verify)
    {
        _card.Arm(new(new PowerLoss()) { Cause = FaultCause.Instruction(0x20), End = FaultEnd.After(1) });
        Assert.That(Send(verify, AskTries, RightCode), Is.EqualTo(["mute", "63C2", "9000"]));
    }

    [Test]
    public void Power_lost_three_times_blocks_the_card_whatever_was_presented()
    {
        _card.Arm(new(new PowerLoss()) { End = FaultEnd.After(3) });
        Assert.That(Send(RightCode, RightCode, RightCode, RightCode), Is.EqualTo(["mute", "mute", "mute", "6983"]));
    }

    [Test]
    public void Power_lost_while_a_CPS4_takes_a_new_code_leaves_it_the_old_one()
    {
        var card = new FaultyCard(TestCards.New(new CardCatalogue(TestCards.Fixture("cards")).Load("medecin-cps4")));
        var terminal = new CardTerminal(card);
        const string OpenChannel = "01 A4 04 0C 08 8025000001FF0100";
        const string Verify = "01 20 00 01 04 31323334";
        terminal.Run(OpenChannel, Verify);
        card.Arm(new(new PowerLoss()));
        Assert.That(terminal.Send("01 24 01 01 04 34333231"), Is.EqualTo("mute"));
        Assert.That(terminal.Run(OpenChannel, Verify), Is.EqualTo("9000"));
    }

    [Test]
    public void Fault_that_never_had_an_effect_is_told()
    {
        var unmet = new CardFault(new Mute()) { Cause = FaultCause.Instruction(0x88) };
        _card.Arm(unmet);
        _card.Arm(new(new Mute()) { Cause = FaultCause.Instruction(0x20), End = FaultEnd.Once });
        Assert.That(_card.Unmet, Has.Count.EqualTo(2));
        _terminal.Send(AskTries);
        Assert.That(_card.Unmet, Is.EqualTo([unmet]));
    }

    [Test]
    public void Power_lost_in_a_change_of_code_changes_nothing_and_costs_a_try()
    {
        _card.Arm(new(new PowerLoss()));
        Assert.That(Send("00 24 00 01 08 31323334 34333231", AskTries, RightCode), Is.EqualTo(["mute", "63C2", "9000"]));
    }

    [Test]
    public void Power_lost_while_a_CPS4_gets_new_digits_leaves_the_old_ones()
    {
        var card = new FaultyCard(TestCards.New(TestCards.Profile("medecin-cps4")));
        var terminal = new CardTerminal(card);
        terminal.Run(Cps4Channel, Cps4RightCode);
        card.Arm(new(new PowerLoss()));
        Assert.That(terminal.Send("01 24 01 01 04 34333231"), Is.EqualTo("mute"));
        Assert.That(terminal.Run(Cps4Channel, "01 20 00 01"), Is.EqualTo("63C3"), "nothing was compared");
        Assert.That(terminal.Send(Cps4RightCode), Is.EqualTo("9000"));
    }

    [Test]
    public void Power_lost_costs_a_try_whatever_the_code_is()
    {
        Send("00 24 00 01 08 31323334 FFFFFFFF");
        _card.Arm(new(new PowerLoss()));
        Assert.That(Send("00 20 00 01 04 FFFFFFFF", AskTries), Is.EqualTo(["mute", "63C2"]));
    }

    [Test]
    public void Power_lost_in_any_command_ends_the_session_and_costs_nothing()
    {
        Send(RightCode);
        _card.Arm(new(new PowerLoss()));
        Assert.That(Send(ReadDirectory, AskTries), Is.EqualTo(["mute", "63C3"]));
    }

    [Test]
    public async Task Delay_holds_the_answer_back()
    {
        _card.Arm(new(new Delay(TimeSpan.FromHours(1))));
        Task<string> answer = Task.Run(() => _terminal.Send(AskTries));
        HandMovedTime.Wait wait = _time.Next();
        Assert.That(wait.Time, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(answer.IsCompleted, Is.False);
        wait.End();
        Assert.That(await answer, Is.EqualTo("63C3"));
    }

    [Test]
    public async Task Pulling_the_card_out_ends_a_delay()
    {
        _card.Arm(new(new Delay(TimeSpan.FromHours(1))));
        Task<string> answer = Task.Run(() => _terminal.Send(WrongCode));
        _time.Next();
        _card.Pull();
        Assert.That(await answer, Is.EqualTo("removed"));
        _card.PowerDown();
        _card.Reset();
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("63C3"));
    }

    [Test]
    public void Pulled_out_a_card_waits_for_nothing_more()
    {
        _card.Arm(new(new Delay(TimeSpan.FromHours(1))) { Cause = FaultCause.Reset, End = FaultEnd.Never });
        _card.Pull();
        _card.Reset();
        Assert.That(_card.IsPresent, Is.False, "what was on its way when it was pulled out does not hold it back");
    }

    [Test]
    public async Task Delay_of_a_reset_holds_the_ATR_back()
    {
        _card.Arm(new(new Delay(TimeSpan.FromMilliseconds(300))) { Cause = FaultCause.Reset });
        Task reset = Task.Run(_card.Reset);
        HandMovedTime.Wait wait = _time.Next();
        Assert.That(reset.IsCompleted, Is.False);
        wait.End();
        await reset;
        Assert.That(_card.Atr.Length, Is.EqualTo(17));
    }

    [Test]
    public void Latency_is_that_of_a_real_card_and_the_same_for_the_same_seed()
    {
        CardFault realistic = new FaultCatalogue(TestCards.Fixture("faults")).Load("latence-reelle");
        TimeSpan[] first = Latencies(realistic);
        TimeSpan[] second = Latencies(realistic);
        TimeSpan[] other = Latencies(realistic with { Effect = ((Latency)realistic.Effect) with { Seed = 2 } });
        Assert.That(first.Select(time => time.TotalMilliseconds), Has.All.InRange(20, 70));
        Assert.That(first.Distinct().Count(), Is.GreaterThan(20), "they vary, by whole milliseconds");
        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [TestCase(0x6F00, "6F00", TestName = "An_error_comes_without_data")]
    [TestCase(0x6282, "612C4F0DE86282", TestName = "A_warning_keeps_the_data")]
    public void Rewritten_status(int value, string expected)
    {
        _card.Arm(new(new RewrittenStatus(new((ushort)value))));
        Assert.That(Send(ReadDirectory, ReadDirectory), Is.EqualTo([expected, "612C4F0DE89000"]));
    }

    [Test]
    public void Command_with_a_rewritten_status_is_carried_out()
    {
        _card.Arm(new(new RewrittenStatus(StatusWord.Failure)) { Cause = FaultCause.Instruction(0x20) });
        Assert.That(Send(WrongCode, AskTries), Is.EqualTo(["6F00", "63C2"]));
    }

    [TestCase(0, "", TestName = "Answer_without_a_byte_is_no_mute_card")]
    [TestCase(1, "61", TestName = "Answer_of_one_byte")]
    [TestCase(5, "612C4F0DE8", TestName = "Answer_without_status_word")]
    [TestCase(7, "612C4F0DE89000", TestName = "Answer_that_is_short_enough_stays")]
    public void Truncated(int length, string expected)
    {
        _card.Arm(new(new Truncation(length)));
        Assert.That(_terminal.Send(ReadDirectory), Is.EqualTo(expected));
    }

    [TestCase(0, 0xFF, "9E2C4F0DE89000", TestName = "First_byte_corrupted")]
    [TestCase(-1, 0x01, "612C4F0DE89001", TestName = "Last_byte_corrupted")]
    [TestCase(7, 0xFF, "612C4F0DE89000", TestName = "Byte_behind_the_end_is_none")]
    [TestCase(-8, 0xFF, "612C4F0DE89000", TestName = "Byte_before_the_beginning_is_none")]
    public void Corrupted(int offset, int mask, string expected)
    {
        _card.Arm(new(new Corruption(offset, (byte)mask)));
        Assert.That(_terminal.Send(ReadDirectory), Is.EqualTo(expected));
    }

    [TestCase(3, "612C4F0DE89000", TestName = "Answer_that_is_long_enough_stays")]
    [TestCase(8, "612C4F0DE8009000", TestName = "Answer_one_byte_too_long")]
    [TestCase(12, "612C4F0DE800000000009000", TestName = "Answer_five_bytes_too_long")]
    public void Padded(int length, string expected)
    {
        _card.Arm(new(new Padding(length)));
        Assert.That(_terminal.Send(ReadDirectory), Is.EqualTo(expected));
    }

    [TestCase(300)]
    [TestCase(65_535)]
    [TestCase(65_538)]
    public void Answer_far_too_long(int length)
    {
        _card.Arm(new(new Padding(length)));
        byte[] response = Enumerable.Repeat((byte)0xAA, 70_000).ToArray();
        Assert.That(_card.Transmit([0x00, 0xB0, 0x9E, 0x00, 0x05], response), Is.EqualTo(length));
        Assert.That(Convert.ToHexString(response, 0, 5), Is.EqualTo("612C4F0DE8"));
        Assert.That(response[5..(length - 2)], Has.All.Zero);
        Assert.That(Convert.ToHexString(response, length - 2, 3), Is.EqualTo("9000AA"), "the status word stands at the end");
    }

    [Test]
    public void Caller_without_room_for_a_long_answer_has_made_a_mistake()
    {
        _card.Arm(new(new Padding(300)));
        Assert.That(() => _terminal.Send(ReadDirectory), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Changed_ATR_is_there_until_the_next_reset()
    {
        _card.Arm(new(new ChangedAtr(Convert.FromHexString("3B021450"))) { Cause = FaultCause.Reset });
        Assert.That(Atr(), Does.StartWith("3BAC"), "the ATR belongs to a reset");
        _card.Reset();
        Assert.That(Atr(), Is.EqualTo("3B021450"));
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("63C3"));
        _card.Reset();
        Assert.That(Atr(), Does.StartWith("3BAC"));
    }

    [Test]
    public void ATR_can_be_truncated_corrupted_and_too_long()
    {
        CardFault[] faults =
        [
            .. new FaultEffect[] { new Truncation(4), new Corruption(0, 0x04), new Padding(19) }.Select(effect => new CardFault(effect) { Cause = FaultCause.Reset }),
        ];
        List<string> answers = [];
        foreach (CardFault fault in faults)
        {
            _card.Arm(fault);
            _card.Reset();
            answers.Add(Atr());
        }

        Assert.That(
            answers,
            Is.EqualTo(["3BAC0040", "3FAC00402A001225006480000310009000", "3BAC00402A001225006480000310000000" + "9000"]));
    }

    [Test]
    public void Mute_at_the_second_reset_gives_no_ATR()
    {
        _card.Arm(new(new Mute()) { Cause = FaultCause.Reset with { Nth = 2 } });
        _card.Reset();
        Assert.That(Atr(), Does.StartWith("3BAC"));
        _card.Reset();
        Assert.That(Atr(), Is.Empty);
        Assert.That(_card.IsPresent, Is.True);
    }

    [Test]
    public void Mute_at_a_reset_ends_the_session_all_the_same()
    {
        Send(RightCode);
        _card.Arm(new(new Mute()) { Cause = FaultCause.Reset });
        _card.Reset();
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("63C3"), "no code is verified any more");
    }

    [TestCase(RemovalMoment.Before, 0)]
    [TestCase(RemovalMoment.Within, 0)]
    [TestCase(RemovalMoment.After, 17)]
    public void Removal_at_a_reset(RemovalMoment moment, int atrLength)
    {
        _card.Arm(new(new Removal(moment)) { Cause = FaultCause.Reset });
        _card.Reset();
        Assert.That(_card.IsPresent, Is.False);
        Assert.That(_card.Atr.Length, Is.EqualTo(atrLength));
    }

    [Test]
    public void Several_faults_at_one_command_all_have_their_effect()
    {
        _card.Arm(new(new RewrittenStatus(new(0x6282))));
        _card.Arm(new(new Corruption(0, 0xFF)));
        _card.Arm(new(new Truncation(6)));
        _card.Arm(new(Removal.After));
        Assert.That(_terminal.Send(ReadDirectory), Is.EqualTo("9E2C4F0DE862"));
        Assert.That(_card.IsPresent, Is.False);
    }

    [Test]
    public void Effect_and_cause_that_contradict_each_other_are_refused()
    {
        Assert.That(
            () => _card.Arm(new(new ChangedAtr(new byte[2]))),
            Throws.ArgumentException.With.Message.StartsWith("this effect has a reset as its cause, not a command."));
        Assert.That(
            () => _card.Arm(new(new PowerLoss()) { Cause = FaultCause.Reset }),
            Throws.ArgumentException.With.Message.StartsWith("this effect has a command as its cause, not a reset."));
        Assert.That(
            () => _card.Arm(new(new RewrittenStatus(StatusWord.Failure)) { Cause = FaultCause.Reset }),
            Throws.ArgumentException.With.Message.StartsWith("this effect has a command as its cause, not a reset."));
    }

    [Test]
    public void Fault_around_a_fault_takes_the_power_of_the_card()
    {
        var around = new FaultyCard(_card);
        around.Arm(new(new PowerLoss()));
        Assert.That(new CardTerminal(around).Send(RightCode), Is.EqualTo("mute"));
        Assert.That(_terminal.Send(AskTries), Is.EqualTo("63C2"));
    }

    [Test]
    public void Without_faults_the_layer_allocates_nothing()
    {
        byte[] command = Convert.FromHexString("0084000008");
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        _card.Transmit(command, response);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _card.Transmit(command, response);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private string Atr() => Convert.ToHexString(_card.Atr.Span);

    private string[] Send(params string[] commands) => [.. commands.Select(_terminal.Send)];

    private static TimeSpan[] Latencies(CardFault fault)
    {
        var time = new InstantTime();
        var card = new FaultyCard(TestCards.New(), time);
        var terminal = new CardTerminal(card);
        card.Arm(fault);
        List<TimeSpan> sums = [TimeSpan.Zero];
        for (int i = 0; i < 100; i++)
        {
            terminal.Send(AskTries);
            sums.Add(time.Waited);
        }

        return [.. sums.Zip(sums.Skip(1), (before, after) => after - before)];
    }
}
