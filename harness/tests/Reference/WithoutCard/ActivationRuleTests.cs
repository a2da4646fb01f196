using System.Text.Json;
using CardConformance.Reference;
using CardConformance.Reference.BackEnds;
using CardConformance.Reference.WithoutCard;

namespace CardConformance.Harness.Tests.Reference.WithoutCard;

/// <summary>The rules of 2020, 2024 and 2025, and what a rule makes of what the wallet knows.</summary>
public sealed class ActivationRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly Defects NoDefect = new(null);

    private static readonly Holder Known = new(
        new("899700000013", "MARTIN", "CLAIRE", "Infirmier"), "+33639981234", "porteur@cabinet.example", "CPS", CorrectedAt: null);

    [TestCase("2020", nameof(IdentifierKind.RPPS), "CPS", nameof(Eligibility.Eligible))]
    [TestCase("2020", nameof(IdentifierKind.ADELI), "CPS", nameof(Eligibility.Eligible))]
    [TestCase("2020", nameof(IdentifierKind.RPPS), "CPE", nameof(Eligibility.Eligible))]
    [TestCase("2020", nameof(IdentifierKind.RPPS), null, nameof(Eligibility.Eligible))]
    [TestCase("2024", nameof(IdentifierKind.RPPS), "CPS", nameof(Eligibility.Eligible))]
    [TestCase("2024", nameof(IdentifierKind.ADELI), "CPS", nameof(Eligibility.Eligible))]
    [TestCase("2024", nameof(IdentifierKind.RPPS), "CPF", nameof(Eligibility.OnlyWithCard))]
    [TestCase("2024", nameof(IdentifierKind.RPPS), null, nameof(Eligibility.OnlyWithCard))]
    [TestCase("2025", nameof(IdentifierKind.RPPS), "CPS", nameof(Eligibility.Eligible))]
    [TestCase("2025", nameof(IdentifierKind.ADELI), "CPS", nameof(Eligibility.OnlyWithCard))]
    [TestCase("2025", nameof(IdentifierKind.RPPS), "CDE", nameof(Eligibility.Eligible))]
    [TestCase("2025", nameof(IdentifierKind.RPPS), null, nameof(Eligibility.Eligible))]
    public void Version_decides(string version, string kind, string? card, string expected) => Assert.That(
        Rule(version).Judge(Enum.Parse<IdentifierKind>(kind), Known with { CardKind = card }, Now, NoDefect).ToString(), Is.EqualTo(expected));

    [TestCase("2020", false)]
    [TestCase("2024", true)]
    public void ADELI_number_of_another_profession(string version, bool eligible) => Assert.That(
        Rule(version).Judge(IdentifierKind.ADELI, Known with { Professional = Known.Professional with { Profession = "Orthophoniste" } }, Now, NoDefect),
        Is.EqualTo(eligible ? Eligibility.Eligible : Eligibility.OnlyWithCard));

    [TestCase("2020")]
    [TestCase("2024")]
    [TestCase("2025")]
    public void Staff_numbers_are_in_no_version(string version) => Assert.That(Rule(version).Accepts(IdentifierKind.Staff), Is.False);

    [Test]
    public void Whoever_cannot_be_reached_gets_the_answer_of_somebody_unknown()
    {
        Assert.That(Judge(null), Is.EqualTo(Eligibility.NotReachable));
        Assert.That(Judge(Known with { Mobile = null }), Is.EqualTo(Eligibility.NotReachable));
        Assert.That(Judge(Known with { Email = null }), Is.EqualTo(Eligibility.NotReachable));
        Assert.That(Judge(Known with { Mobile = null, Email = null }), Is.EqualTo(Eligibility.NotReachable));
    }

    [Test]
    public void Correction_is_48_hours_old_to_the_tick()
    {
        DateTimeOffset limit = Now.AddHours(-48);
        Assert.That(Judge(Known with { CorrectedAt = limit.AddTicks(1) }), Is.EqualTo(Eligibility.NotReachable));
        Assert.That(Judge(Known with { CorrectedAt = limit }), Is.EqualTo(Eligibility.Eligible));
        Assert.That(Judge(Known with { CorrectedAt = limit.AddTicks(-1) }), Is.EqualTo(Eligibility.Eligible));
        Assert.That(Judge(Known with { CorrectedAt = Now.AddHours(1) }), Is.EqualTo(Eligibility.NotReachable), "a clock that is ahead");
    }

    [TestCase("{}", TestName = "Empty_rule")]
    [TestCase("null", TestName = "No_rule")]
    [TestCase("""{ "identifiers": [{ "kind": "RPPS" }], "cards": [], "withoutCard": true, "hoursAfterCorrection": -1 }""", TestName = "Negative_hours")]
    [TestCase("""{ "identifiers": [{ "kind": "SIRET" }], "cards": [], "withoutCard": true, "hoursAfterCorrection": 48 }""", TestName = "Unknown_identifier")]
    [TestCase("""{ "identifiers": [], "cards": [], "withoutCard": true, "hoursAfterCorrection": 48, "hours": 1 }""", TestName = "Unknown_member")]
    public void Rule_that_is_none_is_refused(string json) => Assert.That(() => ActivationRule.Parse(json), Throws.InstanceOf<JsonException>());

    private static Eligibility Judge(Holder? holder) => Rule("2025").Judge(IdentifierKind.RPPS, holder, Now, NoDefect);

    private static ActivationRule Rule(string version) =>
        ActivationRule.Parse(File.ReadAllText(Path.Combine(Repository.Fixtures, "rules", $"{version}.json")));
}
