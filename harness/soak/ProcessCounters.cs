using System.Globalization;

namespace CardConformance.Soak;

/// <summary>What a process holds.</summary>
/// <param name="Descriptors">Open file descriptors.</param>
/// <param name="Threads">Threads.</param>
/// <param name="MemoryKilobytes">Memory in use, VmRSS.</param>
internal readonly record struct ProcessCounters(int Descriptors, int Threads, int MemoryKilobytes)
{
    /// <summary>Counts.</summary>
    /// <param name="processId">Which process.</param>
    /// <exception cref="DirectoryNotFoundException">It has ended.</exception>
    internal static ProcessCounters Of(int processId)
    {
        string folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}");
        string memory = File.ReadLines(Path.Combine(folder, "status")).Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return new(
            Directory.EnumerateFileSystemEntries(Path.Combine(folder, "fd")).Count(),
            Directory.EnumerateDirectories(Path.Combine(folder, "task")).Count(),
            int.Parse(memory.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture));
    }
}
