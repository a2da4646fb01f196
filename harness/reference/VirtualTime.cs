namespace CardConformance.Reference;

/// <summary>The time of the reference: the machine's, moved forward on order, so that 90 seconds or 48 hours take no time.</summary>
/// <remarks>Thread-safe. Everything that expires asks this clock.</remarks>
internal sealed class VirtualTime : TimeProvider
{
    private long _aheadTicks;

    /// <summary>How far it is ahead of the machine's clock.</summary>
    internal TimeSpan Ahead => new(Interlocked.Read(ref _aheadTicks));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>Moves it forward.</summary>
    /// <param name="by">How far; not negative, since time does not go back.</param>
    internal void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _aheadTicks, by.Ticks);
    }
}
