using System.Text.RegularExpressions;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>The ids that pages of the reference and of the example service carry, read from their sources.</summary>
internal static partial class ReferencePages
{
    private static readonly string Folder = Path.Combine(Repository.Root, "harness", "reference");

    /// <summary>All ids.</summary>
    internal static IReadOnlySet<string> Ids { get; } = InPages().Concat(InTexts()).Concat(InService()).ToHashSet();

    // <Document Screen="accueil" …>, or an expression with several ids in it.
    private static IEnumerable<string> InPages() =>
        from file in Directory.EnumerateFiles(Folder, "*.razor", SearchOption.AllDirectories)
        from document in Document().Matches(File.ReadAllText(file))
        let expression = document.Groups["expression"].Value
        from id in document.Groups["text"].Success ? [] : expression.Length == 0 ? [document.Groups["id"].Value] : Literal().Matches(expression).Select(literal => literal.Groups[1].Value)
        select id;

    // Pages that take everything from a table of texts: the id comes first in each row.
    private static IEnumerable<string> InTexts() =>
        from file in Directory.EnumerateFiles(Folder, "*Text.cs", SearchOption.AllDirectories)
        from row in Row().Matches(File.ReadAllText(file))
        select row.Groups[1].Value;

    // page("service-accueil", …
    private static IEnumerable<string> InService() =>
        ServicePage().Matches(File.ReadAllText(Path.Combine(Repository.Root, "harness", "pro-sante-connect", "service", "pages.js"))).Select(page => page.Groups[1].Value);

    [GeneratedRegex(@"\bpage\(""([a-z0-9-]+)"",")]
    private static partial Regex ServicePage();

    [GeneratedRegex(@"<Document Screen=""(?:@\((?<expression>.*?)\)""|(?<id>[^@""]+)""|(?<text>@))|data-ecran=""(?<id>[a-z0-9-]+)""", RegexOptions.Singleline)]
    private static partial Regex Document();

    [GeneratedRegex(@"""([^""]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"new\(\s*""([a-z0-9-]+)"",")]
    private static partial Regex Row();
}
