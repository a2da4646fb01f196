using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;

namespace CardConformance.Simulator.Commands;

/// <summary>READ BINARY, INS B0: reads from the current file, or from one named by its short identifier.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.2.3.</remarks>
internal static class ReadBinary
{
    internal const byte Ins = 0xB0;

    /// <summary>Carries out one READ BINARY.</summary>
    /// <returns>
    /// <c>9000</c> with data; <c>6282</c> or <c>6CXX</c> when Le asks beyond the end; <c>6700</c>, <c>6982</c>, <c>6986</c>,
    /// <c>6A82</c>, <c>6A86</c> or <c>6B00</c>.
    /// </returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        bool byShortIdentifier = (command.P1 & 0x80) != 0;
        if (byShortIdentifier && (command.P1 & 0x60) != 0)
        {
            return StatusWord.WrongP1P2;
        }

        ElementaryFile? file = byShortIdentifier
            ? card.CurrentDirectory.FindFileByShortIdentifier(command.P1 & 0x1F)
            : card.CurrentFile;
        if (file is null)
        {
            return byShortIdentifier ? StatusWord.FileNotFound : StatusWord.NoCurrentFile;
        }

        if (!card.Fulfils(file.Read))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        int offset = byShortIdentifier ? command.P2 : (command.P1 << 8) | command.P2;
        if (offset >= file.Content.Length)
        {
            return StatusWord.WrongOffset;
        }

        ReadOnlySpan<byte> rest = file.Content[offset..];
        StatusWord sw = AnswerLength.Compare(card, command, Math.Min(rest.Length, 256));
        if (sw != StatusWord.Ok && sw != StatusWord.EndOfFile)
        {
            return sw;
        }

        // Naming a file by its short identifier selects it, once the command succeeds.
        if (byShortIdentifier)
        {
            card.Select(card.CurrentDirectory, file);
        }

        reply.Append(rest[..Math.Min(rest.Length, command.Ne)]);
        return sw;
    }
}
