namespace CardConformance.Harness.Leaks;

/// <summary>What may stand where: all rules, by kind, owner and place. README.md beside it says them in words.</summary>
internal static class LeakRules
{
    /// <summary>What is to be said of something of a person that was found.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="isOwn">Whether it is of a person of the scenario that was searched.</param>
    /// <param name="place">Where it stood.</param>
    internal static LeakRule Of(CanaryKind kind, bool isOwn, Place place) => (kind, isOwn, place) switch
    {
        // From the keys to the card and nowhere else. Of other cards' codes nothing is said: four digits may be anything.
        (CanaryKind.CardCode, true, _) => LeakRule.Leak,
        (CanaryKind.CardCode, false, _) => LeakRule.Allowed,

        // Pages, forms, the wallet and messages are what names, numbers and addresses are for.
        (_, true, Place.Address or Place.Console or Place.Cookie or Place.SessionStorage or Place.Log) => LeakRule.Leak,
        (_, true, _) => LeakRule.Allowed,

        // Whom the log is about is looked at by that person's scenario; what we write ourselves is searched for codes only.
        (_, false, Place.Log or Place.Evidence) => LeakRule.Allowed,
        (_, false, _) => LeakRule.MixUp,
    };
}
