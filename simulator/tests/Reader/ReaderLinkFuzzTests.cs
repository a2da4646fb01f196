using CardConformance.Fuzz;
using CardConformance.Fuzz.Generation;
using CardConformance.Fuzz.Replays;
using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Reader;

namespace CardConformance.Simulator.Tests.Reader;

/// <summary>Whatever comes from the driver's end of the socket: the card keeps its rules, and the connection ends as it should.</summary>
public sealed class ReaderLinkFuzzTests
{
    private const int Lives = 300;
    private const int LongestLife = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly FuzzCardKind[] Sound = [FuzzCardKind.Contact, FuzzCardKind.Contactless, FuzzCardKind.Cps4];
    private static readonly FuzzCardKind[] Failing = [FuzzCardKind.Failing, FuzzCardKind.Cps4Failing];

    private readonly FuzzCards _cards = new(TestCards.NewModels());

    [Test]
    public void A_frame_that_breaks_the_protocol_ends_the_connection_with_the_documented_error() => ForManySeeds(random =>
    {
        IWatchedCard card = _cards.New(random.Of<FuzzCardKind>(Sound));
        bool hasPinPad = random.OneIn(2);
        byte[] wrong;
        using (var slot = new ReaderSlot(card, hasPinPad ? PadOf(random) : null))
        {
            var frames = new AnyFrame(random);
            for (int left = random.Below(LongestLife); left > 0; left--)
            {
                SendRight(slot, frames.Right(card.Now, hasPinPad));
            }

            wrong = frames.Wrong(hasPinPad);
            Assert.That(slot.TrySend(wrong), Is.True);
            Assert.That(slot.Receive(), Is.Empty, "it has no answer");
            string name = $"{wrong.Length} bytes that begin with {Convert.ToHexString(wrong, 0, Math.Min(4, wrong.Length))}";
            Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("the driver"), name);
        }

        CardIsInOrder(card);
    });

    [Test]
    public void A_reader_that_goes_away_ends_the_connection_without_an_error() => ForManySeeds(random =>
    {
        IWatchedCard card = _cards.New(random.Of<FuzzCardKind>(Sound));
        using (var slot = new ReaderSlot(card, PadOf(random)))
        {
            var frames = new AnyFrame(random);

            // Of a card in use, only what it remembered before the first frame can be looked at.
            byte[][] flood = [.. Enumerable.Range(0, random.Below(LongestLife)).Select(_ => frames.Right(card.Now, pinPad: true))];
            foreach (byte[] frame in flood)
            {
                slot.TrySend(frame);
            }

            if (random.OneIn(2))
            {
                slot.GoAway();
            }
            else
            {
                slot.Link.Remove();
            }

            Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.Nothing);
        }

        CardIsInOrder(card);
    });

    [Test]
    public void A_card_that_fails_ends_the_connection_without_an_error() => ForManySeeds(random =>
    {
        IWatchedCard card = _cards.New(random.Of<FuzzCardKind>(Failing));
        byte[] fault = new byte[FaultBytes.Length];
        for (int faults = random.Below(6); faults >= 0; faults--)
        {
            random.Fill(fault);
            card.Arm(fault);
        }

        using (var slot = new ReaderSlot(card, PadOf(random)))
        {
            var frames = new AnyFrame(random);
            byte[][] flood = [.. Enumerable.Range(0, random.Below(LongestLife)).Select(_ => frames.Right(card.Now, pinPad: true))];
            foreach (byte[] frame in flood)
            {
                slot.TrySend(frame);
                while (slot.HasAnswer && slot.Receive().Length > 0)
                {
                }

                if (slot.Link.Ended.IsCompleted)
                {
                    break;
                }
            }

            slot.GoAway();
            Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.Nothing);
        }

        card.Arm(default);
        CardIsInOrder(card);
    });

    [Test]
    public void A_reader_that_never_listens_does_not_hold_the_card()
    {
        IWatchedCard card = _cards.New(FuzzCardKind.Contact);
        byte[] read = [(byte)'C', 0, 0x00, 0xB0, 0x9E, 0x00, 0x5F];
        using var slot = new ReaderSlot(card);
        int sent = 0;
        while (sent < 1_000_000 && slot.TrySend(read))
        {
            sent++;
        }

        Assert.That(sent, Is.LessThan(1_000_000), "there is no room left: the card waits for its answers to be read");
        slot.Link.Remove();
        Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.Nothing);
    }

    private static void SendRight(ReaderSlot slot, byte[] frame)
    {
        Assert.That(slot.TrySend(frame), Is.True);
        if (!AnyFrame.IsAnswered(frame))
        {
            // When the next one is answered, this one is done.
            SendRight(slot, [(byte)'U', frame[1]]);
            return;
        }

        byte[] answer = slot.Receive();
        Assert.That(answer, Has.Length.GreaterThan(2), $"{frame.Length} bytes, type {(char)frame[0]}");
        Assert.That(answer[..2], Is.EqualTo(frame[..2]), "an answer repeats type and sequence number");
    }

    // It has watched itself all the time; it must be good for another slot as well.
    private static void CardIsInOrder(IWatchedCard card)
    {
        card.CheckContents();
        using var slot = new ReaderSlot(card);
        SendRight(slot, [(byte)'U', 1]);
        SendRight(slot, [(byte)'C', 2, 0x00, 0x20, 0x00, 0x01, 0x00]);
        slot.GoAway();
        Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.Nothing);
    }

    private static PinPad PadOf(RandomSource random)
    {
        PinPadEntry[] entries =
        [
            PinPadEntry.Typed("1234"), PinPadEntry.Typed("12345678"), PinPadEntry.Typed("0000"), PinPadEntry.Typed(""), PinPadEntry.Typed(new string('1', 300)),
            PinPadEntry.Typed("12é4"), PinPadEntry.Cancelled, PinPadEntry.TimedOut,
        ];
        PinPadEntry[] typed = [.. Enumerable.Range(0, 8).Select(_ => random.Of<PinPadEntry>(entries))];
        int next = 0;
        return new(_ => typed[next++ % typed.Length]);
    }

    private static void ForManySeeds(Action<RandomSource> live)
    {
        uint first = TestContext.CurrentContext.Random.NextUInt();
        for (uint i = 0; i < Lives; i++)
        {
            ulong seed = (ulong)first + i;
            Assert.That(() => live(new(seed)), Throws.Nothing, $"seed {seed}");
        }
    }
}
