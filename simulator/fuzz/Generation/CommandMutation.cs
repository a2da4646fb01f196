using System.Buffers.Binary;

namespace CardConformance.Fuzz.Generation;

/// <summary>Makes a command wrong, or another one, at one place.</summary>
internal static class CommandMutation
{
    /// <summary>Room that a mutated command may need: header, length byte, 255 data bytes, Le and what is appended.</summary>
    internal const int MaxLength = 300;

    private const int HeaderLength = 4;
    private const int MaxDataLength = 255;

    private static ReadOnlySpan<byte> Classes => [0x00, 0x10, 0xA0, 0xB0, 0x80, 0x0C, 0x01, 0x11, 0xFF];

    private static ReadOnlySpan<byte> Instructions =>
        [0x20, 0x22, 0x24, 0x2A, 0x2C, 0x84, 0x88, 0xA4, 0xB0, 0xC0, 0xCB, 0xD6, 0x0E, 0x44, 0x46, 0x82, 0xB1, 0xB2, 0xCA, 0xD0, 0xDB, 0xE0, 0xE4];

    private static ReadOnlySpan<byte> Parameters =>
    [
        0x00, 0x01, 0x02, 0x03, 0x04, 0x08, 0x09, 0x0C, 0x3F, 0x41, 0x7F, 0x80, 0x81, 0x82, 0x86, 0x90, 0x9A, 0x9B, 0x9C, 0x9D, 0x9E,
        0xA0, 0xA4, 0xAA, 0xB6, 0xB8, 0xF9, 0xFA, 0xFF,
    ];

    private static ReadOnlySpan<ushort> FileIdentifiers =>
    [
        0x3F00, 0x0001, 0x2F00, 0x2F01, 0xD003, 0xD010, 0x5031, 0x5032, 0x7001, 0x7002, 0x7005, 0x7006, 0xB001, 0xB002,
        0xD101, 0xD102, 0xD103, 0xD104, 0xD107, 0xD120, 0xD121, 0x7F01, 0x4000, 0x4010, 0x4011,
    ];

    /// <summary>Instructions of this card and of others.</summary>
    internal static byte Instruction(RandomSource random) => random.OneIn(4) ? random.Byte() : random.Of(Instructions);

    /// <summary>Parameters that mean something to some command.</summary>
    internal static byte Parameter(RandomSource random) => random.OneIn(4) ? random.Byte() : random.Of(Parameters);

    /// <summary>Mutates a command.</summary>
    /// <param name="random">Decides how.</param>
    /// <param name="command">Room of at least <see cref="MaxLength"/> bytes; the command stands at its beginning.</param>
    /// <param name="length">The command's length, at most 261.</param>
    /// <returns>Its new length.</returns>
    internal static int Apply(RandomSource random, Span<byte> command, int length)
    {
        if (length < HeaderLength)
        {
            return Append(random, command, length);
        }

        switch (random.Below(16))
        {
            case 0:
                command[0] = random.Of(Classes);
                return length;
            case 1:
                command[1] = Instruction(random);
                return length;
            case 2 or 3:
                command[2] = Parameter(random);
                return length;
            case 4 or 5:
                command[3] = Parameter(random);
                return length;
            case 6:
                return ChangeLengthByte(random, command, length);
            case 7:
                command[length - 1] = random.OneIn(2) ? random.Byte() : random.Of<byte>([0x00, 0x01, 0x07, 0xFF]);
                return length;
            case 8:
                return Append(random, command, length);
            case 9:
                return random.Below(length + 1);
            case 10 or 11:
                return ChangeData(random, command, length);
            case 12:
                return NameFile(random, command, length);
            case 13:
                return ResizeData(random, command, length, random.Below(MaxDataLength) + 1);
            case 14:
                return ResizeData(random, command, length, Math.Max(1, DataLength(length) + random.Below(5) - 2));
            default:
                return Extend(command, length);
        }
    }

    // Lc or Le.
    private static int ChangeLengthByte(RandomSource random, Span<byte> command, int length)
    {
        if (length > HeaderLength)
        {
            command[HeaderLength] = random.OneIn(3) ? random.Byte() : (byte)(command[HeaderLength] + random.Below(5) - 2);
        }

        return length;
    }

    private static int Append(RandomSource random, Span<byte> command, int length)
    {
        int added = random.OneIn(2) ? 1 : random.Below(8);
        random.Fill(command.Slice(length, added));
        if (added == 1 && random.OneIn(2))
        {
            command[length] = 0;
        }

        return length + added;
    }

    private static int ChangeData(RandomSource random, Span<byte> command, int length)
    {
        if (length > HeaderLength + 1)
        {
            command[HeaderLength + 1 + random.Below(length - HeaderLength - 1)] = random.Byte();
        }

        return length;
    }

    private static int NameFile(RandomSource random, Span<byte> command, int length)
    {
        if (length >= HeaderLength + 3)
        {
            int places = (length - HeaderLength - 1) / 2;
            int at = HeaderLength + 1 + (2 * random.Below(places));
            BinaryPrimitives.WriteUInt16BigEndian(command[at..], random.Of(FileIdentifiers));
        }

        return length;
    }

    // A data field of another length, and a length byte that says so: what a command thinks of its data is reached only then.
    private static int ResizeData(RandomSource random, Span<byte> command, int length, int wanted)
    {
        int had = DataLength(length);
        wanted = Math.Min(wanted, MaxDataLength);
        if (wanted > had)
        {
            random.Fill(command.Slice(HeaderLength + 1 + had, wanted - had));
        }

        command[HeaderLength] = (byte)wanted;
        return HeaderLength + 1 + wanted;
    }

    // The same command in the extended form, which a card with short lengths refuses.
    private static int Extend(Span<byte> command, int length)
    {
        if (length <= HeaderLength || length + 2 > MaxLength)
        {
            return length;
        }

        command[HeaderLength..length].CopyTo(command[(HeaderLength + 2)..]);
        command[HeaderLength] = 0;
        command[HeaderLength + 1] = 0;
        return length + 2;
    }

    private static int DataLength(int length) => Math.Clamp(length - HeaderLength - 1, 0, MaxDataLength);
}
