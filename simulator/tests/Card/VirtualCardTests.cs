using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Card;

public sealed class VirtualCardTests
{
    private readonly VirtualCard _card = TestCards.New();

    [TestCase("00 20 00 01 04 31323334", TestName = "VERIFY_allocates_nothing")]
    [TestCase("00 A4 09 04 04 3F00 2F01", TestName = "SELECT_allocates_nothing")]
    [TestCase("00 B0 9E 00 5F", TestName = "READ_BINARY_allocates_nothing")]
    [TestCase("00 84 00 00 08", TestName = "GET_CHALLENGE_allocates_nothing")]
    [TestCase("00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80", TestName = "GET_DATA_allocates_nothing")]
    [TestCase("A0 A4 00 00 02 7F 01", TestName = "SELECT_of_the_older_part_allocates_nothing")]
    public void Transmit_allocates_nothing(string hexadecimal)
    {
        byte[] command = Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        _card.Transmit(command, response);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _card.Transmit(command, response);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Too_short_a_buffer_is_a_mistake_of_the_caller() =>
        Assert.That(() => _card.Transmit([0x00, 0x84, 0x00, 0x00, 0x08], new byte[257]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Power_may_be_lost_within_a_command_of_one_byte() => Assert.That(() => _card.LosePower([0x20]), Throws.Nothing);

    [Test]
    public void Over_T0_the_answer_to_a_command_with_data_waits_whatever_Le_it_had() =>
        Assert.That(new CardTerminal(_card).Send("00 A4 02 04 02 D003 00"), Is.EqualTo("6127"));

    [Test]
    public void A_chain_that_grew_too_long_is_forgotten()
    {
        string part = "10 2A 80 86 FF" + new string('5', 510);
        var terminal = new CardTerminal(_card);
        Assert.That((terminal.Send(part), terminal.Send(part), terminal.Send(part)), Is.EqualTo(("9000", "9000", "6700")));
        Assert.That(_card.State.Chain.Length, Is.Zero);
    }

    [TestCase("", "6700", TestName = "Nothing")]
    [TestCase("00", "6700", TestName = "One_byte")]
    [TestCase("00 FE 00 00", "6D00", TestName = "Unknown_instruction")]
    [TestCase("B0 A4 00 00 02 3F00", "6E00", TestName = "Class_of_no_part")]
    [TestCase("0C 20 00 01 00", "6E00", TestName = "Secure_messaging")]
    [TestCase("10 A4 00 00 02 3F00", "6884", TestName = "Chained_SELECT")]
    [TestCase("00 A4 09 0C 05 3F00 2F01", "6700", TestName = "Lc_and_data_disagree")]
    public void Refuses(string command, string expected) => Assert.That(new CardTerminal(_card).Send(command), Is.EqualTo(expected));

    [Test]
    public void A_contact_card_speaks_T0_only()
    {
        Assert.That(_card.TrySetProtocol(TransmissionProtocol.T1), Is.False);
        Assert.That(_card.TrySetProtocol(TransmissionProtocol.T0), Is.True);
    }

    [Test]
    public void Atr_is_that_of_a_CPS3() =>
        Assert.That(Convert.ToHexString(_card.Atr.Span), Is.EqualTo("3BAC00402A00122500648000031000" + "9000"));

    [Test]
    public void Too_small_a_buffer_is_a_mistake_of_the_caller() =>
        Assert.That(() => _card.Transmit([0, 0x84, 0, 0, 8], new byte[10]), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
