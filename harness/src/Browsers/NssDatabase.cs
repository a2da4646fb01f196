using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Browsers;

/// <summary>The certificate database of a user of Chromium: knows OpenSC's module, and trusts the test authority's servers.</summary>
internal static class NssDatabase
{
    /// <summary>Makes one.</summary>
    /// <param name="folder">Where; must not exist.</param>
    /// <param name="roots">Roots to trust for servers.</param>
    /// <param name="knowsCards">Whether the card's middleware is installed.</param>
    internal static async Task CreateAsync(string folder, X509Certificate2Collection roots, bool knowsCards = true)
    {
        Directory.CreateDirectory(folder);
        string database = $"sql:{folder}";
        await RunAsync("certutil", "-N", "--empty-password", "-d", database);

        // What "modutil -add" writes. Written here, since modutil would talk to the cards in all readers.
        if (knowsCards)
        {
            await File.AppendAllTextAsync(Path.Combine(folder, "pkcs11.txt"), $"\nlibrary={OpenSc.Module}\nname=OpenSC\n\n");
        }

        foreach (X509Certificate2 root in roots)
        {
            string file = Path.Combine(folder, "root.pem");
            await File.WriteAllTextAsync(file, root.ExportCertificatePem());
            await RunAsync("certutil", "-A", "-n", root.Thumbprint, "-t", "C,,", "-i", file, "-d", database);
            File.Delete(file);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        ProgramResult result = await new ProgramRun(program, arguments).RunAsync();
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {result.Text}");
        }
    }
}
