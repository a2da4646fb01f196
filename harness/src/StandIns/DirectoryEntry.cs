using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.StandIns;

/// <summary>What the back ends know about a professional. A scenario changes single members with a <c>with</c> expression.</summary>
/// <param name="IdentifiantNational">National identifier.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Profession">Profession, as certificates name it.</param>
/// <param name="Mobile">Mobile number of record, international; <see langword="null"/> when the directory has none.</param>
/// <param name="Email">E-mail address of record; <see langword="null"/> when the directory has none.</param>
/// <param name="CardKind">CPS, CPF, CDE, CPE or CPA; <see langword="null"/> for somebody without a card.</param>
/// <param name="CorrectedAt">When mobile or e-mail were last changed, or <see langword="null"/> when the directory does not say.</param>
public sealed record DirectoryEntry(
    string IdentifiantNational,
    string FamilyName,
    string GivenName,
    string Profession,
    string? Mobile,
    string? Email,
    string? CardKind = null,
    DateTimeOffset? CorrectedAt = null)
{
    /// <summary>How they practise, for example <c>remplaçant</c>; <see langword="null"/> for the usual way.</summary>
    public string? Practice { get; init; }

    /// <summary>What is usually known about the holder of a card. No name stands on a card that is nobody's; the wallet has one all the same.</summary>
    /// <param name="card">The card.</param>
    /// <param name="reach">Where the holder can be reached.</param>
    public static DirectoryEntry Of(CardProfile card, Correspondence reach) => new(
        card.Holder.IdentifiantNational,
        card.Holder.FamilyName ?? card.Holder.DisplayName,
        card.Holder.GivenName ?? card.Holder.DisplayName,
        card.Holder.Occupation,
        reach.Mobile,
        reach.Email,
        card.Kind.ToString())
    {
        Practice = card.Holder.Practice,
    };
}
