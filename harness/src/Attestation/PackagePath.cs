using System.Text;

namespace CardConformance.Harness.Attestation;

/// <summary>Names that files of a package may have: what every system unpacks to the same place below one folder.</summary>
internal static class PackagePath
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a name.</summary>
    /// <exception cref="PackageException">It is not allowed.</exception>
    internal static string Read(ReadOnlySpan<byte> name)
    {
        string path;
        try
        {
            path = Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            throw new PackageException("the zip file", "a name that is not UTF-8", "names in UTF-8");
        }

        return WhyNot(path) is { } reason ? throw new PackageException($"\"{Shown(path)}\"", reason, "a path below the package") : path;
    }

    /// <summary>Why a path is not allowed; <see langword="null"/> when it is.</summary>
    internal static string? WhyNot(string path)
    {
        if (path.Any(letter => char.IsControl(letter) || letter is '\\' or ':'))
        {
            return "a name with a control character, a backslash or a colon";
        }

        string[] names = path.Split('/');
        return names switch
        {
            _ when names.Any(name => name.Length == 0) => "an absolute path, or a folder",
            _ when names.Any(name => name is "." or "..") => "a path that leads elsewhere",
            _ when names.Any(name => name.StartsWith('.')) => "a hidden file",
            _ => null,
        };
    }

    private static string Shown(string path) => string.Concat(path.Select(letter => char.IsControl(letter) ? '?' : letter));
}
