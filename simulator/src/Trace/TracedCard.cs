using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Trace;

/// <summary>A layer around a card that tells what passes. Codes are masked before anything leaves it.</summary>
/// <param name="card">The card below.</param>
/// <param name="write">Gets each entry, in the thread of the reader: keep it short.</param>
/// <param name="time">Clock; <see langword="null"/> for the system's.</param>
public sealed class TracedCard(ICard card, Action<TraceEntry> write, TimeProvider? time = null) : ICard
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => card.Atr;

    /// <inheritdoc/>
    public bool IsPresent => card.IsPresent;

    /// <inheritdoc/>
    public void Reset()
    {
        DateTimeOffset began = _time.GetUtcNow();
        long start = _time.GetTimestamp();
        card.Reset();
        write(new(began, _time.GetElapsedTime(start), "RESET", Hexadecimal.Format(card.Atr.Span)));
    }

    /// <inheritdoc/>
    public void PowerDown()
    {
        card.PowerDown();
        write(new(_time.GetUtcNow(), TimeSpan.Zero, "POWER DOWN", ""));
    }

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol)
    {
        DateTimeOffset began = _time.GetUtcNow();
        bool accepted = card.TrySetProtocol(protocol);
        write(new(began, TimeSpan.Zero, $"PROTOCOL {protocol}", accepted ? "accepted" : "refused"));
        return accepted;
    }

    /// <inheritdoc/>
    public void Pull() => card.Pull();

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        DateTimeOffset began = _time.GetUtcNow();
        long start = _time.GetTimestamp();
        int length = card.Transmit(command, response);
        TimeSpan duration = _time.GetElapsedTime(start);
        write(new(began, duration, CommandMask.Format(command), Hexadecimal.Format(length > 0 ? response[..length] : [])));
        return length;
    }
}
