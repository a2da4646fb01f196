using CardConformance.Harness.Leaks;

namespace CardConformance.Harness.Tests.Leaks;

/// <summary>The rules, each in a row: what is found, whose it is, and where that is a leak or a mix-up.</summary>
public sealed class LeakRulesTests
{
    private static readonly Place[] Readable = [Place.Address, Place.Console, Place.Cookie, Place.SessionStorage, Place.Log];

    [TestCase(CanaryKind.FamilyName)]
    [TestCase(CanaryKind.Mobile)]
    [TestCase(CanaryKind.Email)]
    public void What_is_of_the_person_leaks_where_others_read_it_and_nowhere_else(CanaryKind kind) =>
        Assert.That(PlacesOf(kind, isOwn: true, LeakRule.Leak), Is.EquivalentTo(Readable));

    [TestCase(CanaryKind.FamilyName)]
    [TestCase(CanaryKind.Mobile)]
    [TestCase(CanaryKind.Email)]
    public void What_is_of_somebody_else_is_mixed_up_everywhere_but_in_the_log_and_in_what_we_write(CanaryKind kind) =>
        Assert.That(PlacesOf(kind, isOwn: false, LeakRule.MixUp), Is.EquivalentTo(Enum.GetValues<Place>().Except([Place.Log, Place.Evidence])));

    [Test]
    public void Code_of_the_card_leaks_everywhere() =>
        Assert.That(PlacesOf(CanaryKind.CardCode, isOwn: true, LeakRule.Leak), Is.EquivalentTo(Enum.GetValues<Place>()));

    [Test]
    public void Code_of_another_card_says_nothing() =>
        Assert.That(PlacesOf(CanaryKind.CardCode, isOwn: false, LeakRule.Allowed), Is.EquivalentTo(Enum.GetValues<Place>()));

    private static IEnumerable<Place> PlacesOf(CanaryKind kind, bool isOwn, LeakRule rule) =>
        Enum.GetValues<Place>().Where(place => LeakRules.Of(kind, isOwn, place) == rule);
}
