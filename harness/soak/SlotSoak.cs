using System.Net.Sockets;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Reader;

namespace CardConformance.Soak;

/// <summary>One reader: something goes wrong in it, then a card in order must work, again and again.</summary>
internal sealed class SlotSoak
{
    private const uint VerifyPinDirect = 0x42330006;
    private const int LongestAnswer = 65_538;
    private const int TooLong = 69_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly byte[] AskTries = [0x00, 0x20, 0x00, 0x01, 0x00];
    private static readonly byte[] RightCode = [0x00, 0x20, 0x00, 0x01, 0x04, 0x31, 0x32, 0x33, 0x34];
    private static readonly byte[] SelectMasterFile = [0x00, 0xA4, 0x00, 0x0C, 0x02, 0x3F, 0x00];
    private static readonly byte[] Ok = [0x90, 0x00];
    private static readonly byte[] ThreeTriesLeft = [0x63, 0xC3];

    // PIN_VERIFY_STRUCTURE, as OpenSC sends it.
    private static readonly byte[] VerifyStructure = Convert.FromHexString("1E1E8200000404020000000000000005000000" + "0020000100");

    private readonly string _reader;
    private readonly string _socket;
    private readonly Random _random;
    private readonly VirtualCard _card;
    private readonly FaultyCard _faulty;
    private readonly (string Name, Action Do)[] _wrongs;
    private readonly byte[] _answer = new byte[LongestAnswer];

    // One for each run: between two counts pcscd must have no client.
    private PcscContext _context = null!;

    internal SlotSoak(PcscDaemon pcscd, int slot, int seed)
    {
        _reader = PcscDaemon.ReaderName(slot);
        _socket = pcscd.SlotSockets[slot];
        _random = new(seed + slot);
        _card = NewCard(slot);
        _faulty = new(_card);
        _wrongs =
        [
            ("a card pulled out before a command", () => Remove(Removal.Before)),
            ("a card pulled out within a command", () => Remove(Removal.Within)),
            ("a card pulled out after its answer", () => Remove(Removal.After)),
            ("a card pulled out by hand during a command", RemoveByHand),
            ("a card pulled out while its code is typed", RemoveAtPinPad),
            ("a card mute for one command", MuteOnce),
            ("a card without an answer to reset", NoAnswerToReset),
            ("a process with a card, killed", Kill),
            ("random bytes for answers", AnswerRandomBytes),
            ("frames that are none", AnswerWithNoFrame),
            ("frames that nobody asked for", TalkUnasked),
            ("answers to something else without end", TalkWithoutEnd),
            ("a message without a byte", SendNothing),
            ("one direction closed by the card", CloseOneDirection),
            ("many connections at once", ConnectOften),
            ("connections that end at once", ConnectAndLeave),
        ];
    }

    /// <summary>How many times something went wrong and a card worked afterwards.</summary>
    internal int Rounds { get; private set; }

    /// <summary>How many commands programs have sent.</summary>
    internal int Commands { get; private set; }

    /// <summary>Does each thing once.</summary>
    internal void DoEachOnce() => InContext(() =>
    {
        foreach ((string name, Action wrong) in _wrongs)
        {
            DoOne(name, wrong);
        }
    });

    /// <summary>Does one thing after the other at random.</summary>
    internal void Run(CancellationToken cancellation) => InContext(() =>
    {
        while (!cancellation.IsCancellationRequested)
        {
            (string name, Action wrong) = _wrongs[_random.Next(_wrongs.Length)];
            DoOne(name, wrong);
        }
    });

    private static VirtualCard NewCard(int slot)
    {
        var issuer = new CardIssuer(CardIssuing.OpenAuthority(), CacheFolder.Path);
        int serial = 97_000_000 + slot;
        return issuer.Issue(CardIssuing.Catalogue.Load("medecin") with { SerialNumber = $"{serial}", CardNumber = $"26{serial}" }, revocationList: null).Card;
    }

    private void InContext(Action work)
    {
        using (_context = PcscContext.Establish())
        {
            work();
        }
    }

    private void DoOne(string name, Action wrong)
    {
        string doing = name;
        try
        {
            wrong();
            AwaitEmpty();
            doing = $"a card in order, after {name}";
            UseCardInOrder();
            AwaitEmpty();
            Rounds++;
        }
        catch (Exception failure) when (failure is PcscException or TimeoutException or SoakFailure or SocketException)
        {
            throw new SoakFailure($"{_reader}, round {Rounds}, {doing}: {failure.Message}", failure);
        }
    }

