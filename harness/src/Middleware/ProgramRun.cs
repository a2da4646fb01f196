using System.ComponentModel;
using System.Diagnostics;

namespace CardConformance.Harness.Middleware;

/// <summary>Runs a program of the workstation to its end.</summary>
/// <param name="program">Its name, found in PATH, or its path.</param>
/// <param name="arguments">Its arguments. Never a code: anyone on the machine can read them.</param>
public sealed class ProgramRun(string program, params IReadOnlyList<string> arguments)
{
    /// <summary>Variables to set on top of those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the program reads from its standard input; codes go this way.</summary>
    public string Input { get; init; } = "";

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs it.</summary>
    /// <param name="cancellation">Stops it, with all that it has started.</param>
    /// <returns>Exit code and output.</returns>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    /// <exception cref="TimeoutException">It took too long, and was stopped.</exception>
    public async Task<ProgramResult> RunAsync(CancellationToken cancellation = default)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in Environment)
        {
            info.Environment[name] = value;
        }

        using Process process = Start(info);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(Input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException($"{program} did not end within {Limit.TotalSeconds} s");
        }
    }

    private Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception missing)
        {
            throw new FileNotFoundException($"{program} is not installed. Run \"./run-tests.sh setup\".", program, missing);
        }
    }
}
