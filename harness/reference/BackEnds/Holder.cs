using CardConformance.Reference.Login;

namespace CardConformance.Reference.BackEnds;

/// <summary>What the wallet knows about a professional.</summary>
/// <param name="Professional">Who it is.</param>
/// <param name="Mobile">Mobile number of record, or <see langword="null"/>.</param>
/// <param name="Email">E-mail address of record, or <see langword="null"/>.</param>
/// <param name="CardKind">CPS, CPF, CDE, CPE or CPA; <see langword="null"/> for somebody without a card.</param>
/// <param name="CorrectedAt">When mobile or e-mail were last changed, or <see langword="null"/> when that is not known.</param>
/// <param name="ECps">The e-CPS the person has already, or <see langword="null"/>.</param>
internal sealed record Holder(
    Professional Professional,
    string? Mobile,
    string? Email,
    string? CardKind,
    DateTimeOffset? CorrectedAt,
    ActiveECps? ECps = null)
{
    /// <summary>How they practise, for example <c>remplaçant</c>; <see langword="null"/> for the usual way.</summary>
    internal string? Practice { get; init; }
}
