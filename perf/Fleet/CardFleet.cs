using System.Diagnostics;
using System.Security.Cryptography;
using CardConformance.Harness.Actors;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Perf.Fleet;

/// <summary>A country's worth of cards in one process.</summary>
internal sealed class CardFleet
{
    // Commands that a core takes up at a time. Enough of them for the memory to be busy, few enough for the cache to hold their cards.
    private const int Queue = 64;

    private readonly VirtualCard[] _cards;

    private CardFleet(VirtualCard[] cards, TimeSpan personalisation, long bytes)
    {
        _cards = cards;
        Personalisation = personalisation;
        Bytes = bytes;
    }

    /// <summary>How many cards there are.</summary>
    internal int Count => _cards.Length;

    /// <summary>How long all cores took to personalise them.</summary>
    internal TimeSpan Personalisation { get; }

    /// <summary>What they take up in memory, keys apart.</summary>
    internal long Bytes { get; }

    /// <summary>Personalises cards on all cores, and powers them up.</summary>
    /// <param name="count">How many.</param>
    /// <param name="keyPairs">How many pairs of keys go round.</param>
    /// <param name="progress">Is told how many are ready.</param>
    /// <param name="stop">Ends it early.</param>
    internal static CardFleet Make(int count, int keyPairs, Action<int> progress, CancellationToken stop)
    {
        var people = new FleetPeople();
        var pool = new KeyPool(Path.Combine(CacheFolder.Path, "keys"));
        (RSA, RSA)[] keys = [.. Enumerable.Range(0, keyPairs).Select(_ => (pool.Next(), pool.Next()))];
        var issuer = new FleetIssuer(CardIssuing.OpenAuthority(), keys, people.ProfileOf, DateTimeOffset.UtcNow);
        var cards = new VirtualCard[count];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        int ready = 0;
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(0, count, Math.Min(10_000, count)),
            new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount },
            range =>
            {
                var visit = new FleetVisit();
                for (int number = range.Item1; number < range.Item2; number++)
                {
                    cards[number] = issuer.Issue(number);
                    visit.Begin(cards[number], number);
                }

                progress(Interlocked.Add(ref ready, range.Item2 - range.Item1));
            });
        TimeSpan elapsed = clock.Elapsed;
        return new(cards, elapsed, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    /// <summary>Moves them to large pages, where the kernel has any.</summary>
    /// <returns>How many bytes of the process lie there now.</returns>
    internal static long GatherInLargePages()
    {
        // Together and for good: what the collector moves later would go back to small pages.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return LargePages.Gather();
    }

    /// <summary>Sends random commands to random cards from all cores; a card has one reader, so each core has cards of its own.</summary>
    /// <param name="span">For how long.</param>
    /// <param name="cores">From how many cores.</param>
    /// <returns>Commands per second, of all cores together.</returns>
    /// <exception cref="InvalidOperationException">A card gave an answer that is not its own.</exception>
    internal double Serve(TimeSpan span, int cores)
    {
        double[] rates = new double[cores];
        Parallel.For(0, cores, new ParallelOptions { MaxDegreeOfParallelism = cores }, core => rates[core] = Serve(span, core, cores));
        return rates.Sum();
    }

    /// <summary>Sends the same commands to one card from one core.</summary>
    /// <param name="span">For how long.</param>
    /// <returns>Commands per second.</returns>
    internal double ServeOne(TimeSpan span) => Serve(span, 0, Count);

    /// <summary>Reads the authentication certificates of cards that nobody has read so far.</summary>
    /// <param name="first">The first card.</param>
    /// <param name="count">How many, at most as many as there are from there on.</param>
    /// <returns>Certificates per second.</returns>
    internal double ReadCertificates(int first, int count)
    {
        int end = Math.Min(first + count, Count);
        var clock = Stopwatch.StartNew();
        for (int number = first; number < end; number++)
        {
            FleetVisit.ReadCertificate(_cards[number], number);
        }

        return (end - first) / clock.Elapsed.TotalSeconds;
    }

    // Cards core, core + step, core + 2 step, …
    private double Serve(TimeSpan span, int core, int step)
    {
        var visit = new FleetVisit();
        uint own = (uint)((Count - core + step - 1) / step);
        ulong random = 0x9E3779B97F4A7C15 + (ulong)core;
        long commands = 0;
        var queue = new (VirtualCard Card, int Number, int Kind)[Queue];
        long touched = 0;
        var clock = Stopwatch.StartNew();
        do
        {
            // Whoever has many cards knows whose turn is next: while one is looked for in memory, so are the others. First where a card is, for all
            // of them, then its state, then what its command looks at.
            for (int i = 0; i < Queue; i++)
            {
                // xorshift64: cheaper than a command, so that it is the cards that are measured.
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                int number = core + (step * (int)((random >> 32) * own >> 32));
                queue[i] = (_cards[number], number, (int)((uint)random % FleetVisit.Kinds));
            }

            foreach ((VirtualCard card, _, _) in queue)
            {
                touched += (long)card.State.Protocol;
            }

            foreach ((VirtualCard card, _, int kind) in queue)
            {
                visit.Prepare(card, kind);
            }

            foreach ((VirtualCard card, int number, int kind) in queue)
            {
                visit.Make(card, number, kind);
            }

            commands += Queue;
        }
        while (clock.Elapsed < span);
        GC.KeepAlive(touched);
        return commands / clock.Elapsed.TotalSeconds;
    }
}
