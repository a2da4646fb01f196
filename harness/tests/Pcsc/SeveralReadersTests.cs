using CardConformance.Harness.Actors;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>Several readers with several cards, and cards that are not a professional's (paths K_07 and A_08).</summary>
public sealed class SeveralReadersTests : IDisposable
{
    private const string AskTries = "0020000100";
    private const string WrongCode = "002000010439393939";
    private const string RightCode = "002000010431323334";

    private readonly PcscContext _context = PcscContext.Establish();
    private readonly Readers.Lease _left = Readers.Take();
    private readonly Readers.Lease _right = Readers.Take();

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
        _context.Dispose();
    }

    [Test]
    public void Each_card_keeps_its_own_state()
    {
        _left.Insert(Cards.New());
        _right.Insert(Cards.New());
        using PcscCard left = _context.Connect(_left.Name);
        using PcscCard right = _context.Connect(_right.Name);
        Assert.That(Send(left, WrongCode), Is.EqualTo("63C2"));
        Assert.That(Send(right, RightCode), Is.EqualTo("9000"));
        Assert.That(Send(left, AskTries), Is.EqualTo("63C2"));
        Assert.That(Send(right, AskTries), Is.EqualTo("9000"));
    }

    [Test]
    public void A_card_moved_to_another_reader_keeps_its_counters_and_loses_its_session()
    {
        VirtualCard card = Cards.New();
        ReaderLink link = _left.Insert(card);
        using (PcscCard left = _context.Connect(_left.Name))
        {
            Send(left, RightCode);
            Send(left, WrongCode);
        }

        link.Remove();
        _context.WaitFor(_left.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
        _right.Insert(card);
        using PcscCard right = _context.Connect(_right.Name);
        Assert.That(Send(right, AskTries), Is.EqualTo("63C2"));
    }

    [TestCase("carte Vitale", TestName = "Carte_Vitale_in_the_reader")]
    [TestCase("carte bancaire", TestName = "Bank_card_in_the_reader")]
    public void Another_kind_of_card_is_there_and_refuses(string phrase)
    {
        ForeignCard card = CardIssuing.Zoo.FindOther(phrase)!;
        _left.Insert(card);
        using PcscCard connection = _context.Connect(_left.Name);
        Assert.That(connection.Status(), Is.EqualTo(card.Atr.ToArray()));
        Assert.That(Send(connection, "00A404000D E828BD080F8025000001FF0010".Replace(" ", "", StringComparison.Ordinal)), Is.EqualTo("6E00"));
    }

    [Test]
    public void Mute_card_is_present_and_cannot_be_powered()
    {
        _left.InsertWithoutWaiting(CardIssuing.Zoo.FindOther("carte muette")!);
        _context.WaitFor(_left.Name, status => status.State.HasFlag(ReaderStates.Present), Readers.Limit);
        Assert.That(() => _context.Connect(_left.Name), Throws.InstanceOf<PcscException>().With.Property("Error").EqualTo(PcscError.UnpoweredCard));
    }

    private static string Send(PcscCard card, string command) => Convert.ToHexString(card.Transmit(Convert.FromHexString(command)));
}
