using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Simulator.Certificates;

/// <summary>Folders and files that only their owner may read, for test keys made on this machine.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder, and those above it, unless it is there.</summary>
    internal static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // .NET gives the mode to the last folder only.
        if (Path.GetDirectoryName(folder) is { Length: > 0 } above && !Directory.Exists(above))
        {
            Create(above);
        }

        Directory.CreateDirectory(folder, OwnerOnlyFolder);
    }

    /// <summary>
    /// Makes a folder with its content at once: another process sees all of it or nothing. When two do it at the same time, the
    /// first one wins, and both then use that one.
    /// </summary>
    /// <param name="folder">The folder; nothing happens when it is there.</param>
    /// <param name="fill">Writes the content into the folder it is given.</param>
    internal static void CreateOnce(string folder, Action<string> fill)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        string draft = $"{folder}.{Guid.NewGuid():N}";
        Create(draft);
        try
        {
            fill(draft);
            Directory.Move(draft, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was faster. Its content is as good as ours.
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    /// <summary>Writes a file that only its owner may read.</summary>
    internal static void Write(string file, string content)
    {
        // With a line end behind it, so that files can be joined with cat.
        using var writer = new StreamWriter(Open(file, FileMode.CreateNew));
        writer.Write(content + "\n");
    }

    /// <summary>Opens a file that only its owner may read, or makes it; nobody else can open it until it is closed.</summary>
    internal static FileStream OpenAlone(string file) => Open(file, FileMode.OpenOrCreate);

    /// <summary>Writes a key and its certificate, each as PEM.</summary>
    internal static void WriteCredential(string folder, string name, RSA key, X509Certificate2 certificate)
    {
        Write(Path.Combine(folder, name + ".key"), key.ExportPkcs8PrivateKeyPem());
        Write(Path.Combine(folder, name + ".crt"), certificate.ExportCertificatePem());
    }

    /// <summary>Reads a key.</summary>
    internal static RSA ReadKey(string folder, string name)
    {
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(folder, name + ".key")));
        return key;
    }

    private static FileStream Open(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnlyFile;
        }

        return new(file, options);
    }

    /// <summary>Reads a certificate.</summary>
    internal static X509Certificate2 ReadCertificate(string folder, string name) =>
        X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, name + ".crt"));
}
