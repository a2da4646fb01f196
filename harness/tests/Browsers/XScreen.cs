using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Browsers;

/// <summary>A screen of X that nobody sees, of 320 by 200 pixels.</summary>
internal sealed class XScreen : IAsyncDisposable
{
    internal const int Width = 320;
    internal const int Height = 200;

    private readonly SupervisedProcess _process;

    private XScreen(SupervisedProcess process, string name)
    {
        _process = process;
        Name = name;
    }

    /// <summary>What X programs call it, for example <c>:1</c>.</summary>
    internal string Name { get; }

    internal static async Task<XScreen> StartAsync()
    {
        var number = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = SupervisedProcess.Start(new(
            "Xvfb",
            ["-displayfd", "1", "-screen", "0", $"{Width}x{Height}x24", "-nolisten", "tcp", "-noreset"],
            line =>
            {
                if (line.All(char.IsAsciiDigit))
                {
                    number.TrySetResult(line);
                }
            }));
        return new(process, ":" + await number.Task.WaitAsync(Readers.Limit));
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
