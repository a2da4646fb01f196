using System.Collections.Concurrent;

namespace CardConformance.Reference;

/// <summary>
/// The time of the reference: the machine's, moved forward on order for one person, so that 90 seconds or 48 hours take no time and
/// nobody else grows older by them.
/// </summary>
/// <remarks>Thread-safe. Everything that expires asks the clock of the person that it is about.</remarks>
internal sealed class VirtualTime
{
    private readonly ConcurrentDictionary<string, TimeSpan> _ahead = [];

    /// <summary>The clock of one person.</summary>
    /// <param name="identifiantNational">The person.</param>
    internal TimeProvider Of(string identifiantNational) => new PersonalTime(this, identifiantNational);

    /// <summary>How far a person's clock is ahead of the machine's.</summary>
    /// <param name="identifiantNational">The person.</param>
    internal TimeSpan AheadOf(string identifiantNational) => _ahead.GetValueOrDefault(identifiantNational);

    /// <summary>Moves a person's time forward.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="by">How far; not negative, since time does not go back.</param>
    internal void Advance(string identifiantNational, TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        _ahead.AddOrUpdate(identifiantNational, by, (_, ahead) => ahead + by);
    }

    private sealed class PersonalTime(VirtualTime time, string identifiantNational) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + time.AheadOf(identifiantNational);
    }
}
