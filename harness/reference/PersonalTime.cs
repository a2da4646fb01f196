namespace CardConformance.Reference;

/// <summary>The clock of one person: the machine's, moved forward and stopped on order.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PersonalTime : TimeProvider
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private DateTimeOffset? _stopped;
    private TimeSpan _ahead;
    private TaskCompletionSource _moved = NewSignal();

    /// <summary>How far it is ahead of the machine's, or of the moment at which it was stopped.</summary>
    internal TimeSpan Ahead
    {
        get
        {
            lock (_lock)
            {
                return _ahead;
            }
        }
    }

    /// <summary>Ends when the clock is moved after this question.</summary>
    internal Task Moved
    {
        get
        {
            lock (_lock)
            {
                return _moved.Task;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return (_stopped ?? base.GetUtcNow()) + _ahead;
        }
    }

    /// <summary>Stops it: from now on it goes forward on order only, so that a limit can be met exactly.</summary>
    internal void Stop()
    {
        lock (_lock)
        {
            _stopped ??= base.GetUtcNow();
        }
    }

    /// <summary>Moves it forward.</summary>
    /// <param name="by">How far; not negative, since time does not go back.</param>
    internal void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TaskCompletionSource moved;
        lock (_lock)
        {
            _ahead += by;
            moved = _moved;
            _moved = NewSignal();
        }

        moved.SetResult();
    }

    /// <summary>Waits until something happens, or the clock is moved, or a moment of it has come.</summary>
    /// <remarks>Ask for <see cref="Moved"/> and the something before looking at what they may change, so that nothing falls between the two.</remarks>
    /// <param name="something">What may happen.</param>
    /// <param name="moved"><see cref="Moved"/>, asked for before.</param>
    /// <param name="moment">The moment, or <see langword="null"/> for none. A clock that stands still never gets there: it is looked at once a second at most.</param>
    /// <param name="cancellation">Whoever waits has gone.</param>
    internal async Task WaitAsync(Task something, Task moved, DateTimeOffset? moment, CancellationToken cancellation)
    {
        TimeSpan left = moment is { } come ? new(Math.Max((come - GetUtcNow()).Ticks, LeastWait.Ticks)) : Timeout.InfiniteTimeSpan;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(something, moved, Task.Delay(left, gone.Token));
        await gone.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
