using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Faults;

namespace CardConformance.Fuzz.Replays;

/// <summary>A fault in a few bytes, so that it can be drawn at random and written into a replay. Any bytes are a fault.</summary>
/// <remarks>
/// Effect, two bytes for it, cause, an instruction for it, how many pass before, end, how many times; bytes that are missing are 0.
/// </remarks>
internal static class FaultBytes
{
    /// <summary>How many bytes say all of it.</summary>
    internal const int Length = 8;

    /// <summary>Reads a fault.</summary>
    internal static CardFault Read(ReadOnlySpan<byte> bytes)
    {
        Span<byte> all = stackalloc byte[Length];
        bytes[..Math.Min(Length, bytes.Length)].CopyTo(all);
        return new(Effect(all[0], all[1], all[2])) { Cause = Cause(all) with { Nth = 1 + (all[5] % 4) }, End = End(all[6], all[7]) };
    }

    private static FaultEffect Effect(byte kind, byte first, byte second) => (kind % 11) switch
    {
        0 => new Mute(),
        1 => new Removal((RemovalMoment)(first % 3)),
        2 or 3 => new PowerLoss(),
        4 => new Delay(TimeSpan.FromMilliseconds(1 + first)),
        5 => new Latency(TimeSpan.FromMilliseconds(first), TimeSpan.FromMilliseconds(first + second), Seed: second),
        6 => new RewrittenStatus(new((ushort)((first << 8) | second))),
        7 => new Truncation(second % 8 == 0 ? first : first % 8),
        8 => new Corruption((sbyte)first, (byte)(second | 1)),
        9 => new Padding(second % 8 == 0 ? 65_538 - first : 3 + first + second),
        _ => new ChangedAtr(new byte[] { 0x3B, first, second }),
    };

    // A reset has no status word and compares no code, and only a reset has an ATR.
    private static FaultCause Cause(ReadOnlySpan<byte> bytes) => Effect(bytes[0], bytes[1], bytes[2]) switch
    {
        ChangedAtr => FaultCause.Reset,
        not (PowerLoss or RewrittenStatus) when bytes[3] % 4 == 0 => FaultCause.Reset,
        _ => (bytes[3] % 4) switch
        {
            1 => FaultCause.Instruction(bytes[4]),
            2 => FaultCause.Command(FirstParameterZero(bytes[4])),
            _ => FaultCause.AnyCommand,
        },
    };

    private static BytePattern FirstParameterZero(byte instruction)
    {
        bool valid = BytePattern.TryParse($"** {instruction:X2} 00", out BytePattern pattern);
        System.Diagnostics.Debug.Assert(valid, "Two digits are a byte.");
        return pattern;
    }

    private static FaultEnd End(byte kind, byte times) => (kind % 8) switch
    {
        0 => FaultEnd.Never,
        1 => FaultEnd.AtReset,
        2 => FaultEnd.After(1 + (times % 4)),
        _ => FaultEnd.Once,
    };
}
