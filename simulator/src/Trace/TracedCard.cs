using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Trace;

/// <summary>A layer around a card that tells what passes. Codes are masked before anything leaves it.</summary>
/// <param name="card">The card below.</param>
/// <param name="write">Gets each entry, in the thread of the reader: keep it short.</param>
/// <param name="time">Clock; <see langword="null"/> for the system's.</param>
public sealed class TracedCard(ICard card, Action<TraceEntry> write, TimeProvider? time = null) : ICard
{
    // What the reader answers in place of a card that has failed.
    private const string CardFailed = "6F 00";

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private bool _powered;

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
        _powered = true;
        string silence = card.IsPresent ? TraceText.Mute : TraceText.Removed;
        write(new(began, _time.GetElapsedTime(start), TraceText.Reset, card.Atr.IsEmpty ? silence : Hexadecimal.Format(card.Atr.Span)));
    }

    /// <inheritdoc/>
    public void PowerDown()
    {
        card.PowerDown();
        TellPowerDown();
    }

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command)
    {
        card.LosePower(command);
        TellPowerDown();
    }

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol)
    {
        DateTimeOffset began = _time.GetUtcNow();
        bool accepted = card.TrySetProtocol(protocol);
        write(new(began, TimeSpan.Zero, TraceText.Protocol(protocol), accepted ? TraceText.Accepted : TraceText.Refused));
        return accepted;
    }

    /// <inheritdoc/>
    public void Pull() => card.Pull();

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        DateTimeOffset began = _time.GetUtcNow();
        long start = _time.GetTimestamp();
        string answer = CardFailed;
        try
        {
            int length = card.Transmit(command, response);
            answer = length switch
            {
                ICard.Mute => TraceText.Mute,
                ICard.Removed => TraceText.Removed,
                _ => Hexadecimal.Format(response[..length]),
            };
            return length;
        }
        finally
        {
            write(new(began, _time.GetElapsedTime(start), CommandMask.Format(command), answer));
        }
    }

    private void TellPowerDown()
    {
        // Readers take the power away from cards that have none, too: before the first reset, and again when the card is pulled out.
        if (_powered)
        {
            _powered = false;
            write(new(_time.GetUtcNow(), TimeSpan.Zero, TraceText.PowerDown, ""));
        }
    }
}
