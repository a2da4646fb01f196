using System.Net.Sockets;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Simulator.Tests.Reader;

/// <summary>The card's end of the socket, without pcscd. With pcscd: <c>harness/tests/Pcsc</c>.</summary>
public sealed class ReaderLinkTests
{
    private const string Atr = "3BAC00402A00122500648000031000" + "9000";
    private const string RightCode = "00 20 00 01 04 31323334";
    private const string AskForTries = "00 20 00 01 00";

    // As OpenSC sends them, see PinPadTests.
    private const string VerifyStructure = "1E1E8200000404020000000000000005000000" + "0020000100";
    private const string ModifyStructure = "1E1E020400000004040302" + "000000000000000000" + "05000000" + "0024000100";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [TestCase('U', TestName = "Power_up_gives_the_ATR_and_begins_a_session")]
    [TestCase('R', TestName = "Warm_reset_gives_the_ATR_and_begins_a_session")]
    public void Begins_a_session(char frame)
    {
        using var slot = new ReaderSlot(TestCards.New());
        slot.Send(RightCode);
        Assert.That(slot.Exchange(frame), Is.EqualTo(Atr));
        Assert.That(slot.Send(AskForTries), Is.EqualTo("63C3"));
    }

    [TestCase('U', TestName = "Card_without_ATR_says_so_at_power_up")]
    [TestCase('R', TestName = "Card_without_ATR_says_so_at_a_warm_reset")]
    public void Says_that_it_has_no_ATR(char frame)
    {
        using var slot = new ReaderSlot(new ForeignCard("carte muette", []));
        Assert.That(slot.Exchange(frame), Is.Empty, "the reader need not wait for one");
    }

    [Test]
    public void Power_down_has_no_answer_and_ends_the_session()
    {
        using var slot = new ReaderSlot(TestCards.New());
        slot.Send(RightCode);
        slot.Tell('D');
        Assert.That(slot.Send(AskForTries), Is.EqualTo("63C3"), "the next answer belongs to the next frame");
    }

    [Test]
    public void Protocol_is_accepted_or_refused()
    {
        using var slot = new ReaderSlot(TestCards.New());
        Assert.That(new[] { slot.Exchange('P', "00"), slot.Exchange('P', "01") }, Is.EqualTo(["00", "01"]));
    }

    [Test]
    public void A_mute_card_sends_nothing_and_hears_the_next_command()
    {
        var card = new FaultyCard(TestCards.New());
        using var slot = new ReaderSlot(card);
        card.Arm(new(new Mute()));
        slot.Tell('C', RightCode);
        Assert.That(slot.Send(AskForTries), Is.EqualTo("63C3"));
    }

    [Test]
    public void Code_typed_at_the_PIN_pad_goes_to_the_card()
    {
        using var slot = new ReaderSlot(TestCards.New(), Pad("1234"));
        Assert.That(slot.Exchange('V', VerifyStructure), Is.EqualTo("9000"));
        Assert.That(slot.Send(AskForTries), Is.EqualTo("9000"));
    }

    [Test]
    public void Codes_typed_at_the_PIN_pad_change_the_code()
    {
        using var slot = new ReaderSlot(TestCards.New(), Pad("1234", "4321", "4321"));
        Assert.That(slot.Exchange('M', ModifyStructure), Is.EqualTo("9000"));
        Assert.That(slot.Send("00 20 00 01 04 34333231"), Is.EqualTo("9000"));
    }

    [Test]
    public void What_the_PIN_pad_refuses_never_reaches_the_card()
    {
        using var slot = new ReaderSlot(TestCards.New(), new PinPad(_ => PinPadEntry.Cancelled));
        Assert.That(slot.Exchange('V', VerifyStructure), Is.EqualTo("6401"));
        Assert.That(slot.Send(AskForTries), Is.EqualTo("63C3"));
    }

    [TestCase('V', TestName = "A_PIN_pad_that_is_not_there_is_a_defect_of_ours")]
    [TestCase('X', TestName = "A_frame_of_unknown_type_is_a_defect_of_ours")]
    public void A_defect_is_told_at_the_end(char frame)
    {
        using var slot = new ReaderSlot(TestCards.New());
        Assert.That(slot.Exchange(frame, VerifyStructure), Is.EqualTo("removed"));
        Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.InstanceOf<Exception>().With.Message.Contains("the driver"));
    }

    [TestCase("43", TestName = "A_frame_without_sequence_number")]
    [TestCase("5001", TestName = "A_protocol_that_is_not_named")]
    [TestCase("50010000", TestName = "Two_protocols")]
    public void A_frame_of_a_wrong_length_is_a_defect_of_ours(string frame) => IsADefect(Convert.FromHexString(frame));

    [Test]
    public void A_frame_that_is_too_long_is_not_cut() => IsADefect([(byte)'C', 1, .. new byte[65_549]]);

    [Test]
    public async Task Removal_ends_the_connection_and_may_be_asked_for_twice()
    {
        using var slot = new ReaderSlot(TestCards.New());
        Assert.That(slot.Link.WasUsed, Is.False);
        slot.Send(AskForTries);
        slot.Link.Remove();
        await slot.Link.Ended.WaitAsync(Limit);
        Assert.That(() => slot.Link.Remove(), Throws.Nothing);
        Assert.That(slot.Link.WasUsed, Is.True);
    }

    [Test]
    public void A_card_needs_a_reader() =>
        Assert.That(() => ReaderLink.Insert("/nowhere/slot", TestCards.New()), Throws.InstanceOf<SocketException>());

    private static void IsADefect(byte[] frame)
    {
        using var slot = new ReaderSlot(TestCards.New());
        Assert.That(slot.TrySend(frame), Is.True);
        Assert.That(slot.Receive(), Is.Empty);
        Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("the driver"));
    }

    private static PinPad Pad(params string[] typed)
    {
        var entries = new Queue<string>(typed);
        return new(_ => PinPadEntry.Typed(entries.Dequeue()));
    }
}
