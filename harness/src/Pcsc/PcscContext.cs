using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace CardConformance.Harness.Pcsc;

/// <summary>A program's access to the readers that one pcscd has.</summary>
/// <remarks>
/// pcscd is found by the variable PCSCLITE_CSOCK_NAME as the C library sees it, see <see cref="NativeEnvironment"/>. A context
/// serves one thread at a time, except for <see cref="Cancel"/>.
/// </remarks>
public sealed class PcscContext : IDisposable
{
    private const int EventStateMask = 0xFFFF;
    private const int Changed = 0x0002;

    private readonly nint _context;

    private PcscContext(nint context) => _context = context;

    /// <summary>Begins.</summary>
    /// <exception cref="PcscException">No pcscd is running.</exception>
    public static PcscContext Establish()
    {
        PcscException.ThrowUnlessSuccess(
            nameof(WinSCard.SCardEstablishContext), WinSCard.SCardEstablishContext(WinSCard.ScopeSystem, 0, 0, out nint context));
        return new(context);
    }

    /// <summary>Names of the readers there are.</summary>
    /// <exception cref="PcscException">There is none, or pcscd has gone.</exception>
    public IReadOnlyList<string> ListReaders()
    {
        byte[] names = new byte[4096];
        nuint length = (nuint)names.Length;
        PcscException.ThrowUnlessSuccess(
            nameof(WinSCard.SCardListReaders), WinSCard.SCardListReaders(_context, 0, names, ref length));
        return Encoding.UTF8.GetString(names, 0, (int)length).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Connects to the card in a reader.</summary>
    /// <param name="reader">The reader's name.</param>
    /// <param name="protocols">Protocols that suit.</param>
    /// <exception cref="PcscException">No card, or none that answers.</exception>
    public PcscCard Connect(string reader, PcscProtocol protocols = PcscProtocol.Any)
    {
        PcscException.ThrowUnlessSuccess(
            nameof(WinSCard.SCardConnect),
            WinSCard.SCardConnect(_context, reader, PcscCard.Shared, (nuint)protocols, out nint card, out nuint active));
        return new(card, (PcscProtocol)active);
    }

    /// <summary>Waits until a reader's state differs from a known one.</summary>
    /// <param name="reader">The reader's name.</param>
    /// <param name="known">The known state; <see cref="ReaderStatus.Unaware"/> to get the present one at once.</param>
    /// <param name="limit">How long to wait.</param>
    /// <returns>The new state, or <see langword="null"/> when nothing changed in time.</returns>
    /// <exception cref="PcscException">The reader or pcscd has gone, or the call was cancelled.</exception>
    public ReaderStatus? GetStatusChange(string reader, ReaderStatus known, TimeSpan limit)
    {
        nint name = Marshal.StringToCoTaskMemUTF8(reader);
        try
        {
            var state = new WinSCard.ReaderState
            {
                Reader = name,
                CurrentState = (nuint)(uint)((int)known.State | (known.Events << 16)),
            };
            nint result = WinSCard.SCardGetStatusChange(_context, (nuint)limit.TotalMilliseconds, ref state, 1);
            if ((PcscError)(uint)result == PcscError.Timeout)
            {
                return null;
            }

            PcscException.ThrowUnlessSuccess(nameof(WinSCard.SCardGetStatusChange), result);
            ReadOnlySpan<byte> atr = state.Atr;
            return new(
                (ReaderStates)((int)state.EventState & EventStateMask & ~Changed),
                (int)(state.EventState >> 16),
                atr[..(int)state.AtrLength].ToArray());
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }
    }

    /// <summary>Waits until a reader is in a state.</summary>
    /// <param name="reader">The reader's name.</param>
    /// <param name="wanted">The state.</param>
    /// <param name="limit">How long to wait.</param>
    /// <exception cref="TimeoutException">It did not come; the message says what the state was.</exception>
    public ReaderStatus WaitFor(string reader, Predicate<ReaderStatus> wanted, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        ReaderStatus status = ReaderStatus.Unaware;
        while (true)
        {
            TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
            ReaderStatus? next = left > TimeSpan.Zero ? GetStatusChange(reader, status, left) : null;
            if (next is null)
            {
                throw new TimeoutException($"the state of reader \"{reader}\" is {status.State} after {limit.TotalSeconds} s");
            }

            status = next;
            if (wanted(status))
            {
                return status;
            }
        }
    }

    /// <summary>Ends a call of <see cref="GetStatusChange"/> in another thread.</summary>
    public void Cancel() => PcscException.ThrowUnlessSuccess(nameof(WinSCard.SCardCancel), WinSCard.SCardCancel(_context));

    /// <summary>Ends. A pcscd that has gone is no error here.</summary>
    public void Dispose() => _ = WinSCard.SCardReleaseContext(_context);
}
