using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CardConformance.Harness.Pcsc;

/// <summary>The functions of <c>winscard.h</c> that are needed here, as pcsc-lite has them on 64-bit Linux.</summary>
internal static partial class WinSCard
{
    internal const int ScopeSystem = 2;
    internal const uint Infinite = 0xFFFFFFFF;
    internal const int MaxAtrLength = 33;

    private const string Library = "libpcsclite.so.1";

    [LibraryImport(Library)]
    internal static partial nint SCardEstablishContext(nuint scope, nint reserved1, nint reserved2, out nint context);

    [LibraryImport(Library)]
    internal static partial nint SCardReleaseContext(nint context);

    [LibraryImport(Library)]
    internal static partial nint SCardCancel(nint context);

    [LibraryImport(Library)]
    internal static partial nint SCardListReaders(nint context, nint groups, Span<byte> readers, ref nuint length);

    [LibraryImport(Library)]
    internal static partial nint SCardGetStatusChange(nint context, nuint timeout, ref ReaderState states, nuint count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint SCardConnect(
        nint context, string reader, nuint shareMode, nuint preferredProtocols, out nint card, out nuint activeProtocol);

    [LibraryImport(Library)]
    internal static partial nint SCardReconnect(
        nint card, nuint shareMode, nuint preferredProtocols, nuint initialization, out nuint activeProtocol);

    [LibraryImport(Library)]
    internal static partial nint SCardDisconnect(nint card, nuint disposition);

    [LibraryImport(Library)]
    internal static partial nint SCardBeginTransaction(nint card);

    [LibraryImport(Library)]
    internal static partial nint SCardEndTransaction(nint card, nuint disposition);

    [LibraryImport(Library)]
    internal static partial nint SCardStatus(
        nint card, nint reader, nint readerLength, out nuint state, out nuint protocol, Span<byte> atr, ref nuint atrLength);

    [LibraryImport(Library)]
    internal static partial nint SCardTransmit(
        nint card,
        in IoRequest sendPci,
        ReadOnlySpan<byte> command,
        nuint commandLength,
        ref IoRequest receivePci,
        Span<byte> response,
        ref nuint responseLength);

    [LibraryImport(Library)]
    internal static partial nint SCardControl(
        nint card, nuint code, ReadOnlySpan<byte> input, nuint inputLength, Span<byte> output, nuint outputLength, out nuint returned);

    [StructLayout(LayoutKind.Sequential)]
    internal struct IoRequest
    {
        internal nuint Protocol;
        internal nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ReaderState
    {
        internal nint Reader;
        internal nint UserData;
        internal nuint CurrentState;
        internal nuint EventState;
        internal nuint AtrLength;
        internal AtrBuffer Atr;
    }

    [InlineArray(MaxAtrLength)]
    internal struct AtrBuffer
    {
        private byte _first;
    }
}
