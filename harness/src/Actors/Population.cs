using System.Collections.Concurrent;
using System.Globalization;
using Bogus;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Actors;

/// <summary>Makes the professionals of a run: invented, each one only once, the same again for the same seed and scenario.</summary>
/// <param name="issuer">Makes their cards.</param>
/// <param name="authority">Publishes whether their cards were revoked.</param>
/// <param name="seed">What all names and numbers follow from.</param>
public sealed class Population(CardIssuer issuer, TestAuthority authority, int seed)
{
    // RPPS numbers of ANS's test range.
    private const string TestRange = "997";

    // The same digits, or one after the other: what people try as a password of an e-CPS.
    private static readonly string[] PlainCodes = ["6666", "6789", "6543"];

    // Of the numbers for fiction.
    private const int MostMobiles = 10_000;

    private readonly ConcurrentDictionary<string, byte> _mobiles = [];

    private static readonly Lazy<TestAuthority> OtherAuthority = new(CardIssuing.OpenOtherAuthority);

    /// <summary>Makes a professional, whom the back ends know.</summary>
    /// <param name="role">What kind of person.</param>
    /// <param name="scenario">The scenario: other scenarios get other people.</param>
    /// <param name="standIn">Where the scenario's back ends are.</param>
    /// <param name="asKnown">
    /// Makes what the back ends know of what is usually known; <see langword="null"/> in answer for somebody whom they do not know.
    /// </param>
    public async Task<Person> CreateAsync(Role role, string scenario, StandIn standIn, Func<DirectoryEntry, DirectoryEntry?>? asKnown = null)
    {
        var faker = new Faker("fr") { Random = new Randomizer(unchecked((seed * 397) ^ StableHash(scenario))) };
        CardOrder order = CardIssuing.Zoo.Find(role.Card);
        CardProfile profile = Invent(order.Profile, role.Identifier, faker);
        IssuedCard issued = IssuerOf(order).Issue(profile, standIn.RevocationListAddress(profile.SerialNumber));
        await standIn.PublishRevocationListAsync(profile.SerialNumber, CardIssuing.RevocationList(AuthorityOf(order), order, issued));
        Correspondence reach = Reach(profile, faker);
        DirectoryEntry usual = DirectoryEntry.Of(profile, reach);
        DirectoryEntry? entry = asKnown is null ? usual : asKnown(usual);
        if (entry is not null)
        {
            await standIn.KnowAsync(entry);
        }

        return new Person(profile, new FaultyCard(order.Prepare(issued.Card)), issued.Certificate, reach, entry ?? usual);
    }

    /// <summary>Issues a card for itself, without anybody in the back ends who holds it.</summary>
    /// <param name="phrase">What card, for example <c>CPS de médecin, code porteur à un essai</c>.</param>
    /// <exception cref="UnknownCardException">A part of the phrase is not known; the message lists what is.</exception>
    public CardBench IssueCard(string phrase)
    {
        CardOrder order = CardIssuing.Zoo.Find(phrase);
        IssuedCard issued = IssuerOf(order).Issue(order.Profile, revocationList: null);
        return new(order.Profile, new FaultyCard(order.Prepare(issued.Card)), issued.Certificate);
    }

    private TestAuthority AuthorityOf(CardOrder order) => order.IsOfOtherAuthority ? OtherAuthority.Value : authority;

    private CardIssuer IssuerOf(CardOrder order) => order.IsOfOtherAuthority ? new(OtherAuthority.Value, CacheFolder.Path) : issuer;

    // Numbers that are never given to anybody (ARCEP, for fiction), and a domain that cannot exist (RFC 2606). There are few numbers, and two
    // people with one would read each other's SMS.
    private Correspondence Reach(CardProfile profile, Faker faker)
    {
        string mobile;
        do
        {
            if (_mobiles.Count >= MostMobiles)
            {
                throw new InvalidOperationException($"a run has mobile numbers for {MostMobiles} people");
            }

            mobile = "+3363998" + faker.Random.ReplaceNumbers("####");
        }
        while (!_mobiles.TryAdd(mobile, 0));
        return new(mobile, $"porteur.{profile.SerialNumber}@cabinet.example");
    }

    private static CardProfile Invent(CardProfile template, IdentifierRegister register, Faker faker)
    {
        string serial = faker.Random.ReplaceNumbers("9#######");
        string number = faker.Random.ReplaceNumbers("#########");
        CardHolder holder = template.Holder with
        {
            IdentifiantNational = template.Holder.Employer is null ? InventIdentifier(register, faker) : InventStaffNumber(template.Holder, number),
        };
        holder = holder.IsNamed
            ? holder with
            {
                FamilyName = faker.Name.LastName().ToUpper(CultureInfo.GetCultureInfo("fr-FR")),
                GivenName = faker.Name.FirstName().ToUpper(CultureInfo.GetCultureInfo("fr-FR")),
            }
            : holder with { Pseudonym = $"EMPLOYE{number}" };
        return template with
        {
            Holder = holder,
            SerialNumber = serial,
            CardNumber = "26" + serial,
            CodePorteur = InventCodePorteur(template.CodePorteur.Length, faker),
            CodeDeblocage = faker.Random.ReplaceNumbers(new string('#', template.CodeDeblocage.Length)),
        };
    }

    // A code that stands anywhere but on the keys and in the card has leaked: nothing else that is typed or shown may look like it. No
    // password of the features begins with a 6, nor does a year.
    private static string InventCodePorteur(int length, Faker faker)
    {
        string code;
        do
        {
            code = "6" + faker.Random.ReplaceNumbers(new string('#', length - 1));
        }
        while (PlainCodes.Contains(code));
        return code;
    }

    private static string InventIdentifier(IdentifierRegister register, Faker faker)
    {
        if (register == IdentifierRegister.ADELI)
        {
            return faker.Random.ReplaceNumbers("099#######");
        }

        string rpps = TestRange + faker.Random.ReplaceNumbers("#######");
        return string.Create(CultureInfo.InvariantCulture, $"8{rpps}{Luhn.KeyOf(rpps)}");
    }

    // The structure stays; in its register everybody has a number.
    private static string InventStaffNumber(CardHolder template, string number) =>
        $"{template.IdentifiantNational.Split('/')[0]}/{number}";

    // string.GetHashCode differs from run to run.
    private static int StableHash(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));
}
