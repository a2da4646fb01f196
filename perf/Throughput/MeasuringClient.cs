using System.Diagnostics;
using System.Globalization;

namespace CardConformance.Perf.Throughput;

/// <summary>A program of <c>perf/native</c> that measures when it is told to, see <c>measure.h</c>. It ends with us, however we end.</summary>
internal sealed class MeasuringClient : IAsyncDisposable
{
    // Longer than the client itself waits for anything.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly Process _process;
    private readonly Task<string> _errors;
    private bool _ended;

    private MeasuringClient(string name, Process process)
    {
        _name = name;
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one, on the core where all is measured.</summary>
    /// <param name="name">Its source file.</param>
    /// <param name="variables">What it gets into its environment.</param>
    /// <param name="arguments">Its arguments. Never a code: anyone on the machine can read them.</param>
    internal static async Task<MeasuringClient> StartAsync(string name, IReadOnlyDictionary<string, string> variables, params IReadOnlyList<string> arguments)
    {
        var info = new ProcessStartInfo(OneCore.Launcher, OneCore.Pinned(await NativePrograms.BuildAsync(name), arguments))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string value) in variables)
        {
            info.Environment[variable] = value;
        }

        return new(name, Process.Start(info)!);
    }

    /// <summary>Gives it its questions and waits until all that come first are answered, and it is ready.</summary>
    /// <param name="questions">One line each; what begins with ! is asked once and not measured.</param>
    internal async Task PrepareAsync(IReadOnlyList<string> questions)
    {
        foreach (string question in questions)
        {
            await _process.StandardInput.WriteLineAsync(question);
        }

        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        await ExpectAsync("ready");
    }

    /// <summary>Waits for a line that begins with a word.</summary>
    /// <returns>What stands behind the word.</returns>
    internal async Task<string> ExpectAsync(string word)
    {
        string line = await ReadLineAsync();
        return line.StartsWith(word, StringComparison.Ordinal)
            ? line[word.Length..].Trim()
            : throw new InvalidOperationException($"{_name}: \"{word}\" is expected, found \"{line}\"");
    }

    /// <summary>Lets it ask one of its questions again and again.</summary>
    /// <param name="question">Number of the question, from 0.</param>
    /// <param name="span">How long.</param>
    /// <exception cref="InvalidOperationException">Something answered wrongly.</exception>
    internal async Task<Rate> MeasureAsync(int question, TimeSpan span)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{question} {span.TotalSeconds}"));
        await _process.StandardInput.FlushAsync();
        return Rate.Parse(await ReadLineAsync());
    }

    /// <summary>The next line that it prints.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message says why.</exception>
    internal async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit)
        ?? throw new InvalidOperationException($"{_name}: {(await _errors).Trim()}");

    /// <summary>Lets it end. Nothing happens the second time.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended by itself, and said why.
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
