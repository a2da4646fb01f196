using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Browsers;

/// <summary>A screen of X that nobody sees: Xvfb, with a number that it finds itself.</summary>
internal sealed class XScreen : IAsyncDisposable
{
    private const string Xvfb = "Xvfb";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly SupervisedProcess _process;

    private XScreen(SupervisedProcess process, string name)
    {
        _process = process;
        Name = name;
    }

    /// <summary>What X programs call it, for example <c>:1</c>.</summary>
    internal string Name { get; }

    /// <summary>Starts it.</summary>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="program">Xvfb.</param>
    /// <exception cref="FileNotFoundException">It is not installed, or does not work; the message has what it said.</exception>
    internal static async Task<XScreen> StartAsync(int width, int height, string program = Xvfb)
    {
        ReadyProcess<string> started = await ReadyProcess<string>.StartAsync(
            program,
            ["-displayfd", "1", "-screen", "0", $"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
            line => line.All(char.IsAsciiDigit) ? line : null,
            Limit,
            (_, said) => new FileNotFoundException($"Xvfb did not start. Run \"./run-tests.sh setup\". It said:\n{said}"));
        return new(started.Process, ":" + started.Said);
    }

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
