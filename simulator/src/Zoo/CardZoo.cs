using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Zoo;

/// <summary>Finds cards by a phrase in French: <c>CPS de médecin, certificat expiré, code porteur à un essai</c>.</summary>
/// <remarks>
/// The first part is the name of a profile, or the first part of its description; further parts are further parts of the
/// description, or conditions. Case and accents do not matter.
/// </remarks>
/// <param name="folder">The folder of the profiles; <c>others/autres.json</c> in it lists cards that are no professional's.</param>
public sealed class CardZoo(string folder)
{
    private const string Separator = ", ";

    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    private readonly CardCatalogue _catalogue = new(folder);

    /// <summary>The cards that are no professional's.</summary>
    /// <exception cref="FixtureException">Their file is wrong.</exception>
    public IReadOnlyList<ForeignCard> Others => FixtureObject.Load(Path.Combine(folder, "others", "autres.json"))
        .Whole(file => file.List("cards", card => new ForeignCard(card.Text("phrase"), card.Has("atr") ? card.Bytes("atr", 2, 33) : [])));

    /// <summary>The card that is no professional's and bears this name, or <see langword="null"/>; a profile of that name comes first.</summary>
    /// <param name="phrase">For example <c>carte Vitale</c>.</param>
    public ForeignCard? FindOther(string phrase) =>
        _catalogue.Names.Contains(phrase) ? null : Others.FirstOrDefault(card => Same(card.Phrase, phrase.Trim()));

    /// <summary>The professional's card that a phrase asks for.</summary>
    /// <param name="phrase">The phrase, or the name of a profile.</param>
    /// <exception cref="UnknownCardException">A part of it is not known; the message lists what is.</exception>
    /// <exception cref="FixtureException">The profile is wrong.</exception>
    public CardOrder Find(string phrase)
    {
        string[] parts = phrase.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string first = parts.FirstOrDefault() ?? "";
        List<CardProfile> candidates = Candidates(first);
        if (candidates.Count == 0)
        {
            throw UnknownCardException.Named(first, [.. _catalogue.Names, .. Others.Select(card => $"\"{card.Phrase}\"")]);
        }

        List<CardCondition> conditions = [];
        foreach (string part in parts[1..])
        {
            List<CardProfile> narrower = [.. candidates.Where(card => PartsOf(card).Any(known => Same(known, part)))];
            if (narrower.Count > 0)
            {
                candidates = narrower;
            }
            else
            {
                conditions.Add(ConditionNamed(part, conditions));
            }
        }

        return conditions.Count == 0 ? new(candidates[0], []) : new(Renumber(Change(candidates[0], conditions), phrase), conditions);
    }

    private static CardProfile Change(CardProfile profile, List<CardCondition> conditions) =>
        conditions.Aggregate(profile, (changed, condition) => condition.OfProfile(changed));

    // Middlewares keep files by serial number: a card with something special is another card, and the same one for the same phrase.
    private static CardProfile Renumber(CardProfile profile, string phrase)
    {
        uint hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{profile.CardNumber}/{phrase}")));
        string serial = string.Create(CultureInfo.InvariantCulture, $"96{hash % 1_000_000:D6}");
        return profile with { SerialNumber = serial, CardNumber = "26" + serial, Description = phrase };
    }

    private static CardCondition ConditionNamed(string words, List<CardCondition> before)
    {
        CardCondition condition = CardCondition.All.FirstOrDefault(known => Same(known.Words, words))
            ?? throw new UnknownCardException(
                $"\"{words}\" is not known about a card; known are: {string.Join(Separator, CardCondition.All.Select(known => known.Words))}.");
        return before.Find(other => other.Subject == condition.Subject) is { } other
            ? throw new UnknownCardException($"\"{other.Words}\" and \"{condition.Words}\" contradict each other.")
            : condition;
    }

    private static string[] PartsOf(CardProfile card) => card.Description.Split(Separator);

    private static bool Same(string left, string right) =>
        French.Compare(left, right, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private List<CardProfile> Candidates(string first) => _catalogue.Names.Contains(first)
        ? [_catalogue.Load(first)]
        : [.. _catalogue.Names.Select(_catalogue.Load).Where(card => Same(PartsOf(card)[0], first))];
}
