using System.Diagnostics;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>What a PC/SC program sees of the virtual reader: the same as of a real one.</summary>
public sealed class VirtualReaderTests : IDisposable
{
    private static readonly byte[] AskTries = [0x00, 0x20, 0x00, 0x01, 0x00];
    private static readonly byte[] ThreeTriesLeft = [0x63, 0xC3];

    private readonly PcscContext _context = PcscContext.Establish();
    private readonly Readers.Lease _reader = Readers.Take();
    private readonly int _eventsBefore;

    public VirtualReaderTests() => _eventsBefore = Now().Events;

    public void Dispose()
    {
        _reader.Dispose();
        _context.Dispose();
    }

    [Test]
    public void Insertion_and_removal_are_events()
    {
        ReaderLink link = _reader.Insert(Cards.New());
        ReaderStatus inserted = Now();
        link.Remove();
        WaitUntilPulled();
        Assert.That(inserted.State.HasFlag(ReaderStates.Present), Is.True);
        Assert.That(Convert.ToHexString(inserted.Atr), Is.EqualTo("3BAC00402A001225006480000310009000"));
        Assert.That(inserted.Events - _eventsBefore, Is.EqualTo(1));
    }

    [Test]
    public void A_contact_card_speaks_T0()
    {
        _reader.Insert(Cards.New());
        using PcscCard card = _context.Connect(_reader.Name);
        Assert.That(card.Protocol, Is.EqualTo(PcscProtocol.T0));
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
        Assert.That(ErrorOf(() => _context.Connect(_reader.Name, PcscProtocol.T1)), Is.EqualTo(PcscError.ProtocolMismatch));
    }

    // vpcd: an answer came by T=0 whatever was agreed upon.
    [TestCase("3B00", PcscProtocol.T0, TestName = "An_answer_by_T0_is_named_so")]
    [TestCase("3B800181", PcscProtocol.T1, TestName = "An_answer_by_T1_is_not_called_one_by_T0")]
    public void Protocol_of_an_answer(string atr, PcscProtocol expected)
    {
        _reader.Insert(new AgreeableCard(Convert.FromHexString(atr)));
        using PcscCard card = _context.Connect(_reader.Name);
        Assert.That(card.Transmit(AskTries), Is.EqualTo(new byte[] { 0x90, 0x00 }));
        Assert.That((card.Protocol, card.AnswerProtocol), Is.EqualTo((expected, expected)));
    }

