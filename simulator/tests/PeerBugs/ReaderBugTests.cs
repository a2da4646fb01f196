using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Tests.Reader;

namespace CardConformance.Simulator.Tests.PeerBugs;

/// <summary>
/// What other virtual cards do wrong between card and reader. How PC/SC programs see the same cases, with pcscd between them and the
/// card, is tested where pcscd is: <c>harness/tests/Pcsc</c>.
/// </summary>
public sealed class ReaderBugTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // jCardSim's bridge: an exception in its thread, and the reader waits for ever.
    [Test]
    public void A_wrong_Lc_does_not_leave_the_reader_waiting()
    {
        using var slot = new ReaderSlot(TestCards.New());
        Assert.That(slot.Send("00 A4 00 0C 05 3F00"), Is.EqualTo("6700"));
        Assert.That(slot.Send("00 A4 00 0C 02 3F00"), Is.EqualTo("9000"), "and the card goes on");
    }

    // A defect of the card itself must not leave the reader waiting either; it is told at the end.
    [Test]
    public void A_card_that_fails_does_not_leave_the_reader_waiting()
    {
        using var slot = new ReaderSlot(new FailingCard());
        Assert.That(slot.Send("00 20 00 01 00"), Is.EqualTo("6F00"));
        slot.GoAway();
        Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.InvalidOperationException.With.Message.EqualTo("a defect"));
    }

    // jCardSim's bridge: prints "Got negative number from socket" for ever. vicc: ends the process.
    [Test]
    public async Task A_reader_that_goes_away_leaves_no_card_looping_and_ends_nothing_else()
    {
        VirtualCard card = TestCards.New();
        using (var slot = new ReaderSlot(card))
        {
            Assert.That(slot.Send("00 20 00 01 04 31323334"), Is.EqualTo("9000"));
            slot.GoAway();
            await slot.Link.Ended.WaitAsync(Limit);
        }

        using var next = new ReaderSlot(card);
        Assert.That(next.Send("00 20 00 01 00"), Is.EqualTo("63C3"), "it works in the next reader, and has lost its power meanwhile");
    }

    // vpcd's protocol: 00 power off, 01 power on, 02 reset, 04 get ATR.
    [TestCase("00", TestName = "One_byte_is_not_taken_for_power_off")]
    [TestCase("01", TestName = "One_byte_is_not_taken_for_power_on")]
    [TestCase("02", TestName = "One_byte_is_not_taken_for_a_reset")]
    [TestCase("04", TestName = "One_byte_is_not_taken_for_a_question_for_the_ATR")]
    public void One_byte_is_a_command_too_short(string command)
    {
        using var slot = new ReaderSlot(TestCards.New());
        slot.Send("00 20 00 01 04 31323334");
        Assert.That(slot.Send(command), Is.EqualTo("6700"));
        Assert.That(slot.Send("00 20 00 01 00"), Is.EqualTo("9000"), "the code is still verified");
    }

    // vpcd: the program gets success, and no bytes.
    [Test]
    public void A_card_pulled_out_during_a_command_does_not_answer_with_nothing()
    {
        var card = new FaultyCard(TestCards.New());
        using var slot = new ReaderSlot(card);
        card.Arm(new(Removal.Before) { Cause = FaultCause.Instruction(0x88) });
        Assert.That(slot.Send("00 88 00 00 01 00"), Is.EqualTo("removed"), "the connection ends, which is how the driver sees an empty slot");
    }

    private sealed class FailingCard : ICard
    {
        public ReadOnlyMemory<byte> Atr { get; } = Convert.FromHexString("3BAC00402A001225006480000310009000");

        public void Reset()
        {
        }

        public void PowerDown()
        {
        }

        public void LosePower(ReadOnlySpan<byte> command)
        {
        }

        public bool TrySetProtocol(TransmissionProtocol protocol) => true;

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => throw new InvalidOperationException("a defect");
    }
}
