using System.Security.Cryptography;
using CardConformance.Harness;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Perf.Throughput;

/// <summary>The programs of <c>perf/native</c>: cards that do nothing, clients that measure, and what keeps vpcd to this machine. Built with gcc when first needed.</summary>
internal static class NativePrograms
{
    private const string Compiler = "/usr/bin/gcc";
    private const string PcscHeader = "/usr/include/PCSC/winscard.h";

    private static readonly string[] Flags = ["-std=c17", "-O2", "-Wall", "-Wextra", "-Werror", "-Wpedantic", "-Wshadow", "-Wconversion", "-I/usr/include/PCSC"];

    private static readonly Dictionary<string, string[]> Options = new()
    {
        ["card"] = [],
        ["loopback"] = ["-shared", "-fPIC"],
        ["reader"] = [],
        ["pcsc"] = ["-lpcsclite", "-lpthread"],
        ["pkcs11"] = ["-ldl"],
    };

    /// <summary>What is missing to build them, or <see langword="null"/>.</summary>
    internal static string? Missing => File.Exists(Compiler) && File.Exists(PcscHeader) ? null : "gcc or libpcsclite-dev is not installed";

    private static string Source => Path.Combine(Repository.Root, "perf", "native");

    /// <summary>The program of one source file, built unless that was done before.</summary>
    /// <param name="name">Name of the file, without ending.</param>
    /// <returns>Its path.</returns>
    /// <exception cref="InvalidOperationException">It cannot be built; the message has gcc's words.</exception>
    internal static async Task<string> BuildAsync(string name)
    {
        string folder = Path.Combine(CacheFolder.Path, "perf");
        string program = Path.Combine(folder, $"{name}-{Digest(name)}");
        if (File.Exists(program))
        {
            return program;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // Under a name of its own until it is whole: somebody else may build it too.
        string draft = $"{program}.{Environment.ProcessId}";
        ProgramResult result = await new ProgramRun(Compiler, [.. Flags, "-o", draft, Path.Combine(Source, $"{name}.c"), .. Options[name]]).RunAsync();
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{name}.c cannot be built:\n{result.Text}");
        }

        File.Move(draft, program, overwrite: true);
        return program;
    }

    private static string Digest(string name)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in new[] { "measure.h", $"{name}.c" })
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(Source, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
