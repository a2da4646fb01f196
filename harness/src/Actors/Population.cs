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

    // Long enough to find the last one of a thousand codes.
    private const int MostDraws = 100_000;

    // Made of these no name is a word of any page, so that it tells whose it is wherever it stands; accents are among them.
    private static readonly string[][] NameParts =
    [
        ["Bal", "Bré", "Cam", "Dor", "Fau", "Gal", "Hér", "Jol", "Kér", "Lan", "Mor", "Név", "Pel", "Qué", "Rou", "Sab", "Tré", "Var", "Vil", "Zol"],
        ["ba", "bé", "cou", "da", "fi", "ga", "lu", "ma", "nè", "pi", "ro", "sa", "ti", "vo", "za", "chou", "gui", "lan", "mon", "ri"],
        ["bo", "cla", "dri", "fo", "gno", "la", "mé", "no", "pla", "quo", "ra", "si", "to", "vu", "xa", "bri", "cré", "li", "mu", "zé"],
        ["card", "bert", "deau", "fier", "gnac", "land", "mont", "noux", "pière", "quet", "rec", "sart", "tain", "vel", "vière", "zac", "doux", "lec", "rault", "tèche"],
    ];

    private readonly ConcurrentDictionary<(string What, string Value), byte> _taken = [];

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
        CardOrder order = CardIssuing.Zoo.Find(role.Card);
        (CardProfile profile, Correspondence reach) = Invent(order.Profile, role.Identifier, scenario);
        IssuedCard issued = IssuerOf(order).Issue(profile, standIn.RevocationListAddress(profile.SerialNumber));
        await standIn.PublishRevocationListAsync(profile.SerialNumber, CardIssuing.RevocationList(AuthorityOf(order), order, issued));
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

    /// <summary>A code porteur that nobody in the run has, for somebody who chooses another one.</summary>
    /// <param name="length">How many digits.</param>
    /// <param name="scenario">The scenario.</param>
    public string InventCodePorteur(int length, string scenario)
    {
        Randomizer draws = DrawsFor("code porteur", scenario);
        return Unique("code porteur", () => CodePorteur(length, draws));
    }

    /// <summary>Invents somebody: nobody else in the run has their name, number, address, identifier or codes.</summary>
    /// <param name="template">The card.</param>
    /// <param name="register">Where the identifier comes from.</param>
    /// <param name="scenario">The scenario.</param>
    internal (CardProfile Profile, Correspondence Reach) Invent(CardProfile template, IdentifierRegister register, string scenario)
    {
        CardProfile profile = InventHolder(template, register, scenario);
        return (profile, Reach(profile, scenario));
    }

    // Numbers that are never given to anybody (ARCEP, for fiction), and a domain that cannot exist (RFC 2606). There are few numbers, and two
    // people with one would read each other's SMS.
    private Correspondence Reach(CardProfile profile, string scenario)
    {
        Randomizer draws = DrawsFor("mobile number", scenario);
        return new(Unique("mobile number", () => "+3363998" + draws.ReplaceNumbers("####")), $"porteur.{profile.SerialNumber}@cabinet.example");
    }

    private CardProfile InventHolder(CardProfile template, IdentifierRegister register, string scenario)
    {
        Randomizer draws = DrawsFor("person", scenario);
        string serial = Unique("card number", () => draws.ReplaceNumbers("9#######"));
        CardHolder holder = template.Holder with
        {
            IdentifiantNational = Unique("national identifier", () => template.Holder.Employer is null
                ? InventIdentifier(register, draws)
                : InventStaffNumber(template.Holder, draws.ReplaceNumbers("#########"))),
        };
        holder = holder.IsNamed
            ? holder with
            {
                FamilyName = Unique("family name", () => InCapitals(string.Concat(NameParts.Select(part => draws.ArrayElement(part))))),
                GivenName = InCapitals(new Faker("fr") { Random = draws }.Name.FirstName()),
            }
            : holder with { Pseudonym = $"EMPLOYE{draws.ReplaceNumbers("#########")}" };
        return template with
        {
            Holder = holder,
            SerialNumber = serial,
            CardNumber = "26" + serial,
            CodePorteur = InventCodePorteur(template.CodePorteur.Length, scenario),
            CodeDeblocage = Unique("code de déblocage", () => draws.ReplaceNumbers(new string('#', template.CodeDeblocage.Length))),
        };
    }

    private static string InCapitals(string name) => name.ToUpper(CultureInfo.GetCultureInfo("fr-FR"));

    // Whoever comes second draws again: only what was taken differs then from run to run, since everything is drawn for itself.
    private Randomizer DrawsFor(string what, string scenario) => new(unchecked((seed * 397) ^ StableHash($"{what} of {scenario}")));

    private string Unique(string what, Func<string> draw)
    {
        for (int draws = 0; draws < MostDraws; draws++)
        {
            string value = draw();
            if (_taken.TryAdd((what, value), 0))
            {
                return value;
            }
        }

        throw new InvalidOperationException($"this run has no {what} left for one more person: {_taken.Keys.Count(taken => taken.What == what)} are taken");
    }

    // A code that stands anywhere but on the keys and in the card has leaked: nothing else that is typed or shown may look like it. No
    // password of the features begins with a 6, nor does a year.
    private static string CodePorteur(int length, Randomizer draws)
    {
        string code;
        do
        {
            code = "6" + draws.ReplaceNumbers(new string('#', length - 1));
        }
        while (PlainCodes.Contains(code));
        return code;
    }

    private static string InventIdentifier(IdentifierRegister register, Randomizer draws)
    {
        if (register == IdentifierRegister.ADELI)
        {
            return draws.ReplaceNumbers("099#######");
        }

        string rpps = TestRange + draws.ReplaceNumbers("#######");
        return string.Create(CultureInfo.InvariantCulture, $"8{rpps}{Luhn.KeyOf(rpps)}");
    }

    // The structure stays; in its register everybody has a number.
    private static string InventStaffNumber(CardHolder template, string number) =>
        $"{template.IdentifiantNational.Split('/')[0]}/{number}";

    // string.GetHashCode differs from run to run.
    private static int StableHash(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));
}
