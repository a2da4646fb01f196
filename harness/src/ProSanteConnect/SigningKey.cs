using System.Security.Cryptography;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>The key of a stand-in to which services come back after it was started anew: kept once per machine, as the test authority is.</summary>
internal static class SigningKey
{
    private const int Bits = 2048;

    /// <summary>The key in PEM; made on first use. Nobody else may read the file.</summary>
    internal static string OpenPem()
    {
        string file = Path.Combine(CacheFolder.Path, "pro-sante-connect.key");
        if (!File.Exists(file))
        {
            using var key = RSA.Create(Bits);
            string mine = $"{file}.{Guid.NewGuid():N}";
            using (var stream = new FileStream(mine, new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            using (var writer = new StreamWriter(stream))
            {
                writer.Write(key.ExportPkcs8PrivateKeyPem());
            }

            // Whole or not at all, also when two runs begin at once; the later one counts from then on.
            File.Move(mine, file, overwrite: true);
        }

        return File.ReadAllText(file);
    }
}
