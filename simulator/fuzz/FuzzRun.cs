namespace CardConformance.Fuzz;

/// <summary>Card after card on every processor core, until enough commands were sent, someone cancels, or a card breaks a rule.</summary>
/// <remarks>How many cores there are does not matter: a card's seed decides its life, and cards do not know of each other.</remarks>
/// <param name="cards">Makes the cards of one thread; called once in each thread.</param>
/// <param name="seed">Seed of the first card; the next ones have the next numbers.</param>
internal sealed class FuzzRun(Func<FuzzCards> cards, ulong seed)
{
    private readonly Lock _lock = new();
    private readonly FuzzStatistics _statistics = new();
    private ulong _next = seed;
    private FuzzFailure? _failure;

    /// <summary>The kinds of cards, one after the other. All, unless told otherwise.</summary>
    internal IReadOnlyList<FuzzCardKind> Kinds { get; init; } = Enum.GetValues<FuzzCardKind>();

    /// <summary>Gets what has been sent so far, after each card. Called by one thread at a time.</summary>
    internal Action<FuzzStatistics>? Progress { get; init; }

    /// <summary>Runs to the end.</summary>
    /// <param name="commands">How many commands at least.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was sent, and the first failure or <see langword="null"/>.</returns>
    internal (FuzzStatistics Statistics, FuzzFailure? Failure) Run(long commands, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] workers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () => Work(commands, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(workers, CancellationToken.None);
        return (_statistics, _failure);
    }

    private void Work(long commands, CancellationTokenSource stop)
    {
        try
        {
            var statistics = new FuzzStatistics();
            var life = new CardLife(cards(), statistics);
            while (!stop.IsCancellationRequested && TryTake(commands, out ulong next))
            {
                FuzzFailure? failure = life.Run(Kinds[(int)(next % (ulong)Kinds.Count)], next);
                lock (_lock)
                {
                    _statistics.Take(statistics);
                    _failure ??= failure;
                    Progress?.Invoke(_statistics);
                }
            }
        }
        catch
        {
            // The fuzzer itself failed: the other threads need not go on.
            stop.Cancel();
            throw;
        }
    }

    private bool TryTake(long commands, out ulong next)
    {
        lock (_lock)
        {
            next = _next;
            if (_failure is not null || _statistics.Commands >= commands)
            {
                return false;
            }

            _next++;
            return true;
        }
    }
}
