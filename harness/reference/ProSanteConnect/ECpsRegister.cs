using System.Collections.Concurrent;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>The e-CPS that were activated here: the newest of each person, and until when.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ECpsRegister(VirtualTime time)
{
    // That an e-CPS expires is public, after how long is not.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3 * 365);

    private readonly ConcurrentDictionary<string, (RegisteredECps ECps, DateTimeOffset Expires)> _byOwner = [];

    /// <summary>Takes one up; an earlier one of the same person is replaced.</summary>
    internal void Add(RegisteredECps activated)
    {
        string owner = activated.Owner.IdentifiantNational;
        _byOwner[owner] = (activated, time.Of(owner).GetUtcNow() + Lifetime);
    }

    /// <summary>A person's that can be used, or <see langword="null"/>.</summary>
    internal RegisteredECps? Of(string identifiantNational) =>
        _byOwner.TryGetValue(identifiantNational, out var entry) && !IsOver(identifiantNational, entry.Expires) ? entry.ECps : null;

    /// <summary>Whether a person has one that can be used no more.</summary>
    internal bool HasExpired(string identifiantNational) =>
        _byOwner.TryGetValue(identifiantNational, out var entry) && IsOver(identifiantNational, entry.Expires);

    private bool IsOver(string identifiantNational, DateTimeOffset expires) => time.Of(identifiantNational).GetUtcNow() >= expires;
}
