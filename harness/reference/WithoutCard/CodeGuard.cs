namespace CardConformance.Reference.WithoutCard;

/// <summary>Counts a person's wrong codes over all their activations, and blocks for a while after too many. The numbers are ours.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="time">The person's clock.</param>
internal sealed class CodeGuard(TimeProvider time)
{
    /// <summary>Wrong codes in a row that block.</summary>
    internal const int MaxWrongCodes = 5;

    /// <summary>For how long.</summary>
    internal static readonly TimeSpan BlockedFor = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private int _wrong;
    private DateTimeOffset _blockedUntil = DateTimeOffset.MinValue;

    /// <summary>Whether no code is accepted now, not even the right one.</summary>
    internal bool IsBlocked
    {
        get
        {
            lock (_lock)
            {
                return time.GetUtcNow() < _blockedUntil;
            }
        }
    }

    /// <summary>Wrong codes before the block, 1 to <see cref="MaxWrongCodes"/>.</summary>
    internal int TriesLeft
    {
        get
        {
            lock (_lock)
            {
                return MaxWrongCodes - _wrong;
            }
        }
    }

    /// <summary>A code was wrong.</summary>
    internal void CountWrong()
    {
        lock (_lock)
        {
            if (++_wrong == MaxWrongCodes)
            {
                _wrong = 0;
                _blockedUntil = time.GetUtcNow() + BlockedFor;
            }
        }
    }

    /// <summary>A code was right: wrong ones before it are forgotten.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            _wrong = 0;
        }
    }
}
