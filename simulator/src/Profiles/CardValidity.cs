namespace CardConformance.Simulator.Profiles;

/// <summary>From when to when a card is valid, counted from the day on which it is personalised here.</summary>
/// <param name="IssuedDaysAgo">Days since it became valid; negative for a card that is not valid yet.</param>
/// <param name="Years">How long it is valid; real cards three years.</param>
/// <param name="DaysLeft">Counted from its end instead, since years differ in length: days until then, negative for a card that has expired.</param>
public sealed record CardValidity(int IssuedDaysAgo, int Years, int? DaysLeft = null)
{
    /// <summary>First moment at which the card is valid.</summary>
    /// <param name="now">The moment of personalisation.</param>
    public DateTimeOffset NotBefore(DateTimeOffset now) => DaysLeft is { } left ? now.AddDays(left).AddYears(-Years) : now.AddDays(-IssuedDaysAgo);

    /// <summary>Last moment at which the card is valid.</summary>
    /// <param name="now">The moment of personalisation.</param>
    public DateTimeOffset NotAfter(DateTimeOffset now) => DaysLeft is { } left ? now.AddDays(left) : NotBefore(now).AddYears(Years);

    /// <summary>Both.</summary>
    /// <param name="now">The moment of personalisation.</param>
    internal ValidityPeriod PeriodFrom(DateTimeOffset now) => new(NotBefore(now).ToUniversalTime(), NotAfter(now).ToUniversalTime());

    internal static CardValidity From(FixtureObject json) =>
        new(json.Number("issuedDaysAgo", -3650, 3650), json.Number("years", 1, 10));
}
