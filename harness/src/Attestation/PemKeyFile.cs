using System.Security.Cryptography;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Attestation;

/// <summary>A file with one key in PEM.</summary>
internal static class PemKeyFile
{
    // A key is some hundred bytes; whatever is much longer was named by mistake.
    private const int MaxLength = 64 * 1024;

    /// <summary>Finds the key.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="UserException">There is no such file, or it does not hold exactly one PEM block; the message repeats nothing of it.</exception>
    internal static PemFields Find(string file, out string text)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
        {
            throw new UserException($"There is no file {file}. \"keygen --out FOLDER\" makes a pair of keys.");
        }

        text = info.Length <= MaxLength ? Read(file) : "";
        if (!PemEncoding.TryFind(text, out PemFields pem))
        {
            throw new UserException($"{file} is not a key in PEM.");
        }

        return PemEncoding.TryFind(text.AsSpan(pem.Location.End.Value), out _)
            ? throw new UserException($"{file} holds more than one PEM block; give a file with one key.")
            : pem;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UserException($"{file} may not be read by this user.");
        }
    }
}
