using System.Collections.Concurrent;

namespace CardConformance.Reference.WithoutCard;

/// <summary>The versions of the rule: one for everybody, another one on order for a single person.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="versions">All of them, by name.</param>
/// <param name="usual">Name of the one for everybody.</param>
internal sealed class RuleBook(IReadOnlyDictionary<string, ActivationRule> versions, string usual)
{
    private readonly ConcurrentDictionary<string, string> _chosen = [];

    /// <summary>Names of the versions, oldest first.</summary>
    internal IEnumerable<string> Versions => versions.Keys.Order(StringComparer.Ordinal);

    /// <summary>The first of them.</summary>
    internal ActivationRule Oldest => versions[Versions.First()];

    /// <summary>The rule for a person.</summary>
    internal ActivationRule Of(string identifiantNational) => versions[_chosen.GetValueOrDefault(identifiantNational, usual)];

    /// <summary>Lets another version hold for one person.</summary>
    /// <returns><see langword="false"/> when there is no such version.</returns>
    internal bool TryChoose(string identifiantNational, string version)
    {
        if (!versions.ContainsKey(version))
        {
            return false;
        }

        _chosen[identifiantNational] = version;
        return true;
    }
}
