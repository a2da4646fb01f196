namespace CardConformance.Fuzz.Generation;

/// <summary>Random numbers that a seed determines, here and on any other machine: SplitMix64.</summary>
/// <remarks>Seeds that follow each other give streams that have nothing to do with each other.</remarks>
/// <param name="seed">Where the stream begins.</param>
internal sealed class RandomSource(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below a limit.</summary>
    internal int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    /// <summary>True once in so many times.</summary>
    internal bool OneIn(int times) => Below(times) == 0;

    /// <summary>Any byte.</summary>
    internal byte Byte() => (byte)(Next() >> 56);

    /// <summary>One of several.</summary>
    internal T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Random bytes.</summary>
    internal void Fill(Span<byte> bytes)
    {
        foreach (ref byte b in bytes)
        {
            b = Byte();
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
