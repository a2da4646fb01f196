using System.Security.Cryptography;

namespace CardConformance.Reference.Activation;

/// <summary>What is kept of a password.</summary>
internal sealed class PasswordHash
{
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _hash;

    internal PasswordHash(string password) => _hash = Compute(password);

    /// <summary>Whether this is the password.</summary>
    internal bool Matches(string password) => CryptographicOperations.FixedTimeEquals(Compute(password), _hash);

    private byte[] Compute(string password) =>
        Rfc2898DeriveBytes.Pbkdf2(password, _salt, iterations: 10_000, HashAlgorithmName.SHA256, outputLength: 32);
}
