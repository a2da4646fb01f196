using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>What becomes of a command that asks for more bytes, or other ones, than there are.</summary>
/// <remarks>Source: ISO/IEC 7816-3:2006, 12.2.1 (case 2S.2 and 2S.3); ISO/IEC 7816-4:2005, 5.1.3.</remarks>
internal static class AnswerLength
{
    /// <summary>Compares Le with what there is.</summary>
    /// <param name="card">The card, which knows the protocol in use.</param>
    /// <param name="command">A command without data (case 2).</param>
    /// <param name="available">Bytes there are, 1 to 256.</param>
    /// <returns>
    /// <c>9000</c>: give the smaller of both numbers. <c>6282</c>: the same, and end with this. <c>6700</c>: no Le.
    /// <c>6CXX</c>: give nothing; the reader will ask again for XX.
    /// </returns>
    internal static StatusWord Compare(CardState card, in CommandApdu command, int available)
    {
        if (!command.Data.IsEmpty || command.Ne == 0)
        {
            return StatusWord.WrongLength;
        }

        if (command.Ne <= available)
        {
            return StatusWord.Ok;
        }

        // T=0 must send exactly P3 bytes or none. Over T=1, Le 00 means "as many as there are".
        return card.Protocol switch
        {
            TransmissionProtocol.T0 => StatusWord.WrongLe(available),
            _ when command.Ne == 256 => StatusWord.Ok,
            _ => StatusWord.EndOfFile,
        };
    }
}
