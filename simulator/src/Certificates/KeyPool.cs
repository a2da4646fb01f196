using System.Security.Cryptography;

namespace CardConformance.Simulator.Certificates;

/// <summary>RSA keys for test cards, made once per machine: making one takes longer than most tests.</summary>
/// <remarks>Thread-safe. Within one process no key is given out twice; other processes start with the same ones.</remarks>
/// <param name="folder">Where they are kept, readable for their owner only.</param>
public sealed class KeyPool(string folder)
{
    private const int KeyBits = 2048;

    private int _last;

    /// <summary>The next key, read or made.</summary>
    public RSA Next()
    {
        string name = $"{Interlocked.Increment(ref _last):D4}";
        string slot = Path.Combine(folder, name);
        PrivateFolder.Create(folder);
        PrivateFolder.CreateOnce(slot, draft =>
        {
            using RSA key = Make();
            PrivateFolder.Write(Path.Combine(draft, "card.key"), key.ExportPkcs8PrivateKeyPem());
        });
        return PrivateFolder.ReadKey(slot, "card");
    }

    /// <summary>A new key that is kept nowhere.</summary>
    internal static RSA Make() => RSA.Create(KeyBits);
}
