using System.Text.RegularExpressions;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Features;

/// <summary>Reads a tag expression, word by word.</summary>
internal sealed partial class TagExpressionParser
{
    private const string Example = "for example \"A_05 or B_* and not (A_07 or A_08)\"";

    private readonly string _text;
    private readonly IReadOnlyCollection<string> _known;
    private readonly string[] _words;
    private int _next;

    internal TagExpressionParser(string text, IReadOnlyCollection<string> known)
    {
        _text = text;
        _known = known;
        _words = [.. Word().Matches(text).Select(word => word.Value)];
    }

    private string? Next => _next < _words.Length ? _words[_next] : null;

    private string Before => _next == 0 ? "at the beginning" : $"after \"{_words[_next - 1]}\"";

    internal TagExpression Parse()
    {
        TagExpression expression = ParseOr();
        return Next switch
        {
            null => expression,
            ")" => throw Mistake("this \")\" closes nothing"),
            _ => throw Mistake($"\"and\" or \"or\" is missing between \"{_words[_next - 1]}\" and \"{Next}\""),
        };
    }

    private TagExpression ParseOr()
    {
        TagExpression left = ParseAnd();
        while (Take("or"))
        {
            left = new TagExpression.Or(left, ParseAnd());
        }

        return left;
    }

    private TagExpression ParseAnd()
    {
        TagExpression left = ParseNot();
        while (Take("and"))
        {
            left = new TagExpression.And(left, ParseNot());
        }

        return left;
    }

    private TagExpression ParseNot()
    {
        if (Take("not"))
        {
            return new TagExpression.Not(ParseNot());
        }

        if (!Take("("))
        {
            return ParseTag();
        }

        TagExpression inside = ParseOr();
        return Take(")") ? inside : throw Mistake(Next is null ? "a \")\" is missing at the end" : $"\"and\", \"or\" or \")\" is expected before \"{Next}\"");
    }

    private TagExpression.Tags ParseTag()
    {
        if (Next is null or "and" or "or" or ")")
        {
            throw Mistake($"a tag is expected {Before}{(Next is null ? "" : $", found \"{Next}\"")}, {Example}");
        }

        // Features write tags with an @.
        string wanted = Next.TrimStart('@');
        _next++;
        var pattern = new Regex($"^{Regex.Escape(wanted).Replace(@"\*", ".*", StringComparison.Ordinal)}$");
        string[] names = [.. _known.Where(name => pattern.IsMatch(name)).Order(StringComparer.Ordinal)];
        return names.Length > 0
            ? new(names)
            : throw Mistake($"no scenario is tagged {wanted}; tags there are: {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
    }

    private bool Take(string word)
    {
        if (Next != word)
        {
            return false;
        }

        _next++;
        return true;
    }

    private UserException Mistake(string what) => new($"--tags \"{_text}\": {what}.");

    [GeneratedRegex(@"[()]|[^\s()]+")]
    private static partial Regex Word();
}
