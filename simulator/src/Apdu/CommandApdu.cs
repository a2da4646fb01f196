using System.Buffers.Binary;

namespace CardConformance.Simulator.Apdu;

/// <summary>One command as the reader sent it: a view on the reader's bytes, valid for one exchange.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 5.1 (cases 1 to 4, short and extended).</remarks>
public readonly ref struct CommandApdu
{
    private CommandApdu(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> data, int ne, bool extended = false)
    {
        Cla = bytes[0];
        Ins = bytes[1];
        P1 = bytes[2];
        P2 = bytes[3];
        Data = data;
        Ne = ne;
        IsExtended = extended;
    }

    // The commands of a chain, joined: the header of the last one over the data of all.
    private CommandApdu(CommandApdu last, ReadOnlySpan<byte> data)
    {
        Cla = last.Cla;
        Ins = last.Ins;
        P1 = last.P1;
        P2 = last.P2;
        Data = data;
        Ne = last.Ne;
    }

    /// <summary>Class byte.</summary>
    public byte Cla { get; }

    /// <summary>Instruction byte.</summary>
    public byte Ins { get; }

    /// <summary>First parameter.</summary>
    public byte P1 { get; }

    /// <summary>Second parameter.</summary>
    public byte P2 { get; }

    /// <summary>The data field; empty in cases 1 and 2.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>
    /// Most response bytes the reader accepts, without the status word: 0 when Le is absent, else 1 to 65,536.
    /// </summary>
    public int Ne { get; }

    /// <summary>Whether Lc or Le came in the extended form of three or two bytes.</summary>
    public bool IsExtended { get; }

    /// <summary>This command with the data of a whole chain in place of its own.</summary>
    /// <param name="data">The data of all commands of the chain, in order.</param>
    internal CommandApdu WithData(ReadOnlySpan<byte> data) => new(this, data);

    /// <summary>Reads one command without copying it.</summary>
    /// <param name="bytes">The whole command, header first.</param>
    /// <param name="command">The command, when the lengths agree with one of the four cases.</param>
    /// <returns><see langword="false"/> when they do not; a card then answers <c>6700</c>.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out CommandApdu command)
    {
        command = default;
        if (bytes.Length < 4)
        {
            return false;
        }

        ReadOnlySpan<byte> body = bytes[4..];
        bool extended = body.Length >= 3 && body[0] == 0;
        return extended
            ? TryParseExtended(bytes, body[1..], out command)
            : TryParseShort(bytes, body, out command);
    }

    private static bool TryParseShort(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> body, out CommandApdu command)
    {
        command = default;
        switch (body.Length)
        {
            case 0:
                command = new(bytes, default, ne: 0);
                return true;
            case 1:
                command = new(bytes, default, ShortNe(body[0]));
                return true;
        }

        int nc = body[0];
        ReadOnlySpan<byte> rest = body[1..];
        if (nc == 0 || rest.Length < nc || rest.Length > nc + 1)
        {
            return false;
        }

        command = new(bytes, rest[..nc], rest.Length == nc ? 0 : ShortNe(rest[nc]));
        return true;
    }

    private static bool TryParseExtended(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> body, out CommandApdu command)
    {
        command = default;
        int first = BinaryPrimitives.ReadUInt16BigEndian(body);
        ReadOnlySpan<byte> rest = body[2..];
        if (rest.IsEmpty)
        {
            command = new(bytes, default, ExtendedNe(first), extended: true);
            return true;
        }

        if (first == 0 || (rest.Length != first && rest.Length != first + 2))
        {
            return false;
        }

        int ne = rest.Length == first ? 0 : ExtendedNe(BinaryPrimitives.ReadUInt16BigEndian(rest[first..]));
        command = new(bytes, rest[..first], ne, extended: true);
        return true;
    }

    // Le 00 asks for the most the form can express.
    private static int ShortNe(byte le) => le == 0 ? 256 : le;

    private static int ExtendedNe(int le) => le == 0 ? 65_536 : le;
}
