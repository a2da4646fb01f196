using System.Diagnostics;
using System.Globalization;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;

namespace CardConformance.Perf.Throughput;

/// <summary>How long after a card was put in, or pulled out, a program that waits for it in SCardGetStatusChange goes on.</summary>
internal sealed class EventsMeasurement : IMeasurement
{
    private static readonly Goal BelowOneMillisecond = new(1, AtLeast: false, OfRatio: false);

    public string Name => "events";

    public string Question => "How long does a program wait for the news that a card came or went?";

    public string? MissingCapability => NativePrograms.Missing;

    public IReadOnlyList<string> PeerPackages => [DebianVpcd.Package];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop)
    {
        await using StartedParts parts = new();
        (VirtualCard card, _) = CardQuestions.Copy();
        PcscDaemon pcscd = parts.Add(await PcscDaemon.StartAsync(new()));
        MeasuringClient waiting = parts.Add(await WaitAsync(
            new Dictionary<string, string> { [PcscDaemon.SocketVariable] = pcscd.ClientSocket }, PcscDaemon.ReaderName(0)));
        var ours = new Changes(waiting, () => ReaderLink.Insert(pcscd.SlotSockets[0], card));
        DebianVpcd? debian = DebianVpcd.IsInstalled ? parts.Add(await DebianVpcd.StartAsync()) : null;
        Changes? peer = debian is null
            ? null
            : new(parts.Add(await WaitAsync(debian.ClientVariables, DebianVpcd.ReaderName(0))), () => VpcdLink.Insert("127.0.0.1", debian.Port, card));
        await ours.MeasureAsync(pace.Span, stop);
        List<(double In, double Out)> samples = [];
        List<(double In, double Out)> beside = [];
        for (int round = 1; round <= pace.Rounds; round++)
        {
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  round {round} of {pace.Rounds}"));
            samples.Add(await ours.MeasureAsync(pace.Span, stop));
            if (peer is not null)
            {
                beside.Add(await peer.MeasureAsync(pace.Span, stop));
            }
        }

        string? remark = peer is null
            ? $"{DebianVpcd.Package} is not installed."
            : "vpcd looks for a card now and then; of its few changes in a round, the ninety-ninth hundredth is the longest.";
        return
        [
            Figure("events-insertion", "insertion", [.. samples.Select(sample => sample.In)], [.. beside.Select(sample => sample.In)], remark),
            Figure("events-removal", "removal", [.. samples.Select(sample => sample.Out)], [.. beside.Select(sample => sample.Out)], remark),
        ];
    }

    private static Figure Figure(string id, string what, IReadOnlyList<double> samples, IReadOnlyList<double> beside, string? remark) => new()
    {
        Id = id,
        What = $"from a card's {what} to SCardGetStatusChange, p99",
        Unit = "ms",
        Samples = samples,
        BesideName = beside.Count == 0 ? null : "the same card on Debian's vpcd",
        Beside = beside,
        Goal = BelowOneMillisecond,
        Remark = remark,
    };

    private static async Task<MeasuringClient> WaitAsync(IReadOnlyDictionary<string, string> variables, string reader)
    {
        MeasuringClient client = await MeasuringClient.StartAsync("pcsc", variables, "events", reader);
        try
        {
            await client.ExpectAsync("ready");
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>A card that comes and goes, and a program that hears of it.</summary>
    private sealed class Changes(MeasuringClient waiting, Func<CardLink> insert)
    {
        private const double NanosecondsInMillisecond = 1e6;

        /// <summary>Both p99 in milliseconds.</summary>
        internal async Task<(double In, double Out)> MeasureAsync(TimeSpan span, CancellationToken stop)
        {
            List<double> ins = [];
            List<double> outs = [];
            long start = Stopwatch.GetTimestamp();
            while (ins.Count == 0 || Stopwatch.GetElapsedTime(start) < span)
            {
                stop.ThrowIfCancellationRequested();
                long inserted = Stopwatch.GetTimestamp();
                CardLink link = insert();
                ins.Add(await SinceAsync(inserted, "in"));
                long removed = Stopwatch.GetTimestamp();
                link.Remove();
                outs.Add(await SinceAsync(removed, "out"));
                link.Dispose();
                await link.Ended;
            }

            return (P99(ins), P99(outs));
        }

        // The same clock on both sides: Stopwatch counts nanoseconds of CLOCK_MONOTONIC on Linux.
        private async Task<double> SinceAsync(long moment, string change) =>
            (long.Parse(await waiting.ExpectAsync(change), CultureInfo.InvariantCulture) - moment) / NanosecondsInMillisecond;

        private static double P99(List<double> values)
        {
            values.Sort();
            return values[values.Count * 99 / 100];
        }
    }
}
