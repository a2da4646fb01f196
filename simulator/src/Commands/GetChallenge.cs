using System.Security.Cryptography;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>GET CHALLENGE, INS 84: eight random bytes.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.5.3.</remarks>
internal static class GetChallenge
{
    internal const byte Ins = 0x84;

    private const int Length = 8;

    // The platform takes microseconds to make random bytes, few or many: a stock for each thread makes the card four times as fast.
    private const int StockLength = 1024;

    [ThreadStatic]
    private static byte[]? _stock;

    [ThreadStatic]
    private static int _left;

    /// <summary>Carries out one GET CHALLENGE.</summary>
    /// <returns><c>9000</c> with eight bytes, or as many as Le asks for if fewer; <c>6C08</c>, <c>6700</c> or <c>6A86</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.P1 != 0 || command.P2 != 0)
        {
            return StatusWord.WrongP1P2;
        }

        StatusWord sw = AnswerLength.Compare(card, command, Length);
        if (sw == StatusWord.Ok)
        {
            reply.Append(Draw(Math.Min(command.Ne, Length)));
        }

        return sw == StatusWord.EndOfFile ? StatusWord.WrongLe(Length) : sw;
    }

    private static ReadOnlySpan<byte> Draw(int count)
    {
        _stock ??= new byte[StockLength];
        if (_left < count)
        {
            RandomNumberGenerator.Fill(_stock);
            _left = StockLength;
        }

        _left -= count;
        return _stock.AsSpan(_left, count);
    }
}