    private void UseCardInOrder()
    {
        using ReaderLink link = Insert(_card);
        using (PcscCard card = _context.Connect(_reader))
        {
            Expect(card, AskTries, ThreeTriesLeft);
            Expect(card, RightCode, Ok);
            card.Reconnect(PcscCard.Initialization.Reset);
            Expect(card, AskTries, ThreeTriesLeft);
            Expect(card, RightCode, Ok);
            card.Reconnect(PcscCard.Initialization.Unpower);
            Expect(card, AskTries, ThreeTriesLeft);
            card.BeginTransaction();
            Expect(card, SelectMasterFile, Ok);
            card.EndTransaction();
        }
    }

    private void Remove(Removal removal)
    {
        using ReaderLink link = Insert(_faulty);
        using PcscCard card = _context.Connect(_reader);
        _faulty.Arm(new(removal) { End = FaultEnd.Once });
        ExpectError(card, removal == Removal.After ? [PcscError.Success] : [PcscError.NoSmartCard, PcscError.RemovedCard]);
    }

    private void RemoveByHand()
    {
        using ReaderLink link = Insert(_faulty);
        using PcscCard card = _context.Connect(_reader);
        _faulty.Arm(new(new Delay(Limit)) { End = FaultEnd.Once });
        Task remove = Task.Run(link.Remove);
        ExpectError(card, [PcscError.NoSmartCard, PcscError.RemovedCard, PcscError.NotTransacted]);
        remove.Wait();
        _faulty.Disarm();
    }

    private void RemoveAtPinPad()
    {
        ReaderLink? link = null;
        link = Insert(_card, new(_ =>
        {
            link!.Remove();
            return PinPadEntry.Typed("1234");
        }));
        using PcscCard card = _context.Connect(_reader);
        try
        {
            card.Control(VerifyPinDirect, VerifyStructure);
            throw new SoakFailure("the code was taken by a card that is out");
        }
        catch (PcscException refused) when (refused.Error == PcscError.NotTransacted)
        {
            link.Dispose();
        }
    }

    private void MuteOnce()
    {
        using ReaderLink link = Insert(_faulty);
        using PcscCard card = _context.Connect(_reader);
        _faulty.Arm(new(new Mute()) { End = FaultEnd.Once });
        ExpectError(card, [PcscError.NotTransacted]);
        Expect(card, AskTries, ThreeTriesLeft);
    }

    private void NoAnswerToReset()
    {
        using var peer = new SlotPeer(_socket);
        _context.WaitFor(_reader, status => status.State.HasFlag(ReaderStates.Mute), Limit);
        try
        {
            _context.Connect(_reader).Dispose();
            throw new SoakFailure("a card without ATR was connected to");
        }
        catch (PcscException refused) when (refused.Error == PcscError.UnpoweredCard)
        {
        }
    }

    private void Kill()
    {
        using var held = new HeldCard(_socket);
        _context.WaitFor(_reader, status => status.HasCard, Limit);
        using PcscCard card = _context.Connect(_reader);
        Task kill = Task.Run(() =>
        {
            held.AwaitCommand();
            held.Kill();
        });
        ExpectError(card, [PcscError.NoSmartCard, PcscError.NotTransacted]);
        kill.Wait();
    }

    private void AnswerRandomBytes() => TransmitTo(
        (peer, sequence) =>
        {
            byte[] bytes = new byte[_random.Next(10) == 0 ? _random.Next(1, TooLong) : _random.Next(1, 40)];
            _random.NextBytes(bytes);
            if (bytes.Length > 1 && _random.Next(2) == 0)
            {
                bytes[1] = sequence;
            }

            peer.Send(bytes);
        },
        times: 20);

    private void AnswerWithNoFrame()
    {
        var frames = new Queue<Func<byte, byte[]>>(
        [
            sequence => [(byte)'C', sequence],
            sequence => [(byte)'C', sequence, 0x90],
            sequence => [(byte)'U', sequence, 0x90, 0x00],
            _ => [(byte)'C'],
            sequence => [(byte)'C', sequence, .. new byte[TooLong]],
            sequence => [0xFF, sequence],
        ]);
        TransmitTo((peer, sequence) => peer.Send(frames.Dequeue()(sequence)), times: frames.Count, PcscError.NotTransacted);
    }

    private void TalkUnasked() => TransmitTo(
        (peer, sequence) =>
        {
            for (int i = 0; i < 50; i++)
            {
                peer.Send([(byte)'C', (byte)(sequence + 1 + _random.Next(255)), 0x90, 0x00]);
            }

            peer.Send([(byte)'C', sequence, .. Ok]);
        },
        times: 3,
        PcscError.Success);

