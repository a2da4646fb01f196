using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CardConformance.Soak;

/// <summary>The driver that gcc's address and undefined-behaviour sanitizers watch, and what they found.</summary>
internal sealed class SanitizedDriver : IDisposable
{
    // The default, and the module: it says which leaks are the driver's.
    private const string FrameFormat = "    #%n %p %F %L (%m)";

    private const string FileName = "libifdcardconformance-sanitized.so";

    private static readonly Lazy<string> Runtime = new(FindRuntime);

    private readonly DirectoryInfo _reports = Directory.CreateTempSubdirectory("cardconformance-sanitizer-");

    private readonly ConcurrentQueue<string> _undefined = new();

    /// <summary>What this machine lacks for it, or <see langword="null"/>.</summary>
    internal static string? Missing =>
        !File.Exists(DriverPath) || Runtime.Value.Length == 0
            ? "gcc's address sanitizer (libasan), gcc itself or libpcsclite-dev is missing: the driver cannot be run with sanitizers."
            : null;

    /// <summary>Where it lies.</summary>
    internal static string DriverPath => Path.Combine(AppContext.BaseDirectory, FileName);

    /// <summary>What pcscd's process needs for it: the sanitizer's library has to be loaded before any other.</summary>
    internal IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>
    {
        ["LD_PRELOAD"] = Runtime.Value,
        ["ASAN_OPTIONS"] = $"log_path={LogPath}:detect_leaks=1:detect_stack_use_after_return=1:quarantine_size_mb=16:stack_trace_format='{FrameFormat}'",
        // Its search through thread-local storage crashes in pcscd; the driver keeps nothing there that was allocated.
        ["LSAN_OPTIONS"] = "use_tls=0",
    };

    private string LogPath => Path.Combine(_reports.FullName, "report");

    /// <summary>Makes sure that this driver, and the sanitizer, are what a process has loaded: an empty report says nothing otherwise.</summary>
    /// <param name="processId">The process of pcscd.</param>
    internal static void ExpectIn(int processId)
    {
        string loaded = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/maps"));
        foreach (string library in new[] { FileName, "libasan.so" })
        {
            if (!loaded.Contains(library, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"pcscd has not loaded {library}");
            }
        }
    }

    /// <summary>Takes a line that pcscd wrote: beside the address sanitizer, the one for undefined behaviour has no file of its own.</summary>
    internal void Read(string line)
    {
        if (line.Contains("runtime error:", StringComparison.Ordinal))
        {
            _undefined.Enqueue(line);
        }
    }

    /// <summary>What the sanitizers wrote about the driver. Leaks are told when pcscd has ended; its own are not counted.</summary>
    internal string ReadReport()
    {
        var report = new StringBuilder();
        foreach (FileInfo file in _reports.EnumerateFiles())
        {
            string text = File.ReadAllText(file.FullName);
            bool leaks = text.Contains("LeakSanitizer: detected memory leaks", StringComparison.Ordinal);
            report.Append(leaks ? LeaksOfDriver(text) : text);
        }

        return report.AppendJoin('\n', _undefined).ToString();
    }

    public void Dispose() => _reports.Delete(recursive: true);

    private static string LeaksOfDriver(string text) =>
        string.Join("\n\n", text.Split("\n\n").Where(block => block.Contains(FileName, StringComparison.Ordinal)));

    private static string FindRuntime()
    {
        try
        {
            using Process gcc = Process.Start(new ProcessStartInfo("gcc", ["-print-file-name=libasan.so"]) { RedirectStandardOutput = true })!;
            string path = gcc.StandardOutput.ReadToEnd().Trim();
            gcc.WaitForExit();

            // gcc repeats the name when it has no such file.
            return Path.IsPathRooted(path) ? path : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
