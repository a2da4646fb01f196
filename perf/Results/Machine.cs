using System.Globalization;
using System.Runtime.InteropServices;

namespace CardConformance.Perf.Results;

/// <summary>What was measured on.</summary>
/// <param name="Processor">Model of the processor.</param>
/// <param name="Cores">Cores that this process may use.</param>
/// <param name="MemoryGibibytes">Memory, GiB.</param>
/// <param name="Kernel">Release of the kernel.</param>
/// <param name="System">The distribution.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="LoadBefore">Load over the last 1, 5 and 15 minutes, before anything was measured.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGibibytes, string Kernel, string System, string Runtime, string LoadBefore)
{
    private const double KibibytesInGibibyte = 1024 * 1024;

    /// <summary>What tells one machine from another, where times are compared.</summary>
    internal string Name => string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Cores} cores");

    /// <summary>Looks at this machine.</summary>
    internal static Machine Read() => new(
        Value("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        double.Parse(Value("/proc/meminfo", "MemTotal")!.Split(' ')[0], CultureInfo.InvariantCulture) / KibibytesInGibibyte,
        File.ReadAllText("/proc/sys/kernel/osrelease").Trim(),
        DebianOf(File.ReadAllLines("/etc/os-release")),
        RuntimeInformation.FrameworkDescription,
        string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]));

    private static string? Value(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();

    private static string DebianOf(string[] release) =>
        release.First(line => line.StartsWith("PRETTY_NAME=", StringComparison.Ordinal)).Split('=', 2)[1].Trim('"');
}
