using CardConformance.Fuzz.Generation;
using CardConformance.Fuzz.Rules;

namespace CardConformance.Simulator.Tests.Reader;

/// <summary>Frames as a driver sends them, and as no driver should.</summary>
/// <param name="random">Decides.</param>
internal sealed class AnyFrame(RandomSource random)
{
    // Longest payload that a frame may have, see ReaderLink.
    private const int LongestPayload = 65_548;

    // As OpenSC sends them, see PinPadTests.
    private static readonly byte[] VerifyStructure = Convert.FromHexString("1E1E8200000404020000000000000005000000" + "0020000100");
    private static readonly byte[] ModifyStructure =
        Convert.FromHexString("1E1E020400000004040302" + "000000000000000000" + "05000000" + "0024000100");

    private readonly CommandGenerator _commands = new(random);
    private byte _sequence;

    /// <summary>A frame that the card answers, or obeys without an answer.</summary>
    /// <param name="card">What the card remembers.</param>
    /// <param name="pinPad">Whether the reader has a PIN pad.</param>
    internal byte[] Right(CardSnapshot card, bool pinPad) => random.Below(pinPad ? 16 : 13) switch
    {
        0 => Frame('U', default),
        1 => Frame('R', default),
        2 => Frame('D', default),
        3 => Frame('P', [random.OneIn(2) ? (byte)random.Below(2) : random.Byte()]),
        < 13 => Frame('C', Command(card)),
        13 => Frame('V', Damaged(VerifyStructure)),
        14 => Frame('M', Damaged(ModifyStructure)),
        _ => Frame(random.OneIn(2) ? 'V' : 'M', Bytes(random.Below(64))),
    };

    /// <summary>A frame that breaks the protocol.</summary>
    /// <param name="pinPad">Whether the reader has a PIN pad.</param>
    internal byte[] Wrong(bool pinPad) => random.Below(pinPad ? 5 : 6) switch
    {
        0 => Bytes(1),
        1 => Frame('P', default),
        2 => Frame('P', Bytes(2 + random.Below(40))),
        3 => Frame('C', Bytes(LongestPayload + 1 + random.Below(60_000))),
        4 => Frame(UnknownType(), Bytes(random.Below(300))),
        _ => Frame(random.OneIn(2) ? 'V' : 'M', VerifyStructure),
    };

    /// <summary>Whether the card answers a right frame.</summary>
    internal static bool IsAnswered(byte[] frame) => frame[0] != 'D';

    private byte[] Command(CardSnapshot card)
    {
        byte[] command = _commands.Next(card, lastStatus: 0).ToArray();
        return command.Length <= LongestPayload ? command : command[..LongestPayload];
    }

    private byte[] Damaged(byte[] structure)
    {
        byte[] damaged = random.OneIn(4) ? structure[..random.Below(structure.Length)] : [.. structure];
        if (damaged.Length > 0 && random.OneIn(2))
        {
            damaged[random.Below(damaged.Length)] = random.Byte();
        }

        return damaged;
    }

    private char UnknownType()
    {
        while (true)
        {
            char type = (char)random.Byte();
            if (!"URDPCVM".Contains(type, StringComparison.Ordinal))
            {
                return type;
            }
        }
    }

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        random.Fill(bytes);
        return bytes;
    }

    private byte[] Frame(char type, ReadOnlySpan<byte> payload) => [(byte)type, ++_sequence, .. payload];
}
