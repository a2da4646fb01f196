using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;

namespace CardConformance.Simulator.Commands;

/// <summary>The file that READ BINARY or UPDATE BINARY means, and where in it.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.2.1: bit 8 of P1 says whether a short identifier or the current file is meant.</remarks>
internal readonly ref struct BinaryTarget
{
    private readonly bool _named;

    private BinaryTarget(ElementaryFile file, int offset, bool named)
    {
        File = file;
        Offset = offset;
        _named = named;
    }

    /// <summary>The file.</summary>
    internal ElementaryFile File { get; }

    /// <summary>Bytes from its beginning.</summary>
    internal int Offset { get; }

    /// <summary>Finds it.</summary>
    /// <returns><c>9000</c>, <c>6986</c>, <c>6A82</c> or <c>6A86</c>.</returns>
    internal static StatusWord Find(CardState card, in CommandApdu command, out BinaryTarget target)
    {
        target = default;
        bool named = (command.P1 & 0x80) != 0;
        if (named && (command.P1 & 0x60) != 0)
        {
            return StatusWord.WrongP1P2;
        }

        ElementaryFile? file = named ? card.CurrentDirectory.FindFileByShortIdentifier(command.P1 & 0x1F) : card.CurrentFile;
        if (file is null)
        {
            return named ? StatusWord.FileNotFound : StatusWord.NoCurrentFile;
        }

        target = new(file, named ? command.P2 : (command.P1 << 8) | command.P2, named);
        return StatusWord.Ok;
    }

    /// <summary>Naming a file by its short identifier selects it, once the command has succeeded.</summary>
    internal void MakeCurrent(CardState card)
    {
        if (_named)
        {
            card.Select(card.CurrentDirectory, File);
        }
    }
}
