using System.Security.Cryptography;

namespace CardConformance.Reference;

/// <summary>Texts that cannot be guessed.</summary>
internal static class RandomText
{
    /// <summary>One of 32 hexadecimal digits.</summary>
    internal static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
