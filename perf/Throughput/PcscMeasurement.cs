using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;

namespace CardConformance.Perf.Throughput;

/// <summary>SCardTransmit through a pcscd of our own: our card beside a card in C in one reader, in sixteen, and on Debian's vpcd.</summary>
internal sealed class PcscMeasurement : IMeasurement
{
    private const string TrivialName = "a trivial card in C on our driver";

    private static readonly ReaderQuestion[] Asked = [ReaderQuestion.GetChallenge, ReaderQuestion.ReadBinary];

    public string Name => "pcsc";

    public string Question => "How many commands per second through pcscd, with one reader and with sixteen?";

    public string? MissingCapability => NativePrograms.Missing;

    public IReadOnlyList<string> PeerPackages => [DebianVpcd.Package];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop)
    {
        await using StartedParts parts = new();
        await progress.WriteLineAsync("  one reader");
        (PcscDaemon ours, PcscDaemon trivials) = (parts.Add(await StartPcscdAsync()), parts.Add(await StartPcscdAsync()));
        Contender one = parts.Add(await StartOursAsync(ours, 1));
        Contender oneTrivial = parts.Add(await StartTrivialAsync(trivials, 1));
        DebianVpcd? debian = DebianVpcd.IsInstalled ? parts.Add(await StartDebianAsync()) : null;
        Contender? trivialOnDebian = debian is null ? null : parts.Add(await StartOnAsync(debian, 0, TrivialName, CardQuestions.ForTrivial));
        Contender? oursOnDebian = debian is null ? null : parts.Add(await StartOnAsync(debian, 1, "our card", CardQuestions.ForOurs()));
        List<Figure> figures = [];
        await WarmUpAsync([one, .. oursOnDebian is null ? Array.Empty<Contender>() : [oursOnDebian]], pace);
        foreach (ReaderQuestion question in Asked)
        {
            figures.AddRange(await AskOneAsync(question, one, oneTrivial, oursOnDebian, trivialOnDebian, pace, stop));
        }

        await one.DisposeAsync();
        await oneTrivial.DisposeAsync();
        await progress.WriteLineAsync($"  {PcscDaemon.MaxReaders} readers");
        Contender all = await StartAllOursAsync(ours, parts);
        Contender allTrivial = parts.Add(await StartTrivialAsync(trivials, PcscDaemon.MaxReaders));
        await WarmUpAsync([all], pace);
        foreach (ReaderQuestion question in Asked)
        {
            figures.Add(await AskAllAsync(question, all, allTrivial, pace, stop));
        }

        return figures;
    }

    /// <summary>A pcscd with as many readers as it can have, on the core where all is measured.</summary>
    internal static async Task<PcscDaemon> StartPcscdAsync()
    {
        PcscDaemon pcscd = await PcscDaemon.StartAsync(new() { Readers = PcscDaemon.MaxReaders, AnswerLimit = TimeSpan.FromSeconds(20) });
        return await PinnedAsync(pcscd, pcscd.ProcessId);
    }

    /// <summary>Our cards in the first readers, and a client that asks them.</summary>
    internal static Task<Contender> StartOursAsync(PcscDaemon pcscd, int readers, IReadOnlyList<string>? questions = null) =>
        StartAsync(pcscd, readers, "our card", slot => Task.FromResult(MeasuredCard.OursIn(slot)), questions ?? CardQuestions.ForOurs());

    // As in a run of scenarios: one process has the cards of all its readers.
    private static async Task<Contender> StartAllOursAsync(PcscDaemon pcscd, StartedParts parts)
    {
        VirtualCard[] cards = [.. pcscd.SlotSockets.Select(_ => CardQuestions.Copy().Card)];
        ReaderLink[] links = [.. pcscd.SlotSockets.Zip(cards, (slot, card) => ReaderLink.Insert(slot, card))];
        parts.Add(new InsertedCards(links));
        Contender all = parts.Add(await ReadyAsync("our cards", await StartClientAsync(pcscd, links.Length), [], CardQuestions.ForOurs()));

        // Each card has answered by now: its thread runs, and has its name.
        return OneCore.PinThreads(CardLink.ThreadName) == links.Length ? all : throw new InvalidOperationException("not every card could be kept on one core");
    }

    private static Task<Contender> StartTrivialAsync(PcscDaemon pcscd, int readers) =>
        StartAsync(pcscd, readers, TrivialName, MeasuredCard.TrivialInAsync, CardQuestions.ForTrivial);

    private static async Task<DebianVpcd> StartDebianAsync()
    {
        DebianVpcd debian = await DebianVpcd.StartAsync();
        return await PinnedAsync(debian, debian.ProcessId);
    }

    private static async Task<T> PinnedAsync<T>(T daemon, int processId)
        where T : IAsyncDisposable
    {
        try
        {
            await OneCore.PinAsync(processId);
            return daemon;
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    private static async Task<Contender> StartAsync(
        PcscDaemon pcscd, int readers, string name, Func<string, Task<MeasuredCard>> insert, IReadOnlyList<string> questions)
    {
        MeasuringClient client = await StartClientAsync(pcscd, readers);
        List<MeasuredCard> cards = [];
        try
        {
            foreach (string slot in pcscd.SlotSockets.Take(readers))
            {
                cards.Add(await insert(slot));
            }
        }
        catch
        {
            await new Contender(name, client, cards).DisposeAsync();
            throw;
        }

        return await ReadyAsync(name, client, cards, questions);
    }

    private static Task<MeasuringClient> StartClientAsync(PcscDaemon pcscd, int readers) => MeasuringClient.StartAsync(
        "pcsc",
        new Dictionary<string, string> { [PcscDaemon.SocketVariable] = pcscd.ClientSocket },
        ["transmit", .. Enumerable.Range(0, readers).Select(PcscDaemon.ReaderName)]);

    private static async Task<Contender> StartOnAsync(DebianVpcd debian, int slot, string name, IReadOnlyList<string> questions)
    {
        int port = debian.Port + slot;
        MeasuringClient client = await MeasuringClient.StartAsync("pcsc", debian.ClientVariables, "transmit", DebianVpcd.ReaderName(slot));
        MeasuredCard card = name == TrivialName ? await MeasuredCard.TrivialAtAsync(port, quickAck: true) : MeasuredCard.OursAt(port);
        return await ReadyAsync(name, client, [card], questions);
    }

    private static async Task<Contender> ReadyAsync(string name, MeasuringClient client, IReadOnlyList<MeasuredCard> cards, IReadOnlyList<string> questions)
    {
        var contender = new Contender(name, client, cards);
        try
        {
            Task ready = client.PrepareAsync(questions);
            foreach (MeasuredCard card in cards)
            {
                await card.WhileInAsync(ready);
            }

            await ready;

            return contender;
        }
        catch
        {
            await contender.DisposeAsync();
            throw;
        }
    }

    private static async Task WarmUpAsync(IReadOnlyList<Contender> contenders, Pace pace)
    {
        foreach (Contender contender in contenders)
        {
            foreach (ReaderQuestion question in Asked)
            {
                await contender.PerSecondAsync(question.Number, pace.Span);
            }
        }
    }

    private static async Task<IReadOnlyList<Figure>> AskOneAsync(
        ReaderQuestion question, Contender ours, Contender trivial, Contender? oursOnDebian, Contender? trivialOnDebian, Pace pace, CancellationToken stop)
    {
        Contender[] contenders = oursOnDebian is null ? [ours, trivial] : [ours, trivial, trivialOnDebian!, oursOnDebian];
        IReadOnlyList<IReadOnlyList<double>> samples = await Turns.TakeAsync(
            pace,
            pace.Span / Asked.Length,
            stop,
            [.. contenders.Select(contender => (Func<TimeSpan, Task<double>>)(slice => contender.PerSecondAsync(question.Number, slice)))]);
        Figure figure = new()
        {
            Id = $"pcsc-{question.Id}",
            What = $"{question.Name} by SCardTransmit, one reader, one core",
            Unit = "APDU/s",
            Samples = samples[0],
            BesideName = trivial.Name,
            Beside = samples[1],
            Goal = new(0.95, AtLeast: true, OfRatio: true),
            Remark = "Every answer is compared, data and status word.",
        };
        return oursOnDebian is null
            ? [figure with { Remark = $"Not measured beside Debian's vpcd: {DebianVpcd.Package} is not installed." }]
            :
            [
                figure,
                figure with
                {
                    Id = $"{figure.Id}-vs-vpcd",
                    BesideName = "a trivial card in C on Debian's vpcd, with TCP_QUICKACK",
                    Beside = samples[2],
                    Goal = new(1.4, AtLeast: true, OfRatio: true),
                },
                figure with
                {
                    Id = $"{figure.Id}-on-vpcd",
                    What = $"{question.Name} by SCardTransmit, our card on Debian's vpcd, one core",
                    Samples = samples[3],
                    BesideName = "a trivial card in C there, with TCP_QUICKACK",
                    Beside = samples[2],
                    Goal = null,
                },
            ];
    }

    private static async Task<Figure> AskAllAsync(ReaderQuestion question, Contender ours, Contender trivial, Pace pace, CancellationToken stop)
    {
        IReadOnlyList<IReadOnlyList<double>> samples = await Turns.TakeAsync(
            pace,
            pace.Span / Asked.Length,
            stop,
            slice => ours.PerSecondAsync(question.Number, slice),
            slice => trivial.PerSecondAsync(question.Number, slice));
        return new()
        {
            Id = $"pcsc-16-{question.Id}",
            What = $"{question.Name} by SCardTransmit, {PcscDaemon.MaxReaders} readers at once, one core, all together",
            Unit = "APDU/s",
            Samples = samples[0],
            BesideName = trivial.Name,
            Beside = samples[1],
            Goal = new(0.95, AtLeast: true, OfRatio: true),
            Remark = "All of our cards in one process, as in a run of scenarios; a process for each trivial one.",
        };
    }
}
