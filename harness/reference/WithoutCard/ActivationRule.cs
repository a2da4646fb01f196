using System.Text.Json;
using System.Text.Json.Serialization;
using CardConformance.Reference.BackEnds;

namespace CardConformance.Reference.WithoutCard;

/// <summary>Who may activate an e-CPS without a card: one version of a rule that changed over the years. Data, read from JSON.</summary>
/// <param name="Identifiers">Whose identifiers are accepted.</param>
/// <param name="Cards">Holders of which kinds of card.</param>
/// <param name="WithoutCard">Whether somebody may who has no card at all.</param>
/// <param name="HoursAfterCorrection">How old a correction of e-mail or mobile has to be, 0 to 8760 hours.</param>
internal sealed record ActivationRule(
    IReadOnlyList<ActivationRule.Identifier> Identifiers, IReadOnlyList<string> Cards, bool WithoutCard, int HoursAfterCorrection)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a rule.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static ActivationRule Parse(string json) => JsonSerializer.Deserialize<ActivationRule>(json, Json) switch
    {
        { HoursAfterCorrection: >= 0 and <= 8_760 } rule => rule,
        _ => throw new JsonException("hoursAfterCorrection: 0 to 8760 hours are expected."),
    };

    /// <summary>Whether identifiers of a kind are accepted at all, whoever's they are.</summary>
    internal bool Accepts(IdentifierKind kind) => Identifiers.Any(identifier => identifier.Kind == kind);

    /// <summary>Decides about somebody whose kind of identifier is accepted.</summary>
    /// <param name="kind">Kind of the identifier.</param>
    /// <param name="holder">What the wallet knows, or <see langword="null"/> when it knows nobody.</param>
    /// <param name="now">The time.</param>
    /// <param name="defects">What is wrong with it on order.</param>
    internal Eligibility Judge(IdentifierKind kind, Holder? holder, DateTimeOffset now, Defects defects)
    {
        if (holder is null)
        {
            return Eligibility.NotReachable;
        }

        // That somebody has a card of a kind is in the public directory; e-mail and mobile are not, and nothing is said about them.
        bool cardFits = holder.CardKind is { } card ? Cards.Contains(card) : WithoutCard;
        if (!cardFits || !Identifiers.Any(identifier => identifier.Fits(kind, holder.Professional.Profession)))
        {
            return Eligibility.OnlyWithCard;
        }

        bool reachable = holder.Email is not null && (holder.Mobile is not null || defects.Has(Defect.MissingMobileIgnored));
        bool corrected = holder.CorrectedAt + TimeSpan.FromHours(HoursAfterCorrection) > now && !defects.Has(Defect.CorrectionCountsAtOnce);
        return reachable && !corrected
            ? Eligibility.Eligible
            : Eligibility.NotReachable;
    }

    /// <summary>A kind of identifier that is accepted.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="Professions">Of which professions only; <see langword="null"/> for all.</param>
    internal sealed record Identifier(IdentifierKind Kind, IReadOnlyList<string>? Professions = null)
    {
        internal bool Fits(IdentifierKind kind, string profession) =>
            kind == Kind && Professions?.Contains(profession, StringComparer.OrdinalIgnoreCase) != false;
    }
}
