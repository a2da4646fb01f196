using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Trace;

/// <summary>A card that knows nothing but a trace: it answers what was answered when the trace was written.</summary>
/// <remarks>
/// Commands are compared byte for byte, except for those that the trace has as <c>**</c>: any code is the right one. Bytes <c>**</c> of
/// a response are given as <c>00</c>. Power and protocol are the reader's business, which it decides by its own clock: they are
/// answered as in the trace, and not compared. A reset begins a trace that has been told to its end anew; in
/// <see cref="ReplayMode.Skipping"/> it goes on to the next reset of the trace, or back to the beginning.
/// </remarks>
public sealed class ReplayedCard : ICard
{
    private readonly TraceFile _trace;
    private readonly ReplayMode _mode;
    private int _next;

    // Readers give a card power more than once before anybody uses it.
    private bool _used;

    /// <summary>A card that a trace makes.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="mode">What to make of other commands.</param>
    /// <exception cref="TraceException">The trace does not begin with a reset and the card's ATR.</exception>
    public ReplayedCard(TraceFile trace, ReplayMode mode)
    {
        _trace = trace;
        _mode = mode;
        if (trace.Exchanges is not [{ Command: TraceText.Reset, ResponseBytes: not null }, ..])
        {
            TraceExchange? first = trace.Exchanges.Count > 0 ? trace.Exchanges[0] : null;
            throw new TraceException(
                trace.Path, first?.Line ?? 1, "RESET, with the card's ATR as its response,", first is null ? "nothing" : $"\"{first.Command}\"");
        }

        Atr = BytesOf(trace.Exchanges[0]);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr { get; private set; }

    /// <inheritdoc/>
    public void Reset()
    {
        if (_used && _mode == ReplayMode.Skipping)
        {
            _next = FindReset();
        }

        PassEvents();
        if (_next == _trace.Exchanges.Count)
        {
            _next = 0;
            PassEvents();
        }

        _used = false;
    }

    /// <inheritdoc/>
    public void PowerDown()
    {
    }

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command) => PowerDown();

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol)
    {
        TraceExchange[] proposals = [.. _trace.Exchanges.Where(exchange => exchange.Response is TraceText.Accepted or TraceText.Refused)];
        TraceExchange? same = Array.Find(proposals, exchange => exchange.Command == TraceText.Protocol(protocol));

        // Of a protocol that was never proposed nothing is known, unless the card speaks another one.
        return same is not null ? same.Response == TraceText.Accepted : !Array.Exists(proposals, exchange => exchange.Response == TraceText.Accepted);
    }

    /// <inheritdoc/>
    /// <exception cref="ReplayException">The command is not the next one; readers answer <c>6F00</c>, and keep the failure.</exception>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        PassEvents();
        if (_mode == ReplayMode.Strict)
        {
            Compare(command);
        }
        else if (Find(command) is { } found)
        {
            _next = found;
        }
        else
        {
            return new ResponseWriter(response).End(StatusWord.InstructionNotSupported);
        }

        _used = true;
        return Answer(_trace.Exchanges[_next++], response);
    }

    private static byte[] BytesOf(TraceExchange exchange)
    {
        byte[] bytes = new byte[exchange.ResponseBytes!.Length];
        exchange.ResponseBytes.CopyTo(bytes);
        return bytes;
    }

    private static int Answer(TraceExchange exchange, Span<byte> response)
    {
        if (exchange.ResponseBytes is not { } bytes)
        {
            return exchange.Response == TraceText.Mute ? ICard.Mute : ICard.Removed;
        }

        bytes.CopyTo(response);
        return bytes.Length;
    }

    // What the reader did here when the trace was written; the ATR of a reset is that of the card from here on.
    private void PassEvents()
    {
        for (; _next < _trace.Exchanges.Count && _trace.Exchanges[_next].CommandBytes is null; _next++)
        {
            TraceExchange passed = _trace.Exchanges[_next];
            if (passed.Command == TraceText.Reset)
            {
                Atr = passed.ResponseBytes is null ? default(ReadOnlyMemory<byte>) : BytesOf(passed);
            }
        }
    }

    private void Compare(ReadOnlySpan<byte> command)
    {
        string got = CommandMask.Format(command);
        if (_next == _trace.Exchanges.Count)
        {
            throw new ReplayException(_trace.Path, _trace.Exchanges[^1].Line + 1, "the end of the trace", got);
        }

        TraceExchange next = _trace.Exchanges[_next];
        if (!next.CommandBytes!.IsMatch(command))
        {
            throw new ReplayException(_trace.Path, next.Line, next.Command, got);
        }
    }

    private int? Find(ReadOnlySpan<byte> command)
    {
        for (int i = _next; i < _trace.Exchanges.Count; i++)
        {
            if (_trace.Exchanges[i].CommandBytes?.IsMatch(command) == true)
            {
                return i;
            }
        }

        return null;
    }

    // The next one, or the first.
    private int FindReset()
    {
        for (int i = _next; i < _trace.Exchanges.Count; i++)
        {
            if (_trace.Exchanges[i].Command == TraceText.Reset)
            {
                return i;
            }
        }

        return 0;
    }
}
