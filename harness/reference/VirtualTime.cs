using System.Collections.Concurrent;

namespace CardConformance.Reference;

/// <summary>
/// The time of the reference: the machine's, moved forward on order for one person, so that 90 seconds or 48 hours take no time and
/// nobody else grows older by them.
/// </summary>
/// <remarks>Thread-safe. Everything that expires asks the clock of the person that it is about.</remarks>
internal sealed class VirtualTime
{
    private readonly ConcurrentDictionary<string, PersonalTime> _clocks = [];

    /// <summary>The clock of one person.</summary>
    /// <param name="identifiantNational">The person.</param>
    internal PersonalTime Of(string identifiantNational) => _clocks.GetOrAdd(identifiantNational, _ => new PersonalTime());
}
