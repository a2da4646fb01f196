using System.Globalization;

namespace CardConformance.Perf.Throughput;

/// <summary>Our card on the reader's own sockets without pcscd, beside a card in C that does nothing, in one core.</summary>
internal sealed class SocketMeasurement : IMeasurement
{
    private static readonly Goal NearlyAsFast = new(0.95, AtLeast: true, OfRatio: true);

    private readonly bool _vpcd;

    private SocketMeasurement(bool vpcd) => _vpcd = vpcd;

    /// <summary>On the socket of our driver.</summary>
    internal static SocketMeasurement OfOurDriver { get; } = new(vpcd: false);

    /// <summary>On vpcd's protocol, on which peers can be measured too.</summary>
    internal static SocketMeasurement OfVpcd { get; } = new(vpcd: true);

    public string Name => _vpcd ? "vpcd" : "socket";

    public string Question => _vpcd
        ? "How many commands per second on vpcd's protocol, without pcscd?"
        : "How many commands per second on the socket of our reader, without pcscd?";

    public string? MissingCapability => NativePrograms.Missing;

    public IReadOnlyList<string> PeerPackages => _vpcd ? Vicc.Packages : [];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop)
    {
        await using StartedParts parts = new();
        TemporaryFolder folder = parts.Add(new TemporaryFolder());
        Contender ours = parts.Add(await StartAsync(
            "our card",
            folder["ours"],
            where => Task.FromResult(_vpcd ? MeasuredCard.OursAt(Port(where)) : MeasuredCard.OursIn(folder["ours"])),
            CardQuestions.ForOurs()));
        Contender trivial = parts.Add(await StartAsync(
            "a trivial card in C",
            folder["trivial"],
            where => _vpcd ? MeasuredCard.TrivialAtAsync(Port(where)) : MeasuredCard.TrivialInAsync(folder["trivial"]),
            CardQuestions.ForTrivial));
        Contender? vicc = _vpcd && Vicc.IsInstalled
            ? parts.Add(await StartAsync("Debian's vicc", "", where => Task.FromResult(Vicc.Start(Port(where), folder)), Vicc.Questions))
            : null;
        foreach (ReaderQuestion question in ReaderQuestion.All)
        {
            await ours.PerSecondAsync(question.Number, pace.Span / 2);
        }

        List<Figure> figures = [];
        foreach (ReaderQuestion question in ReaderQuestion.All)
        {
            await progress.WriteLineAsync($"  {question.Name}");
            figures.AddRange(await AskAsync(question, ours, trivial, vicc, pace, stop));
        }

        return figures;
    }

    private async Task<IReadOnlyList<Figure>> AskAsync(
        ReaderQuestion question, Contender ours, Contender trivial, Contender? vicc, Pace pace, CancellationToken stop)
    {
        TimeSpan span = pace.Span / ReaderQuestion.All.Count;
        List<Func<TimeSpan, Task<double>>> measured =
            [slice => ours.PerSecondAsync(question.Number, slice), slice => trivial.PerSecondAsync(question.Number, slice)];

        // vicc has no file to read; its only SELECT is its second question.
        int? viccsQuestion = question == ReaderQuestion.GetChallenge ? 0 : question == ReaderQuestion.Select ? 1 : null;
        if (vicc is not null && viccsQuestion is { } number)
        {
            measured.Add(slice => vicc.PerSecondAsync(number, slice));
        }

        IReadOnlyList<IReadOnlyList<double>> samples = await Turns.TakeAsync(pace, span, stop, measured);
        Figure figure = new()
        {
            Id = $"{Name}-{question.Id}",
            What = $"{question.Name} on {(_vpcd ? "vpcd's protocol" : "our driver's socket")}, one core",
            Unit = "APDU/s",
            Samples = samples[0],
            BesideName = trivial.Name,
            Beside = samples[1],
            Goal = NearlyAsFast,
            Remark = "Every answer is compared, data and status word.",
        };
        return measured.Count == 2
            ? [figure]
            : [figure, figure with { Id = $"{figure.Id}-vs-vicc", BesideName = vicc!.Name, Beside = samples[2], Goal = null, Remark = null }];
    }

    private async Task<Contender> StartAsync(string name, string slot, Func<string, Task<MeasuredCard>> insert, IReadOnlyList<string> questions)
    {
        string[] reader = _vpcd ? ["vpcd"] : ["slot", slot];
        return await Contender.StartAsync(
            name, await MeasuringClient.StartAsync("reader", new Dictionary<string, string>(), reader), insert, questions);
    }

    private static int Port(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
