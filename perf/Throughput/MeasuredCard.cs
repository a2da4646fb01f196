using System.Collections.Concurrent;
using System.Globalization;
using CardConformance.Simulator.Reader;

namespace CardConformance.Perf.Throughput;

/// <summary>A card in a process of its own, on the core where all is measured.</summary>
internal sealed class MeasuredCard : IAsyncDisposable
{
    /// <summary>The card of which ours is one: <c>fixtures/cards</c> has it.</summary>
    internal const string Profile = "medecin";

    private static readonly Dictionary<string, string?> NoVariables = [];

    private readonly SupervisedProcess _process;
    private readonly ConcurrentQueue<string> _said;

    private MeasuredCard(SupervisedProcess process, ConcurrentQueue<string> said)
    {
        _process = process;
        _said = said;
    }

    /// <summary>The program that our users have.</summary>
    internal static string Harness => Path.Combine(AppContext.BaseDirectory, "CardConformance.Harness.dll");

    /// <summary>Why it has ended, if it has.</summary>
    internal string Said => string.Join('\n', _said);

    /// <summary>Our card, in a slot of our driver, as anybody puts it in.</summary>
    internal static MeasuredCard OursIn(string slot) => Ours("--slot", slot);

    /// <summary>Our card at a vpcd.</summary>
    internal static MeasuredCard OursAt(int port) => Ours("--vpcd", Text(port));

    /// <summary>The trivial card in C, in a slot of our driver.</summary>
    internal static async Task<MeasuredCard> TrivialInAsync(string slot) =>
        Start(NoVariables, await NativePrograms.BuildAsync("card"), "slot", slot);

    /// <summary>The trivial card in C, at a vpcd.</summary>
    /// <param name="port">The port.</param>
    /// <param name="quickAck">Whether the vpcd is one that sends messages in two parts.</param>
    internal static async Task<MeasuredCard> TrivialAtAsync(int port, bool quickAck = false) =>
        Start(NoVariables, await NativePrograms.BuildAsync("card"), ["vpcd", Text(port), .. quickAck ? ["quickack"] : Array.Empty<string>()]);

    /// <summary>A program on the core.</summary>
    internal static MeasuredCard Start(IReadOnlyDictionary<string, string?> variables, string program, params IEnumerable<string> arguments)
    {
        ConcurrentQueue<string> said = new();
        return new(SupervisedProcess.Start(new(OneCore.Launcher, OneCore.Pinned(program, arguments), said.Enqueue) { Environment = variables }), said);
    }

    /// <summary>Waits for something that needs the card; says what the card said when it ends meanwhile.</summary>
    internal async Task WhileInAsync(Task something)
    {
        if (await Task.WhenAny(something, _process.Ended) != something)
        {
            throw new InvalidOperationException($"the card has ended: {Said}");
        }

        await something;
    }

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static MeasuredCard Ours(params string[] reader) =>
        Start(NoVariables, "dotnet", [Harness, "card", "insert", Profile, "--quiet", .. reader]);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