    private void TalkWithoutEnd()
    {
        using var peer = new SlotPeer(_socket);
        using var stop = new CancellationTokenSource();
        bool slowly = _random.Next(2) == 0;
        Task serving = peer.ServeAsync(sequence =>
        {
            // Several senders are faster than the one who listens; he stops when his time is over, and they wait for the connection's end.
            Parallel.For(0, slowly ? 1 : 3, _ =>
            {
                while (!stop.IsCancellationRequested && peer.Send([(byte)'C', (byte)(sequence - 1), 0x90, 0x00]))
                {
                    if (slowly)
                    {
                        stop.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(10));
                    }
                }
            });
            return false;
        });
        _context.WaitFor(_reader, status => status.HasCard, Limit);
        using (PcscCard card = _context.Connect(_reader))
        {
            ExpectError(card, [PcscError.NotTransacted]);
        }

        stop.Cancel();
        peer.Close(SocketShutdown.Both);
        serving.Wait();
    }

    private void SendNothing()
    {
        using var peer = new SlotPeer(_socket);
        _ = peer.ServeAsync(_ => peer.Send([]));
        _context.WaitFor(_reader, status => status.HasCard, Limit);
        using PcscCard card = _context.Connect(_reader);
        ExpectError(card, [PcscError.NoSmartCard]);
        AwaitEmpty();
        UseCardInOrder();
    }

    private void CloseOneDirection()
    {
        // The other direction stays open: it must not leave the slot taken.
        SocketShutdown direction = _random.Next(2) == 0 ? SocketShutdown.Receive : SocketShutdown.Send;
        using var peer = new SlotPeer(_socket);
        _ = peer.ServeAsync(_ => true);
        _context.WaitFor(_reader, status => status.HasCard, Limit);
        using PcscCard card = _context.Connect(_reader);
        peer.Close(direction);
        ExpectError(card, [PcscError.NoSmartCard, PcscError.RemovedCard]);
        AwaitEmpty();
        UseCardInOrder();
    }

    private void ConnectOften()
    {
        using ReaderLink link = Insert(_card);
        using PcscCard card = _context.Connect(_reader);
        int[] seeds = [.. Enumerable.Range(0, 30).Select(_ => _random.Next())];
        Task all = Task.WhenAll(seeds.Select(seed => Task.Run(() =>
        {
            byte[] bytes = new byte[seed % 100];
            new Random(seed).NextBytes(bytes);
            using var peer = new SlotPeer(_socket);
            peer.Send(bytes);
            if (peer.Receive(out _, out _))
            {
                throw new SoakFailure("a slot that was taken spoke to a second card");
            }
        })));
        while (!all.IsCompleted)
        {
            Expect(card, AskTries, ThreeTriesLeft);
        }

        all.GetAwaiter().GetResult();
        Expect(card, AskTries, ThreeTriesLeft);
    }

    private void ConnectAndLeave()
    {
        for (int i = 0; i < 30; i++)
        {
            using var peer = new SlotPeer(_socket);
            peer.Send([(byte)'C', (byte)i]);
        }
    }

    private ReaderLink Insert(ICard card, PinPad? pinPad = null)
    {
        var link = ReaderLink.Insert(_socket, card, pinPad);
        _context.WaitFor(_reader, status => status.HasCard, Limit);
        return link;
    }

    // A process that is in order until it gets a command.
    private void TransmitTo(Action<SlotPeer, byte> answer, int times, params PcscError[] expected)
    {
        using var peer = new SlotPeer(_socket);
        Task serving = peer.ServeAsync(sequence =>
        {
            answer(peer, sequence);
            return true;
        });
        _context.WaitFor(_reader, status => status.HasCard, Limit);
        using (PcscCard card = _context.Connect(_reader))
        {
            for (int i = 0; i < times; i++)
            {
                ExpectError(card, expected);
            }
        }

        peer.Close(SocketShutdown.Both);
        serving.Wait();
    }

    private void Expect(PcscCard card, byte[] command, byte[] expected)
    {
        PcscError error = Transmit(card, command, out int length);
        if (error != PcscError.Success || !_answer.AsSpan(0, length).SequenceEqual(expected))
        {
            throw new SoakFailure($"{Convert.ToHexString(command)} gave {(error == PcscError.Success ? Convert.ToHexString(_answer, 0, length) : error)}, "
                + $"expected was {Convert.ToHexString(expected)}");
        }
    }

    // Where bytes are random anything may come of it, but something must.
    private void ExpectError(PcscCard card, PcscError[] expected)
    {
        PcscError error = Transmit(card, AskTries, out _);
        if (expected.Length > 0 && !expected.Contains(error))
        {
            throw new SoakFailure($"a command gave {error}, expected was {string.Join(" or ", expected)}");
        }
    }

    private PcscError Transmit(PcscCard card, byte[] command, out int length)
    {
        Commands++;
        return card.Transmit(command, _answer, out length);
    }

    private void AwaitEmpty() => _context.WaitFor(_reader, status => status.State.HasFlag(ReaderStates.Empty), Limit);
}
