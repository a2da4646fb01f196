namespace CardConformance.Fuzz.Rules;

/// <summary>A card did what no card may do.</summary>
/// <param name="rule">The rule as a sentence, the same for every case of it.</param>
/// <param name="detail">What happened in this case.</param>
/// <param name="cause">What the card threw, if it did.</param>
internal sealed class BrokenRuleException(string rule, string detail, Exception? cause = null)
    : Exception($"{rule}: {detail}", cause)
{
    /// <summary>The rule as a sentence.</summary>
    internal string Rule { get; } = rule;
}
