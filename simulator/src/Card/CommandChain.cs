using CardConformance.Simulator.Apdu;

namespace CardConformance.Simulator.Card;

/// <summary>A command too long for one APDU, sent in parts: all but the last carry bit 5 of CLA.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 5.1.1.1.</remarks>
public sealed class CommandChain
{
    // The longest chained command of the card is PSO DECIPHER: a padding indicator and a cryptogram of 256 bytes.
    private const int Capacity = 512;

    private readonly byte[] _data = new byte[Capacity];
    private int _header;

    /// <summary>Bytes collected so far; 0 when no chain is under way.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes collected so far.</summary>
    public ReadOnlySpan<byte> Data => _data.AsSpan(0, Length);

    /// <summary>Whether a command goes on with the chain under way: same instruction, same parameters.</summary>
    /// <param name="command">The command.</param>
    public bool IsContinuedBy(in CommandApdu command) => Length > 0 && _header == HeaderOf(command);

    /// <summary>Adds the data of a command to the chain, or begins a chain with it.</summary>
    /// <param name="command">The command.</param>
    /// <returns><see langword="false"/>, and nothing added, when it does not fit.</returns>
    public bool TryAppend(in CommandApdu command)
    {
        if (!IsContinuedBy(command))
        {
            Clear();
            _header = HeaderOf(command);
        }

        if (Length + command.Data.Length > Capacity)
        {
            return false;
        }

        command.Data.CopyTo(_data.AsSpan(Length));
        Length += command.Data.Length;
        return true;
    }

    /// <summary>Forgets the chain.</summary>
    public void Clear() => Length = 0;

    private static int HeaderOf(in CommandApdu command) => (command.Ins << 16) | (command.P1 << 8) | command.P2;
}
