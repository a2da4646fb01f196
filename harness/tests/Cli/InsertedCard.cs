using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CardConformance.Harness.Tests.Cli;

/// <summary>A command that goes on until Ctrl-C: <c>card insert</c>, which keeps its card in the reader, or another.</summary>
internal sealed partial class InsertedCard : IDisposable
{
    private const int SigInt = 2;
    private const int SigStop = 19;

    // The last thing that it says at its beginning.
    private const string HowToEnd = "Ctrl-C ";

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private InsertedCard(Process process) => _process = process;

    internal int ProcessId => _process.Id;

    /// <summary>What it said when it put the card in.</summary>
    internal string Introduction => string.Join('\n', _lines);

    internal static async Task<InsertedCard> StartAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        // Whoever starts the tests in the background lets them ignore Ctrl-C, and all that they start.
        var info = new ProcessStartInfo("env", ["--default-signal=INT", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in variables)
        {
            info.Environment[name] = value;
        }

        var card = new InsertedCard(Process.Start(info)!);
        try
        {
            await card.ReadIntroductionAsync();
            return card;
        }
        catch
        {
            card.Dispose();
            throw;
        }
    }

    /// <summary>Waits until it says something.</summary>
    /// <param name="words">What.</param>
    /// <returns>The line in which it stands.</returns>
    internal async Task<string> ReadLineWithAsync(string words)
    {
        string? line;
        do
        {
            line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Readers.Limit);
        }
        while (line?.Contains(words, StringComparison.Ordinal) == false);
        return line ?? throw new EndOfStreamException($"it never said \"{words}\"");
    }

    /// <summary>Presses Ctrl-C and waits.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> PullOutAsync()
    {
        Assert.That(Kill(_process.Id, SigInt), Is.Zero);
        await _process.WaitForExitAsync().WaitAsync(Readers.Limit);
        return _process.ExitCode;
    }

    /// <summary>Makes one of its processes stand still.</summary>
    internal static void Stop(int processId) => Assert.That(Kill(processId, SigStop), Is.Zero);

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private async Task ReadIntroductionAsync()
    {
        while (_lines.LastOrDefault()?.Contains(HowToEnd, StringComparison.Ordinal) != true)
        {
            string? line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Readers.Limit);
            _lines.Add(line ?? throw new EndOfStreamException(Introduction + await _process.StandardError.ReadToEndAsync()));
        }
    }
}
