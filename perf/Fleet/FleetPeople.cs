using System.Globalization;
using Bogus;
using CardConformance.Harness.Actors;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Perf.Fleet;

/// <summary>The holders of a fleet's cards: the same person for the same number, each with numbers and codes of their own.</summary>
/// <remarks>They take turns in all professions and kinds of card of <c>fixtures/cards</c> that have a code porteur.</remarks>
internal sealed class FleetPeople
{
    /// <summary>How many there can be: an RPPS number of the test range has seven digits of its own.</summary>
    internal const int Most = 10_000_000;

    private const int FirstSerial = 10_000_000;
    private const int Names = 500;

    // A prime, so that cards beside each other have codes far apart.
    private const int CodeStep = 7919;

    private readonly CardProfile[] _templates;
    private readonly string[] _familyNames;
    private readonly string[] _givenNames;

    internal FleetPeople()
    {
        CardCatalogue catalogue = CardIssuing.Catalogue;
        _templates = [.. catalogue.Names.Select(catalogue.Load).Where(card => card.Generation.FindCode(CodeRole.CodePorteur) is not null)];
        var faker = new Faker("fr") { Random = new Randomizer(1) };
        _familyNames = [.. Enumerable.Range(0, Names).Select(_ => InCapitals(faker.Name.LastName()))];
        _givenNames = [.. Enumerable.Range(0, Names).Select(_ => InCapitals(faker.Name.FirstName()))];
    }

    /// <summary>The serial number of a card's chip, eight digits.</summary>
    internal static int SerialOf(int number) => FirstSerial + number;

    /// <summary>The code porteur of a card, four digits.</summary>
    internal static int CodeOf(int number) => (int)((long)number * CodeStep % 10_000);

    /// <summary>The profile of a card.</summary>
    /// <param name="number">Its number, from 0 on, below <see cref="Most"/>.</param>
    internal CardProfile ProfileOf(int number)
    {
        CardProfile template = _templates[number % _templates.Length];
        CardHolder holder = template.Holder;
        string serial = SerialOf(number).ToString("D8", CultureInfo.InvariantCulture);
        return template with
        {
            SerialNumber = serial,
            CardNumber = "26" + serial,
            CodePorteur = CodeOf(number).ToString("D4", CultureInfo.InvariantCulture),
            Holder = holder with
            {
                IdentifiantNational = IdentifierLike(holder, number),
                FamilyName = holder.IsNamed ? _familyNames[number % Names] : null,
                GivenName = holder.IsNamed ? _givenNames[number / Names % Names] : null,
                Pseudonym = holder.IsNamed ? null : string.Create(CultureInfo.InvariantCulture, $"EMPLOYE{number:D9}"),
            },
        };
    }

    private static string IdentifierLike(CardHolder holder, int number)
    {
        if (holder.Employer is not null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{holder.IdentifiantNational.AsSpan(0, holder.IdentifiantNational.IndexOf('/', StringComparison.Ordinal))}/{number:D9}");
        }

        if (holder.IdentifiantNational[0] == '0')
        {
            return string.Create(CultureInfo.InvariantCulture, $"099{number:D7}");
        }

        string rpps = string.Create(CultureInfo.InvariantCulture, $"997{number:D7}");
        return string.Create(CultureInfo.InvariantCulture, $"8{rpps}{Luhn.KeyOf(rpps)}");
    }

    private static string InCapitals(string name) => name.ToUpper(CultureInfo.GetCultureInfo("fr-FR"));
}
