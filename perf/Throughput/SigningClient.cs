using System.Security.Cryptography;

namespace CardConformance.Perf.Throughput;

/// <summary>C_Sign through a PKCS #11 module, in a process that keeps its session.</summary>
internal static class SigningClient
{
    /// <summary>Starts it, and verifies its signature with the token's public key; it compares all later ones with that.</summary>
    /// <param name="module">The module.</param>
    /// <param name="label">The key's label.</param>
    /// <param name="variables">What the module needs, and CODE, the code of the token.</param>
    internal static async Task<MeasuringClient> StartAsync(string module, string label, IReadOnlyDictionary<string, string> variables)
    {
        MeasuringClient client = await MeasuringClient.StartAsync("pkcs11", variables, module, label);
        try
        {
            string[] key = (await client.ExpectAsync("key")).Split(' ');
            byte[] signature = Convert.FromHexString(await client.ExpectAsync("signature"));
            await client.ExpectAsync("ready");
            using var rsa = RSA.Create(new RSAParameters { Modulus = Convert.FromHexString(key[0]), Exponent = Convert.FromHexString(key[1]) });
            byte[] hash = [.. Enumerable.Range(0, SHA256.HashSizeInBytes).Select(i => (byte)i)];
            return rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                ? client
                : throw new InvalidOperationException($"{module}: the signature does not belong to the key");
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }
}