    [Test]
    public void Reset_and_power_make_the_card_forget_the_code()
    {
        _reader.Insert(Cards.New());
        using PcscCard card = _context.Connect(_reader.Name);
        foreach (PcscCard.Initialization initialization in new[] { PcscCard.Initialization.Reset, PcscCard.Initialization.Unpower })
        {
            card.Transmit(Convert.FromHexString("002000010431323334"));
            card.Reconnect(PcscCard.Initialization.Leave);
            Assert.That(card.Transmit(AskTries), Is.EqualTo(new byte[] { 0x90, 0x00 }), "its session goes on");
            card.Reconnect(initialization);
            Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft), initialization.ToString());
        }
    }

    [Test]
    public void Pulled_before_a_command()
    {
        ReaderLink link = _reader.Insert(Cards.New());
        using PcscCard card = _context.Connect(_reader.Name);
        link.Remove();
        WaitUntilPulled();
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.RemovedCard));
        Assert.That(ErrorOf(() => card.Status()), Is.EqualTo(PcscError.RemovedCard));
        Assert.That(ErrorOf(() => card.Reconnect(PcscCard.Initialization.Leave)), Is.EqualTo(PcscError.NoSmartCard));
        _reader.Insert(Cards.New());
        card.Reconnect(PcscCard.Initialization.Leave);
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
    }

    [Test]
    public void Pulled_in_the_middle_of_a_command()
    {
        using PcscCard card = ConnectToFaulty(new(Removal.Before));
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.NoSmartCard));
        WaitUntilPulled();
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.RemovedCard));
        Assert.That(ErrorOf(() => card.Status()), Is.EqualTo(PcscError.RemovedCard));
    }

    [Test]
    public void Pulled_in_the_middle_of_a_transaction()
    {
        using PcscCard card = ConnectToFaulty(new(Removal.Before));
        card.BeginTransaction();
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.NoSmartCard));
        WaitUntilPulled();
        Assert.That(ErrorOf(card.EndTransaction), Is.EqualTo(PcscError.RemovedCard));
        _reader.Insert(Cards.New());
        card.Reconnect(PcscCard.Initialization.Leave);
        card.BeginTransaction();
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
        card.EndTransaction();
    }

    [Test]
    public void Pulled_and_back_at_once_is_another_card()
    {
        var faulty = new FaultyCard(Cards.New());
        ReaderLink link = _reader.Insert(faulty);
        using PcscCard card = _context.Connect(_reader.Name);
        faulty.Arm(new(Removal.Before));
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.NoSmartCard));
        _reader.InsertWithoutWaiting(Cards.New());
        ReaderStatus back = _context.WaitFor(_reader.Name, status => status.HasCard && status.Events == _eventsBefore + 3, Readers.Limit);
        Assert.That(back.HasCard, Is.True);
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.RemovedCard));
        card.Reconnect(PcscCard.Initialization.Leave);
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
        Assert.That(link.Ended.IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public void However_fast_cards_are_exchanged_each_one_is_seen()
    {
        const int Exchanges = 200;
        VirtualCard card = Cards.New();
        for (int i = 0; i < Exchanges; i++)
        {
            using ReaderLink link = _reader.InsertWithoutWaiting(card);
            _context.WaitFor(_reader.Name, status => status.HasCard && status.Events == _eventsBefore + (2 * i) + 1, Readers.Limit);
        }

        ReaderStatus after = _context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
        Assert.That(after.Events - _eventsBefore, Is.EqualTo(2 * Exchanges));
    }

    [Test]
    public void Mute_for_one_command()
    {
        using PcscCard card = ConnectToFaulty(new(new Mute()));
        long start = Stopwatch.GetTimestamp();
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.NotTransacted));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.GreaterThanOrEqualTo(Readers.AnswerLimit));
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft), "the next command is answered");
        Assert.That(card.Status(), Is.Not.Empty);
        card.Reconnect(PcscCard.Initialization.Reset);
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
    }

    [Test]
    public void A_mute_card_holds_up_no_other_reader()
    {
        using PcscCard mute = ConnectToFaulty(new(new Mute()));
        using Readers.Lease other = Readers.Take();
        other.Insert(Cards.New());
        using var otherContext = PcscContext.Establish();
        using PcscCard quick = otherContext.Connect(other.Name);
        Task<PcscError> waiting = Task.Run(() => ErrorOf(() => mute.Transmit(AskTries)));
        for (int i = 0; i < 100; i++)
        {
            Assert.That(quick.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
        }

        Assert.That(waiting.IsCompleted, Is.False);
        Assert.That(waiting.Result, Is.EqualTo(PcscError.NotTransacted));
    }

    [Test]
    public void Card_without_an_answer_to_reset()
    {
        using var raw = new RawCard(_reader.Socket);
        ReaderStatus status = _context.WaitFor(_reader.Name, now => now.State.HasFlag(ReaderStates.Present), Readers.Limit);
        Assert.That(status.State.HasFlag(ReaderStates.Mute), Is.True);
        Assert.That(status.Atr, Is.Empty);
        Assert.That(ErrorOf(() => _context.Connect(_reader.Name)), Is.EqualTo(PcscError.UnpoweredCard));
    }

    [Test]
    public void Protocol_negotiation_that_fails()
    {
        using var raw = new RawCard(_reader.Socket);
        Task serving = Task.Run(() => raw.AwaitCommand(_ => [2]));
        _context.WaitFor(_reader.Name, status => status.HasCard, Readers.Limit);
        Assert.That(ErrorOf(() => _context.Connect(_reader.Name)), Is.EqualTo(PcscError.UnresponsiveCard));
        raw.Dispose();
        Assert.That(() => serving.Wait(Readers.Limit), Throws.InstanceOf<AggregateException>(), "no command came before the end");
    }

    [Test]
    public void Answers_that_are_none()
    {
        using var raw = new RawCard(_reader.Socket);
        using PcscCard card = ConnectTo(raw, out Task<byte> command);
        foreach ((string what, Func<byte, byte[]> answer) in new (string, Func<byte, byte[]>)[]
        {
            ("no status word", sequence => [(byte)'C', sequence, 0x90]),
            ("nothing at all", sequence => [(byte)'C', sequence]),
            ("an answer to something else", sequence => [(byte)'U', sequence, 0x90, 0x00]),
            ("half a header", _ => [(byte)'C']),
            ("longer than any answer", sequence => [(byte)'C', sequence, .. new byte[66_000]]),
        })
        {
            Task<PcscError> transmit = Task.Run(() => ErrorOf(() => card.Transmit(AskTries)));
            raw.Send(answer(command.Result));
            Assert.That(transmit.Result, Is.EqualTo(PcscError.NotTransacted), what);

            // The reader is in step again at once.
            command = Task.Run(() => raw.AwaitCommand());
            Task<byte[]> next = Task.Run(() => card.Transmit(AskTries));
            raw.Send([(byte)'C', command.Result, 0x90, 0x00]);
            Assert.That(next.Result, Is.EqualTo(new byte[] { 0x90, 0x00 }), what);
            command = Task.Run(() => raw.AwaitCommand());
        }

        raw.Dispose();
    }

    [Test]
    public void An_answer_that_comes_too_late_is_dropped()
    {
        using var raw = new RawCard(_reader.Socket);
        using PcscCard card = ConnectTo(raw, out Task<byte> command);
        Assert.That(ErrorOf(() => card.Transmit(AskTries)), Is.EqualTo(PcscError.NotTransacted));
        byte late = command.Result;
        Task<byte[]> next = Task.Run(() => card.Transmit(AskTries));
        byte sequence = raw.AwaitCommand();
        raw.Send([(byte)'C', late, 0x11, 0x11]);
        raw.Send([(byte)'C', sequence, 0x22, 0x22]);
        Assert.That(next.Result, Is.EqualTo(new byte[] { 0x22, 0x22 }));
    }

    [Test]
    public void A_card_may_ask_for_more_time()
    {
        using var raw = new RawCard(_reader.Socket);
        using PcscCard card = ConnectTo(raw, out Task<byte> command);
        Task<byte[]> transmit = Task.Run(() => card.Transmit(AskTries));
        byte sequence = command.Result;
        using var stop = new ManualResetEventSlim();
        for (int i = 0; i < 3; i++)
        {
            // Two thirds of the limit each time, so that the whole takes longer than the limit.
            stop.Wait(Readers.AnswerLimit * 2 / 3);
            raw.Send([(byte)'W', sequence]);
        }

        raw.Send([(byte)'C', sequence, 0x90, 0x00]);
        Assert.That(transmit.Result, Is.EqualTo(new byte[] { 0x90, 0x00 }));
    }

    [Test]
    public void A_second_card_finds_the_slot_taken()
    {
        _reader.Insert(Cards.New());
        using PcscCard card = _context.Connect(_reader.Name);
        ReaderLink second = _reader.InsertWithoutWaiting(Cards.New());
        Assert.That(second.Ended.Wait(Readers.Limit), Is.True);
        Assert.That(second.WasUsed, Is.False);
        Assert.That(card.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft), "the first one did not notice");
    }

    [Test]
    public void A_card_that_nobody_uses_loses_its_power()
    {
        TaskCompletionSource? poweredDown = null;
        _reader.Insert(new TracedCard(Cards.New(), entry =>
        {
            if (entry.Command == "POWER DOWN")
            {
                Volatile.Read(ref poweredDown)?.TrySetResult();
            }
        }));
        using (PcscCard card = _context.Connect(_reader.Name))
        {
            card.Transmit(Convert.FromHexString("002000010431323334"));
            Volatile.Write(ref poweredDown, new());
        }

        Assert.That(poweredDown!.Task.Wait(Readers.Limit), Is.True);
        using PcscCard again = _context.Connect(_reader.Name);
        Assert.That(again.Transmit(AskTries), Is.EqualTo(ThreeTriesLeft));
    }

    [Test]
    public void A_defect_of_the_simulator_is_told_and_not_swallowed()
    {
        ReaderLink link = _reader.Insert(new DefectiveCard());
        using (PcscCard card = _context.Connect(_reader.Name))
        {
            Assert.That(card.Transmit(AskTries), Is.EqualTo(new byte[] { 0x6F, 0x00 }));
        }

        link.Remove();
        Assert.That(() => link.Ended.Wait(Readers.Limit), Throws.InnerException.Message.EqualTo("a defect"));
    }

    private static PcscError ErrorOf(Action call)
    {
        try
        {
            call();
            return PcscError.Success;
        }
        catch (PcscException refused)
        {
            return refused.Error;
        }
    }

    private ReaderStatus Now() => _context.GetStatusChange(_reader.Name, ReaderStatus.Unaware, Readers.Limit)!;

    // The count, and not the state alone: pcscd may show the slot empty a moment before it tells connected programs.
    private void WaitUntilPulled() =>
        _context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty) && status.Events == _eventsBefore + 2, Readers.Limit);

    private PcscCard ConnectToFaulty(CardFault fault)
    {
        var faulty = new FaultyCard(Cards.New());
        _reader.Insert(faulty);
        PcscCard card = _context.Connect(_reader.Name);
        faulty.Arm(fault);
        return card;
    }

    // Its first command is awaited in the task.
    private PcscCard ConnectTo(RawCard raw, out Task<byte> command)
    {
        command = Task.Run(() => raw.AwaitCommand());
        _context.WaitFor(_reader.Name, status => status.HasCard, Readers.Limit);
        return _context.Connect(_reader.Name);
    }

    private sealed class AgreeableCard(byte[] atr) : ICard
    {
        public ReadOnlyMemory<byte> Atr => atr;

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

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            response[0] = 0x90;
            response[1] = 0x00;
            return 2;
        }
    }

    private sealed class DefectiveCard : ICard
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
