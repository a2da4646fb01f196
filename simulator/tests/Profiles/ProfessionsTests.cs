using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Profiles;

/// <summary><c>fixtures/professions.csv</c> lists who holds which card; there is a profile for each line.</summary>
public sealed class ProfessionsTests
{
    private static readonly CardCatalogue Catalogue = new(TestCards.Fixture("cards"));

    public static IEnumerable<TestCaseData> Lines =>
        from line in File.ReadLines(TestCards.Fixture("professions.csv")).Skip(1)
        let fields = line.Split(',')
        from profile in fields[4].Split(' ')
        select new TestCaseData(profile, fields[2], fields[3]).SetName($"Line_{fields[0]}_{profile}");

    [TestCaseSource(nameof(Lines))]
    public void Line_has_its_card(string profile, string card, string directory)
    {
        CardProfile found = Catalogue.Load(profile);
        CardHolder holder = found.Holder;
        Assert.That(card, Does.Contain(found.Kind.ToString()));
        Assert.That(holder.IdentifiantNational[0], Is.EqualTo(directory switch
        {
            "RPPS" => '8',
            "ADELI" => '0',
            _ => '5',
        }));
        Assert.That(holder.IsNamed, Is.EqualTo(!profile.EndsWith("-anonyme", StringComparison.Ordinal) && profile != "secretaire-medicale"));
    }

    [Test]
    public void There_is_a_card_of_every_kind() =>
        Assert.That(Catalogue.Names.Select(name => Catalogue.Load(name).Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<CardKind>()));

    [Test]
    public void No_two_people_share_an_identifier()
    {
        IEnumerable<string> people = Catalogue.Names.Select(Catalogue.Load)
            .GroupBy(card => (card.Holder.IdentifiantNational, card.Holder.DisplayName))
            .Select(person => person.Key.IdentifiantNational);
        Assert.That(people, Is.Unique);
    }
}
