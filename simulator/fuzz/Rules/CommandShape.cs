namespace CardConformance.Fuzz.Rules;

/// <summary>A command taken apart by the count of its bytes.</summary>
/// <remarks>
/// Source: ISO/IEC 7816-3:2006, 12.1.3, tables 12 and 13. Not the card's own reader of commands: a mistake in that one must be seen.
/// </remarks>
internal readonly ref struct CommandShape
{
    /// <summary>Takes a command apart.</summary>
    internal CommandShape(ReadOnlySpan<byte> command)
    {
        int body = command.Length - 4;
        int lc = body >= 2 ? command[4] : 0;
        IsShort = body switch
        {
            < 0 => false,
            0 or 1 => true,
            _ => lc > 0 && (body == 1 + lc || body == 2 + lc),
        };
        if (!IsShort)
        {
            return;
        }

        Data = command.Slice(body >= 2 ? 5 : 4, lc);
        bool hasLe = body == 1 || (lc > 0 && body == 2 + lc);
        Ne = !hasLe ? 0 : command[^1] == 0 ? 256 : command[^1];
    }

    /// <summary>Whether it is one of the four cases with short lengths; a CPS carries out no other.</summary>
    internal bool IsShort { get; }

    /// <summary>The data field.</summary>
    internal ReadOnlySpan<byte> Data { get; }

    /// <summary>Most bytes that the answer may have without its status word.</summary>
    internal int Ne { get; }
}
