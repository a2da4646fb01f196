using System.Text.RegularExpressions;

namespace CardConformance.Harness.Features;

/// <summary>Words of machines in sentences of people: addresses, ports, paths, hexadecimal.</summary>
internal static partial class TechnicalWords
{
    private static readonly Regex[] Kinds = [Address(), HostName(), Port(), FilePath(), FileName(), Bytes(), Number()];

    internal static IEnumerable<string> In(string words) => Kinds.SelectMany(kind => kind.Matches(words)).Select(match => match.Value.Trim()).Distinct();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]*://\S*|\bwww\.\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\blocalhost\b|\b[\w-]+(\.[\w-]+)*\.(fr|com|org|net|eu|test|example|local)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HostName();

    // 10:30 is a time, and no port.
    [GeneratedRegex(@"\bports? [0-9]+|\p{L}:[0-9]{2,5}\b|[0-9]:[0-9]{3,5}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Port();

    // 12/03/1985 is a date, and et/ou is French.
    [GeneratedRegex(@"(?<![\p{L}0-9<>])(~|\.{1,2})?/[\p{L}0-9.][\w./-]*|\p{L}[\w.-]*/[\w.-]+/[\w./-]*|\b[A-Z]:\\\S*")]
    private static partial Regex FilePath();

    [GeneratedRegex(@"\b[\w-]+\.(json|csv|xml|html?|feature|ya?ml|txt|log|png|zip|pem|cer|crt|cs|js)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    // A command begins with its class; 06 12 34 56 78 is a telephone.
    [GeneratedRegex(@"(?<![0-9A-F])(00|80|90)( [0-9A-F]{2})+\b")]
    private static partial Regex Bytes();

    // Figures and letters up to F mixed. Not a code d'ajout (one letter, five figures), nor what somebody might type as a password.
    [GeneratedRegex(@"\b0x[0-9A-Fa-f]+\b|\b(?![A-F][0-9]{5}\b)(?=[A-F]*[0-9])(?=[0-9]*[A-F])[0-9A-F]{4,}\b|\b(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8,}\b")]
    private static partial Regex Number();
}
