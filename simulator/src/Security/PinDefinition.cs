namespace CardConformance.Simulator.Security;

/// <summary>What is fixed about one code of the card: everything but its value and counters.</summary>
/// <remarks>The order of the conditions is that of the card's own access rule, <c>8C 06 F3</c>.</remarks>
/// <param name="Reference">The number that commands carry in P2, 1 to 31: 1 code porteur, 2 code de déblocage.</param>
/// <param name="Length">Digits of the code, each one ASCII byte.</param>
/// <param name="MaxTries">Wrong entries in a row that block the code, 1 to 15.</param>
/// <param name="MaxUses">How often the code may be used at all, or <see langword="null"/> for no limit.</param>
/// <param name="Change">Who may change it knowing the old one (CHANGE REFERENCE DATA).</param>
/// <param name="Verify">Who may present it (VERIFY).</param>
/// <param name="Reset">Who may set a new one without knowing the old (RESET RETRY COUNTER).</param>
/// <param name="Put">Who may write its object (PUT DATA).</param>
/// <param name="Get">Who may read its object (GET DATA).</param>
public sealed record PinDefinition(
    byte Reference,
    int Length,
    int MaxTries,
    int? MaxUses,
    SecurityCondition Change,
    SecurityCondition Verify,
    SecurityCondition Reset,
    SecurityCondition Put,
    SecurityCondition Get)
{
    /// <summary>The most digits that a code can have.</summary>
    public const int MaxLength = 12;
}
