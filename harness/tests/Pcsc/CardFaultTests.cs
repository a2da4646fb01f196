using System.Diagnostics;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>What a PC/SC program sees of a card that fails: what it would see with a real reader.</summary>
public sealed class CardFaultTests : IDisposable
{
    private static readonly byte[] AskTries = [0x00, 0x20, 0x00, 0x01, 0x00];
    private static readonly byte[] WrongCode = [0x00, 0x20, 0x00, 0x01, 0x04, 0x30, 0x30, 0x30, 0x30];
    private static readonly byte[] ThreeTriesLeft = [0x63, 0xC3];
    private static readonly byte[] TwoTriesLeft = [0x63, 0xC2];

    private readonly PcscContext _context = PcscContext.Establish();
    private readonly Readers.Lease _reader = Readers.Take();
    private readonly VirtualCard _card = Cards.New();
    private readonly FaultyCard _faulty;
    private readonly int _eventsBefore;

    public CardFaultTests()
    {
        _faulty = new(_card);
        _eventsBefore = Now().Events;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _context.Dispose();
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Answer_without_a_status_word_is_refused_at_once(int length)
    {
        using PcscCard card = Connect(new(new Truncation(length)));
        long start = Stopwatch.GetTimestamp();
        Assert.That(ErrorOf(card, AskTries), Is.EqualTo(PcscError.NotTransacted));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(Readers.AnswerLimit), "the reader did not wait for more");
        ExpectInStep(card);
    }

    [Test]
    public void Answer_longer_than_the_programs_room()
    {
        using PcscCard card = Connect(new(new Padding(300)));
        Assert.That(card.Transmit(AskTries, new byte[258], out int length), Is.EqualTo(PcscError.InsufficientBuffer));
        Assert.That(length, Is.EqualTo(300));
        ExpectInStep(card);
    }

    [TestCase(300)]
    [TestCase(65_535)]
    public void Answer_too_long_arrives_whole_where_there_is_room(int length)
    {
        using PcscCard card = Connect(new(new Padding(length)));
        byte[] answer = card.Transmit(AskTries);
        Assert.That(answer, Has.Length.EqualTo(length));
        Assert.That(answer[..^2], Has.All.Zero);
        Assert.That(answer[^2..], Is.EqualTo(ThreeTriesLeft));
        ExpectInStep(card);
    }

    [Test]
    public void Status_word_that_the_card_did_not_mean()
    {
        using PcscCard card = Connect(new(new RewrittenStatus(StatusWord.Failure)));
        Assert.That(card.Transmit(WrongCode), Is.EqualTo(new byte[] { 0x6F, 0x00 }));
        Assert.That(card.Transmit(AskTries), Is.EqualTo(TwoTriesLeft), "the command was carried out");
    }

    [Test]
    public void Slow_answer_arrives()
    {
        TimeSpan delay = Readers.AnswerLimit / 3;
        using PcscCard card = Connect(new(new Delay(delay)));
        long start = Stopwatch.GetTimestamp();
        ExpectInStep(card);
        Assert.That(Stopwatch.GetElapsedTime(start), Is.GreaterThanOrEqualTo(delay));
    }

    [Test]
    public void Answer_slower_than_the_reader_waits_is_lost_and_the_next_one_is_not_mistaken_for_it()
    {
        using PcscCard card = Connect(new(new Delay(Readers.AnswerLimit * 1.3)));
        Assert.That(ErrorOf(card, WrongCode), Is.EqualTo(PcscError.NotTransacted));
        Assert.That(card.Transmit(AskTries), Is.EqualTo(TwoTriesLeft), "the card was slow, not deaf");
        Assert.That(card.Transmit([0x00, 0xA4, 0x00, 0x0C, 0x02, 0x3F, 0x00]), Is.EqualTo(new byte[] { 0x90, 0x00 }));
    }

