using System.Globalization;

namespace CardConformance.Perf.Fleet;

/// <summary>How fast cards are personalised, what one takes up, and how fast very many of them answer.</summary>
/// <param name="count">How many cards; <see langword="null"/> for two million, or for 200,000 for each second of a short pace.</param>
internal sealed class FleetMeasurement(int? count = null) : IMeasurement
{
    /// <summary>As many as there are French health professionals and members of their staff.</summary>
    internal const int WholeCountry = 2_000_000;

    private const int CardsPerSecondOfPace = 200_000;
    private const int KeyPairs = 16;
    private const int CertificatesRead = 200;
    private const double GibiByte = 1L << 30;

    /// <summary>Two million cards in four gibibytes.</summary>
    private static readonly Goal BytesPerCard = new(4 * GibiByte / WholeCountry, AtLeast: false, OfRatio: false);

    /// <inheritdoc/>
    public string Name => "fleet";

    /// <inheritdoc/>
    public string Question => "How fast are a country's worth of cards personalised, how much memory do they take, how fast do they answer?";

    /// <inheritdoc/>
    public string? MissingCapability => null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop) =>
        Task.Run(() => Measure(pace, progress, stop), stop);

    private IReadOnlyList<Figure> Measure(Pace pace, TextWriter progress, CancellationToken stop)
    {
        int cards = count ?? (pace.IsFull ? WholeCountry : (int)(CardsPerSecondOfPace * pace.Span.TotalSeconds));
        string many = cards.ToString("N0", CultureInfo.InvariantCulture);
        progress.WriteLine($"Personalising {many} cards");
        int told = 0;
        CardFleet fleet = CardFleet.Make(
            cards,
            KeyPairs,
            ready =>
            {
                int tenth = (int)(ready * 10L / cards);
                if (Interlocked.Exchange(ref told, tenth) < tenth)
                {
                    progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ready:N0} ready"));
                }
            },
            stop);
        long large = CardFleet.GatherInLargePages();
        double resident = Environment.WorkingSet;

        int cores = Environment.ProcessorCount;
        progress.WriteLine($"Sending random commands to random cards from {cores} cores, and to one card from one, in turn");
        fleet.ServeOne(pace.Span);
        fleet.Serve(pace.Span, cores);
        var all = new double[pace.Rounds];
        var one = new double[pace.Rounds];
        for (int round = 0; round < pace.Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            one[round] = fleet.ServeOne(pace.Span);
            all[round] = fleet.Serve(pace.Span, cores);
        }

        progress.WriteLine("Reading certificates for the first time");
        double[] certificates = [.. Enumerable.Range(0, pace.Rounds).Select(round => fleet.ReadCertificates(round * CertificatesRead, CertificatesRead))];
        return
        [
            new()
            {
                Id = "fleet-personalised", What = $"cards personalised, {many} of them from {cores} cores", Unit = "cards/s",
                Samples = [cards / fleet.Personalisation.TotalSeconds], Goal = new(20_000, AtLeast: true, OfRatio: false),
                Remark = "16 pairs of keys go round; certificates are made when first read",
            },
            new()
            {
                Id = "fleet-bytes-per-card", What = "memory that one more card takes up", Unit = "bytes",
                Samples = [fleet.Bytes / (double)cards], Goal = BytesPerCard,
                Remark = string.Create(CultureInfo.InvariantCulture, $"the whole process takes up {resident / GibiByte:F2} GiB with {many} cards, {large / GibiByte:F2} GiB of it in large pages"),
            },
            new()
            {
                Id = FormattableString.Invariant($"fleet-commands-{cards}"), What = $"random commands to {many} random cards from {cores} cores, every answer checked", Unit = "APDU/s",
                Samples = all, BesideName = "the same commands to one card from one core", Beside = one,
                Goal = new(0.5, AtLeast: true, OfRatio: true),
                Remark = "VERIFY, SELECT with and without answer, READ BINARY, GET CHALLENGE",
            },
            new()
            {
                Id = "fleet-certificates", What = "certificates made when they are first read, one core", Unit = "certificates/s", Samples = certificates,
            },
        ];
    }
}
