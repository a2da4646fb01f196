using System.Globalization;

namespace CardConformance.Harness.Tests;

/// <summary>A variable that a process hands on to all it starts, so that what it leaves behind is found whatever became of its parents.</summary>
internal sealed class ProcessMark
{
    internal const string Variable = "CARDCONFORMANCE_TEST_MARK";

    /// <summary>The variable's value.</summary>
    internal string Value { get; } = Guid.NewGuid().ToString("N");

    /// <summary>All processes that carry the mark, with their command lines.</summary>
    internal IReadOnlyList<(int Id, string CommandLine)> FindProcesses() =>
    [
        .. from path in Directory.EnumerateDirectories("/proc")
           where char.IsAsciiDigit(path["/proc/".Length]) && Read(path, "environ").Split('\0').Contains($"{Variable}={Value}")
           select (int.Parse(path["/proc/".Length..], CultureInfo.InvariantCulture), Read(path, "cmdline").Replace('\0', ' ')),
    ];

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or is somebody else's.
            return "";
        }
    }
}