    [Test]
    public void Card_pulled_out_while_it_takes_its_time()
    {
        ReaderLink link = _reader.Insert(_faulty);
        using PcscCard card = _context.Connect(_reader.Name);
        _faulty.Arm(new(new Delay(Readers.Limit * 2)));
        Task<PcscError> transmit = Task.Run(() => ErrorOf(card, AskTries));
        long start = Stopwatch.GetTimestamp();
        link.Dispose();
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(Readers.Limit), "the card is out before its time is over");
        Assert.That(link.Ended.IsCompletedSuccessfully, Is.True);
        Assert.That(transmit.Result, Is.EqualTo(PcscError.NoSmartCard).Or.EqualTo(PcscError.RemovedCard));
    }

    [Test]
    public void ATR_of_another_card()
    {
        _faulty.Arm(CardFaults.Catalogue.Load("atr-inconnu") with { End = FaultEnd.Once });
        _reader.Insert(_faulty);
        Assert.That(Convert.ToHexString(Now().Atr), Is.EqualTo("3B021450"));
        using PcscCard card = _context.Connect(_reader.Name);
        Assert.That(Convert.ToHexString(card.Status()), Is.EqualTo("3B021450"));
        ExpectInStep(card);
        card.Reconnect(PcscCard.Initialization.Reset);
        Assert.That(card.Status(), Is.EqualTo(_card.Atr.ToArray()));
    }

    [Test]
    public void Card_that_does_not_answer_its_reset()
    {
        _faulty.Arm(CardFaults.Catalogue.Load("muette-a-la-mise-sous-tension"));
        _reader.InsertWithoutWaiting(_faulty);
        ReaderStatus status = _context.WaitFor(_reader.Name, now => now.State.HasFlag(ReaderStates.Present), Readers.Limit);
        Assert.That(status.State.HasFlag(ReaderStates.Mute), Is.True);
        Assert.That(status.Atr, Is.Empty);
        Assert.That(() => _context.Connect(_reader.Name), Throws.InstanceOf<PcscException>().With.Property("Error").EqualTo(PcscError.UnpoweredCard));
    }

    [Test]
    public void Card_that_is_gone_once_it_has_power()
    {
        _faulty.Arm(CardFaults.Catalogue.Load("retrait-a-la-mise-sous-tension"));
        ReaderLink link = _reader.InsertWithoutWaiting(_faulty);
        Assert.That(link.Ended.Wait(Readers.Limit), Is.True);
        _context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
        _reader.Insert(_faulty);
        using PcscCard card = _context.Connect(_reader.Name);
        ExpectInStep(card);
    }

    [Test]
    public void Pulled_out_after_the_answer_the_answer_has_arrived()
    {
        // Often: whoever looks at the slot sees the card gone while the program still reads the answer.
        for (int i = 0; i < 50; i++)
        {
            _reader.Insert(_faulty);
            using PcscCard card = _context.Connect(_reader.Name);
            _faulty.Arm(new(Removal.After) { Cause = FaultCause.AnyCommand with { Nth = 2 } });
            ExpectInStep(card);
            Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft), $"time {i}");
            WaitUntilPulled(insertions: i + 1);
            Assert.That(ErrorOf(card, AskTries), Is.EqualTo(PcscError.RemovedCard));
        }
    }

    [Test]
    public void Pulled_out_before_or_within_a_command_looks_the_same_to_the_program_and_not_to_the_card()
    {
        foreach ((Removal removal, byte[] triesLeft) in new[] { (Removal.Before, ThreeTriesLeft), (Removal.Within, TwoTriesLeft) })
        {
            _reader.Insert(_faulty);
            using PcscCard card = _context.Connect(_reader.Name);
            _faulty.Arm(new(removal));
            Assert.That(ErrorOf(card, WrongCode), Is.EqualTo(PcscError.NoSmartCard));
            _context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
            ReaderLink back = _reader.Insert(_faulty);
            card.Reconnect(PcscCard.Initialization.Leave);
            Assert.That(card.Transmit(AskTries), Is.EqualTo(triesLeft));
            back.Dispose();
            _context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
        }
    }

    [Test]
    public void Power_lost_while_the_code_is_verified()
    {
        using PcscCard card = Connect(CardFaults.Catalogue.Load("coupure-pendant-code-porteur"));
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft), "the question for the tries is not meant");
        Assert.That(ErrorOf(card, [0x00, 0x20, 0x00, 0x01, 0x04, 0x31, 0x32, 0x33, 0x34]), Is.EqualTo(PcscError.NotTransacted));
        Assert.That(card.Transmit(AskTries), Is.EqualTo(TwoTriesLeft));
    }

    // The reader and the card understand each other, and the program sees no change of state.
    private static void ExpectInStep(PcscCard card)
    {
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
        Assert.That(card.Status(), Is.Not.Empty);
    }

    private static PcscError ErrorOf(PcscCard card, byte[] command) => card.Transmit(command, new byte[258], out _);

    private PcscCard Connect(CardFault fault)
    {
        _reader.Insert(_faulty);
        PcscCard card = _context.Connect(_reader.Name);
        _faulty.Arm(fault);
        return card;
    }

    private ReaderStatus Now() => _context.GetStatusChange(_reader.Name, ReaderStatus.Unaware, Readers.Limit)!;

    // The count, and not the state alone: pcscd may show the slot empty a moment before it tells connected programs.
    private void WaitUntilPulled(int insertions) => _context.WaitFor(
        _reader.Name, status => status.State.HasFlag(ReaderStates.Empty) && status.Events == _eventsBefore + (2 * insertions), Readers.Limit);
}
