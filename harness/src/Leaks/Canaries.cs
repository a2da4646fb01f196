using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CardConformance.Harness.Actors;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Leaks;

/// <summary>What is looked for in a run: names, numbers, addresses and codes of all its people.</summary>
/// <remarks>Thread-safe; in memory only. A text is read once, whatever the number of people.</remarks>
public sealed partial class Canaries
{
    private readonly ConcurrentDictionary<(CanaryKind Kind, string Value), string> _owners = [];
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> _codes = [];

    /// <summary>Scenarios with the codes of their cards.</summary>
    internal IEnumerable<(string Owner, IReadOnlyCollection<string> Codes)> Codes =>
        _codes.Select(one => (one.Key, (IReadOnlyCollection<string>)[.. one.Value.Keys]));

    /// <summary>Looks for a person from now on.</summary>
    /// <param name="owner">Id of the scenario that the person belongs to.</param>
    /// <param name="person">The person.</param>
    public void Add(string owner, Person person) => Add(owner, person.Profile, person.Reach);

    internal void Add(string owner, CardProfile profile, Correspondence reach)
    {
        AddCode(owner, profile.CodePorteur);
        AddCode(owner, profile.CodeDeblocage);
        _owners[(CanaryKind.Mobile, reach.Mobile[^NationalDigits..])] = owner;
        _owners[(CanaryKind.Email, Fold(reach.Email))] = owner;
        if (profile.Holder.FamilyName is { } name)
        {
            _owners[(CanaryKind.FamilyName, Fold(name))] = owner;
        }
    }

    /// <summary>Looks for a code from now on, where its scenario's output is searched.</summary>
    /// <param name="owner">Id of the scenario.</param>
    /// <param name="code">A code of the card.</param>
    public void AddCode(string owner, string code) => _codes.GetOrAdd(owner, _ => [])[code] = 0;

    /// <summary>The first thing that stands where it must not, in words; <see langword="null"/> when all is as it should be.</summary>
    /// <param name="scenario">Id of the scenario that put it out.</param>
    /// <param name="outputs">What was put out.</param>
    public string? FindLeak(string scenario, IEnumerable<Output> outputs) => outputs.SelectMany(output => LeaksIn(scenario, output)).FirstOrDefault();

    private IEnumerable<string> LeaksIn(string scenario, Output output)
    {
        IReadOnlyCollection<string> codes = _codes.TryGetValue(scenario, out var own) ? [.. own.Keys] : [];
        foreach (string reading in Readings(output.Text))
        {
            if (CodeSearch.Holds(reading, codes) && LeakRules.Of(CanaryKind.CardCode, isOwn: true, output.Place) == LeakRule.Leak)
            {
                yield return $"Un code de la carte est sorti de la carte et de la fenêtre où on le tape : {output.Where}.";
            }

            foreach (Canary found in PeopleIn(reading))
            {
                switch (LeakRules.Of(found.Kind, found.Owner == scenario, output.Place))
                {
                    case LeakRule.Leak:
                        yield return $"{Words(found.Kind)} de la personne est là où d'autres le lisent : {output.Where}.";
                        break;
                    case LeakRule.MixUp:
                        yield return $"{Words(found.Kind)} de la personne d'un autre scénario ({found.Owner}) est là où il n'a rien à faire : {output.Where}.";
                        break;
                }
            }
        }
    }

    private IEnumerable<Canary> PeopleIn(string text)
    {
        string folded = Fold(text);
        foreach (Match word in Word().Matches(folded))
        {
            if (Known(CanaryKind.FamilyName, word.Value) is { } name)
            {
                yield return name;
            }
        }

        foreach (Match number in MobileNumber().Matches(folded))
        {
            if (Known(CanaryKind.Mobile, string.Concat(number.Value.Where(char.IsAsciiDigit))[^NationalDigits..]) is { } mobile)
            {
                yield return mobile;
            }
        }

        foreach (Match address in MailAddress().Matches(folded))
        {
            if (Known(CanaryKind.Email, address.Value) is { } email)
            {
                yield return email;
            }
        }
    }

    private Canary? Known(CanaryKind kind, string value) => _owners.TryGetValue((kind, value), out string? owner) ? new(kind, value, owner) : null;

    private const int NationalDigits = 9;

    // The same in other writing: addresses escape, JSON and HTML too.
    private static IEnumerable<string> Readings(string text)
    {
        yield return text;
        if (text.Contains('%'))
        {
            yield return Uri.UnescapeDataString(text);
        }

        if (text.Contains("\\u", StringComparison.Ordinal))
        {
            yield return EscapedCharacter().Replace(text, escaped => ((char)int.Parse(escaped.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        }

        if (text.Contains("&#", StringComparison.Ordinal))
        {
            yield return WebUtility.HtmlDecode(text);
        }
    }

    // Capitals without accents, as names stand on cards and in addresses.
    private static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToUpperInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (char character in WithoutHalves().Replace(text, " ").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToUpperInvariant(character));
            }
        }

        return folded.ToString();
    }

    private static string Words(CanaryKind kind) => kind switch
    {
        CanaryKind.FamilyName => "Le nom",
        CanaryKind.Mobile => "Le numéro de mobile",
        CanaryKind.Email => "L'adresse électronique",
        _ => "Un code",
    };

    [GeneratedRegex(@"\p{L}{6,}")]
    private static partial Regex Word();

    // +33639981234, 0033 6 39 98 12 34, 06.39.98.12.34
    [GeneratedRegex(@"(?<![0-9])(\+|00)?(33|0)?[\s.-]?6([\s.-]?[0-9]){8}(?![0-9])")]
    private static partial Regex MobileNumber();

    [GeneratedRegex(@"[A-Z0-9._+-]+@[A-Z0-9.-]+\.EXAMPLE")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}")]
    private static partial Regex EscapedCharacter();

    // What is no whole character cannot be normalised.
    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]")]
    private static partial Regex WithoutHalves();
}
