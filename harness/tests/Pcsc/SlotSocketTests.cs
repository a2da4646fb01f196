using System.Net.Sockets;
using CardConformance.Harness.Pcsc;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>What a process at a slot's socket does wrong must not cost the slot. At random, and by the thousand: <c>harness/soak</c>.</summary>
public sealed class SlotSocketTests : IDisposable
{
    private static readonly byte[] AskTries = [0x00, 0x20, 0x00, 0x01, 0x00];

    private readonly PcscContext _context = PcscContext.Establish();
    private readonly Readers.Lease _reader = Readers.Take();
    private readonly RawCard _raw;
    private readonly PcscCard _card;
    private readonly Task<byte> _command;

    public SlotSocketTests()
    {
        _raw = new(_reader.Socket);
        _command = Task.Run(() => _raw.AwaitCommand());
        _context.WaitFor(_reader.Name, status => status.HasCard, Readers.Limit);
        _card = _context.Connect(_reader.Name);
    }

    public void Dispose()
    {
        _card.Dispose();
        _raw.Dispose();
        _reader.Dispose();
        _context.Dispose();
    }

    // One direction may well stay open: nobody would see its end.
    [TestCase(SocketShutdown.Receive, TestName = "A_card_that_stops_listening_is_out")]
    [TestCase(SocketShutdown.Send, TestName = "A_card_that_stops_speaking_is_out")]
    public void One_direction_closed(SocketShutdown direction)
    {
        Task<PcscError> transmit = Transmit();
        _command.Wait(Readers.Limit);
        _raw.Close(direction);
        if (direction == SocketShutdown.Receive)
        {
            Assert.That(transmit.Result, Is.EqualTo(PcscError.NotTransacted), "the answer to this one could still have come");
            transmit = Transmit();
        }

        Assert.That(transmit.Result, Is.EqualTo(PcscError.NoSmartCard).Or.EqualTo(PcscError.RemovedCard));
        ExpectSlotFree();
    }

    [Test]
    public void A_message_without_a_byte_ends_the_connection_and_not_the_slot()
    {
        Task<PcscError> transmit = Transmit();
        _command.Wait(Readers.Limit);
        _raw.Send([]);
        Assert.That(transmit.Result, Is.EqualTo(PcscError.NoSmartCard));
        ExpectSlotFree();
    }

    [Test]
    public void A_card_that_never_stops_talking_of_something_else_is_mute()
    {
        Task<PcscError> transmit = Transmit();
        byte sequence = _command.Result;
        Task[] talking = [.. Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () => Talk(sequence), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Assert.That(transmit.Wait(Readers.Limit), Is.True);
        Assert.That(transmit.Result, Is.EqualTo(PcscError.NotTransacted));
        _raw.Close(SocketShutdown.Both);
        Assert.That(() => Task.WaitAll(talking, Readers.Limit), Throws.InstanceOf<AggregateException>().With.InnerException.InstanceOf<SocketException>());
    }

    private void Talk(byte sequence)
    {
        while (true)
        {
            _raw.Send([(byte)'C', (byte)(sequence - 1), 0x90, 0x00]);
        }
    }

    private Task<PcscError> Transmit() => Task.Run(() => _card.Transmit(AskTries, new byte[258], out _));

    // With the wrong one's connection still open at its end.
    private void ExpectSlotFree()
    {
        _context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
        _reader.Insert(Cards.New());
        _card.Reconnect(PcscCard.Initialization.Leave);
        Assert.That(_card.Transmit(AskTries), Is.EqualTo(new byte[] { 0x63, 0xC3 }));
    }
}
