using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Reader;

/// <summary>Looks, with each command, at how much the link's thread has allocated: nobody else can.</summary>
internal sealed class AllocationMeter(ICard card) : ICard
{
    private long _allocated;

    /// <summary>In bytes, as of the last command.</summary>
    internal long AllocatedByLink => Interlocked.Read(ref _allocated);

    public ReadOnlyMemory<byte> Atr => card.Atr;

    public void Reset() => card.Reset();

    public void PowerDown() => card.PowerDown();

    public void LosePower(ReadOnlySpan<byte> command) => card.LosePower(command);

    public bool TrySetProtocol(TransmissionProtocol protocol) => card.TrySetProtocol(protocol);

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        Interlocked.Exchange(ref _allocated, GC.GetAllocatedBytesForCurrentThread());
        return card.Transmit(command, response);
    }
}
