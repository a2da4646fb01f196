using System.Collections.Concurrent;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>The e-CPS that were activated here: the newest of each person.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ECpsRegister
{
    private readonly ConcurrentDictionary<string, RegisteredECps> _byOwner = [];

    /// <summary>Takes one up; an earlier one of the same person is replaced.</summary>
    internal void Add(RegisteredECps activated) => _byOwner[activated.Owner.IdentifiantNational] = activated;

    /// <summary>A person's, or <see langword="null"/>.</summary>
    internal RegisteredECps? Of(string identifiantNational) => _byOwner.GetValueOrDefault(identifiantNational);
}
