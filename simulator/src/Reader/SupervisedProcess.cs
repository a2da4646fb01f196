using System.Diagnostics;
using System.Globalization;

namespace CardConformance.Simulator.Reader;

/// <summary>
/// A child process that cannot outlive this one, however this one ends: a small native program holds it and watches a pipe.
/// </summary>
/// <remarks>See <c>simulator/driver/supervise.c</c>. Linux only.</remarks>
public sealed class SupervisedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private bool _stopped;

    private SupervisedProcess(Process process) => _process = process;

    /// <summary>Ends when the process has ended, and gives its exit code.</summary>
    public Task<int> Ended { get; private init; } = Task.FromResult(0);

    /// <summary>Number of the program's process, once it has been started, as anything that it wrote shows.</summary>
    /// <exception cref="InvalidOperationException">It has not been started, or has ended.</exception>
    public int ProgramId
    {
        get
        {
            int supervisor = _process.Id;
            string children = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{supervisor}/task/{supervisor}/children"));
            return int.TryParse(children, CultureInfo.InvariantCulture, out int program)
                ? program
                : throw new InvalidOperationException($"process {supervisor} has no child");
        }
    }

    /// <summary>Whether the process has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a process.</summary>
    /// <param name="start">What to start.</param>
    /// <exception cref="FileNotFoundException">The native parts were not built, because no C compiler was there.</exception>
    public static SupervisedProcess Start(SupervisedStart start)
    {
        var info = new ProcessStartInfo(NativeParts.Supervise)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (start.ListenOn is not null)
        {
            info.ArgumentList.Add("--listen");
            info.ArgumentList.Add(start.ListenOn);
        }

        info.ArgumentList.Add(start.Program);
        foreach (string argument in start.Arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach ((string name, string? value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        var process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, line) => Forward(line, start.Output);
        process.ErrorDataReceived += (_, line) => Forward(line, start.Output);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process) { Ended = WaitAsync(process) };
    }

    /// <summary>Stops the process and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        _process.StandardInput.Close();
        await Ended;
        _process.Dispose();
    }

    private static async Task<int> WaitAsync(Process process)
    {
        // Whoever started the process may be long gone when it ends, and its synchronisation context with it.
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }

    private static void Forward(DataReceivedEventArgs line, Action<string> output)
    {
        if (line.Data is not null)
        {
            output(line.Data);
        }
    }
}
