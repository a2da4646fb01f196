namespace CardConformance.Fuzz.Generation;

/// <summary>A command that real software sends, with a place in it for the code that is the right one at the moment.</summary>
/// <param name="bytes">The command, with the code that a new card has.</param>
/// <param name="code">Reference of the code in it: 1 code porteur, 2 code de déblocage, 0 none.</param>
/// <param name="codeAt">Where the code begins.</param>
internal sealed class ValidCommand(byte[] bytes, int code, int codeAt)
{
    /// <summary>The command, with the code that a new card has.</summary>
    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Reference of the code in it; 0 when there is none.</summary>
    internal int Code => code;

    /// <summary>Where the code begins.</summary>
    internal int CodeAt => codeAt;
}
