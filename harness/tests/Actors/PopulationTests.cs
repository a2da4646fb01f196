using CardConformance.Harness.Actors;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Actors;

/// <summary>Nobody in a run has anything of anybody else: wherever it stands, it tells whose it is.</summary>
public sealed class PopulationTests
{
    // More than a whole run has.
    private const int People = 600;

    private static readonly CardProfile Card = CardIssuing.Zoo.Find(Role.Named("un médecin").Card).Profile;

    private readonly Population _population = Make();

    [Test]
    public void Each_has_codes_name_number_address_and_identifier_of_their_own()
    {
        (CardProfile Profile, Correspondence Reach)[] people = [.. Enumerable.Range(0, People).Select(i => Invent(_population, $"scénario {i}"))];
        Assert.That(people.Select(one => one.Profile.CodePorteur), Is.Unique);
        Assert.That(people.Select(one => one.Profile.CodeDeblocage), Is.Unique);
        Assert.That(people.Select(one => one.Profile.Holder.FamilyName), Is.Unique.And.All.Matches<string>(name => name.Length >= 6));
        Assert.That(people.Select(one => one.Profile.Holder.IdentifiantNational), Is.Unique);
        Assert.That(people.Select(one => one.Profile.SerialNumber), Is.Unique);
        Assert.That(people.Select(one => one.Reach.Mobile), Is.Unique);
        Assert.That(people.Select(one => one.Reach.Email), Is.Unique);
    }

    [Test]
    public void Same_seed_and_scenario_make_the_same_person()
    {
        (CardProfile Profile, Correspondence Reach) again = Invent(Make(), "scénario");
        Assert.That(Invent(_population, "scénario"), Is.EqualTo(again));
    }

    [Test]
    public void Whoever_would_be_the_same_is_somebody_else()
    {
        string? first = Invent(_population, "scénario").Profile.Holder.FamilyName;
        Assert.That(Invent(_population, "scénario").Profile.Holder.FamilyName, Is.Not.EqualTo(first));
    }

    [Test]
    public void New_code_is_nobody_elses()
    {
        string[] codes = [.. Enumerable.Range(0, 200).SelectMany(i => new[] { Invent(_population, $"{i}").Profile.CodePorteur, _population.InventCodePorteur(4, $"{i}, neuf") })];
        Assert.That(codes, Is.Unique.And.All.StartsWith("6").And.All.Length.EqualTo(4));
    }

    [Test]
    public void Run_without_codes_left_says_so()
    {
        InvalidOperationException? refusal = Assert.Throws<InvalidOperationException>(() =>
        {
            for (int i = 0; i <= 1000; i++)
            {
                _population.InventCodePorteur(4, $"{i}");
            }
        });
        Assert.That(refusal!.Message, Is.EqualTo("this run has no code porteur left for one more person: 997 are taken"));
    }

    private static Population Make()
    {
        TestAuthority authority = CardIssuing.OpenAuthority();
        return new(new CardIssuer(authority, CacheFolder.Path), authority, seed: 7);
    }

    private static (CardProfile Profile, Correspondence Reach) Invent(Population population, string scenario) =>
        population.Invent(Card, IdentifierRegister.RPPS, scenario);
}
