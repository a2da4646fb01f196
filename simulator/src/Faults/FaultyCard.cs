using System.Diagnostics.CodeAnalysis;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Faults;

/// <summary>A layer around a card that makes it fail on order.</summary>
/// <remarks>
/// Of several faults at one command each has its effect: first the delays, then whatever leaves the command without an answer, then
/// the faults of the answer in the order in which they were armed. Arming is thread-safe; the rest is the reader's thread's.
/// </remarks>
/// <param name="card">The card below.</param>
/// <param name="time">Clock for delays; <see langword="null"/> for the system's.</param>
[SuppressMessage("Design", "CA1001", Justification = "The event is memory only, and cards are not disposed of.")]
public sealed class FaultyCard(ICard card, TimeProvider? time = null) : ICard
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly List<ArmedFault> _armed = [];
    private readonly ManualResetEvent _pulled = new(initialState: false);

    // The answer to the last reset, when it was not the card's own.
    private byte[]? _atr;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => _atr ?? card.Atr;

    /// <inheritdoc/>
    public bool IsPresent { get; private set; } = true;

    /// <summary>The faults that still lie in wait without ever having had an effect: whoever armed them has tested nothing with them.</summary>
    public IReadOnlyList<CardFault> Unmet
    {
        get
        {
            lock (_lock)
            {
                return [.. _armed.Where(fault => fault.IsUnmet).Select(fault => fault.Fault)];
            }
        }
    }

    /// <summary>Arms a fault, beside those that were armed before and have not ended.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">Its effect cannot have its cause.</exception>
    public void Arm(CardFault fault)
    {
        if (fault.Contradiction is { } contradiction)
        {
            throw new ArgumentException(contradiction, nameof(fault));
        }

        lock (_lock)
        {
            _armed.Add(new(fault));
        }
    }

    /// <summary>Ends all faults.</summary>
    public void Disarm()
    {
        lock (_lock)
        {
            _armed.Clear();
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        IsPresent = true;
        _atr = null;
        FaultEffect[] effects = MeetReset();
        if (effects.Length == 0)
        {
            card.Reset();
        }
        else
        {
            _atr = AnswerToReset(effects);
        }
    }

    /// <inheritdoc/>
    public void PowerDown()
    {
        // Whoever pulled it out has seen so by now. The next slot may begin with taking its power away, too.
        IsPresent = true;
        _pulled.Reset();
        card.PowerDown();
    }

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command) => card.LosePower(command);

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol) => card.TrySetProtocol(protocol);

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        FaultEffect[] effects = Meet(command);
        return effects.Length == 0 ? card.Transmit(command, response) : Answer(effects, command, response);
    }

    /// <inheritdoc/>
    public void Pull()
    {
        _pulled.Set();
        card.Pull();
    }

    private FaultEffect[] Meet(ReadOnlySpan<byte> command)
    {
        lock (_lock)
        {
            if (_armed.Count == 0)
            {
                return [];
            }

            List<FaultEffect> effects = [];
            foreach (ArmedFault fault in _armed)
            {
                if (fault.Cause.IsMetBy(command) && fault.Meet() is { } effect)
                {
                    effects.Add(effect);
                }
            }

            _armed.RemoveAll(fault => fault.IsSpent);
            return [.. effects];
        }
    }

    private FaultEffect[] MeetReset()
    {
        lock (_lock)
        {
            _armed.RemoveAll(fault => fault.EndsAtReset);
            FaultEffect[] effects = [.. _armed.Where(fault => fault.Cause.IsReset).Select(fault => fault.Meet()).OfType<FaultEffect>()];
            _armed.RemoveAll(fault => fault.IsSpent);
            return effects;
        }
    }

    private int Answer(FaultEffect[] effects, ReadOnlySpan<byte> command, Span<byte> response)
    {
        if (!TryWait(effects) || effects.Contains(Removal.Before))
        {
            return PullOut();
        }

        if (effects.OfType<Mute>().Any())
        {
            return ICard.Mute;
        }

        if (effects.OfType<PowerLoss>().Any())
        {
            card.LosePower(command);
            return ICard.Mute;
        }

        int length = card.Transmit(command, response);
        if (effects.Contains(Removal.Within))
        {
            return PullOut();
        }

        length = Spoil(effects, response, length);
        if (effects.Contains(Removal.After))
        {
            PullOut();
        }

        return length;
    }

    private byte[] AnswerToReset(FaultEffect[] effects)
    {
        if (!TryWait(effects) || effects.Contains(Removal.Before))
        {
            PullOut();
            return [];
        }

        if (effects.OfType<Mute>().Any())
        {
            // It was reset, although it does not say so.
            card.PowerDown();
            return [];
        }

        card.Reset();
        byte[] answer = new byte[Padding.MaxLength];
        card.Atr.Span.CopyTo(answer);
        int length = Spoil(effects, answer, card.Atr.Length);
        if (effects.OfType<Removal>().Any())
        {
            PullOut();
        }

        return effects.Contains(Removal.Within) ? [] : answer[..length];
    }

    private static int Spoil(FaultEffect[] effects, Span<byte> answer, int length)
    {
        foreach (AnswerEffect effect in effects.OfType<AnswerEffect>())
        {
            length = length >= 0 ? effect.Spoil(answer, length) : length;
        }

        return length;
    }

    private int PullOut()
    {
        card.PowerDown();
        IsPresent = false;
        return ICard.Removed;
    }

    // The reader's thread waits here, as the reader does; pulling the card out ends it.
    private bool TryWait(FaultEffect[] effects)
    {
        TimeSpan delay = effects.OfType<Delay>().Aggregate(TimeSpan.Zero, (sum, effect) => sum + effect.Time);
        return !IsPulledWithin(delay);
    }

    private bool IsPulledWithin(TimeSpan delay)
    {
        // On the system's clock the thread waits by itself: a timer would want a free thread of the pool to end it.
        if (_time == TimeProvider.System || delay == TimeSpan.Zero)
        {
            return _pulled.WaitOne(delay);
        }

        using var over = new CancellationTokenSource(delay, _time);
        return WaitHandle.WaitAny([_pulled, over.Token.WaitHandle]) == 0;
    }
}
