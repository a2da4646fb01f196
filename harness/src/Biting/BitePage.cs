using System.Xml.Linq;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Biting;

/// <summary>A matrix as a page to read. Needs no network, no script and nothing beside it.</summary>
/// <param name="matrix">The matrix.</param>
/// <param name="texts">The language.</param>
internal sealed class BitePage(BiteMatrix matrix, BiteTexts texts)
{
    // Wide tables become lists where there is no room. Without <, > and &, as all styles here.
    internal const string Css =
        """
        .verdict.all { border-color: var(--good); color: var(--good); }
        .bites { width: 100%; background: var(--card); }
        .bites .badge { white-space: normal; }
        .bites ul { margin: 0; padding-left: 1.1rem; }
        .bites small { display: block; color: var(--quiet); overflow-wrap: anywhere; }
        @media (max-width: 40rem) {
          .bites thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .bites tr { display: block; padding: .5rem 0; border-bottom: 2px solid var(--line); }
          .bites th, .bites td { display: block; border: 0; padding: .1rem .6rem; }
        }
        """;

    /// <summary>The page as text.</summary>
    internal string Make() => HtmlPage.Make(
        texts.Language,
        $"{texts.Count(matrix.Caught, matrix.Bites.Count)} – {texts.Title}",
        ReportStyle.Css + Css,
        new XElement(
            "header",
            new XElement("p", new XElement("a", new XAttribute("href", texts.OtherFileName), texts.OtherLanguageLink)),
            new XElement("h1", texts.Title),
            new XElement(
                "p",
                new XAttribute("class", matrix.Caught == matrix.Bites.Count ? "verdict all" : "verdict"),
                texts.Count(matrix.Caught, matrix.Bites.Count))),
        new XElement("main", Explanation(matrix, texts), Table(matrix, texts), Idle()));

    /// <summary>What was done, when, with what, and how far it goes.</summary>
    internal static XElement[] Explanation(BiteMatrix matrix, BiteTexts texts) =>
    [
        new("p", texts.Meaning),
        new("p", texts.Extent(matrix.Whole)),
        new("p", texts.Unproved(matrix)),
        new("p", texts.Made(matrix)),
        .. matrix.IsComplete ? Array.Empty<XElement>() : [new("p", texts.Partial(matrix.Left.Count))],
    ];

    /// <summary>Each defect with what found it.</summary>
    internal static XElement Table(BiteMatrix matrix, BiteTexts texts) => new(
        "table",
        new XAttribute("class", "bites"),
        new XElement("thead", new XElement(
            "tr",
            new[] { texts.Defect, texts.Requirement, texts.Result, texts.Scenarios }.Select(title => new XElement("th", new XAttribute("scope", "col"), title)))),
        new XElement("tbody", matrix.Bites.Select(bite => new XElement(
            "tr",
            new XElement("th", new XAttribute("scope", "row"), texts.Words(bite.Defect), new XElement("small", bite.Defect.Name)),
            new XElement("td", string.Join(' ', bite.Defect.Requirements)),
            new XElement("td", new XAttribute("class", bite.IsCaught ? "badge passed" : "badge failed"), Result(bite, texts)),
            new XElement("td", bite.Problem is { } problem ? XmlText.Clean(problem) : Scenarios(bite, texts))))));

    private static string Result(Bite bite, BiteTexts texts) => bite.IsCaught
        ? $"✔ {texts.Word(BiteOutcome.Caught)}"
        : "✘ " + string.Join(" ; ", bite.Defect.Requirements
            .GroupBy(bite.OutcomeOf)
            .Where(outcome => outcome.Key != BiteOutcome.Caught)
            .Select(outcome => $"{string.Join(' ', outcome)} {texts.Word(outcome.Key)}"));

    // What caught it needs no explanation beside what is wrong; what did not count does.
    private static object Scenarios(Bite bite, BiteTexts texts) => bite.Red.Count == 0
        ? texts.Nothing
        : new XElement("ul", bite.Red.Select(red => new XElement(
            "li",
            $"{string.Join(' ', red.Requirements)} ",
            new XElement("span", new XAttribute("lang", "fr"), red.Title),
            red.Catches(bite.Defect)
                ? null
                : new XElement("small", $"{texts.WhyNot(bite.Defect, red)} ", new XElement("span", new XAttribute("lang", "fr"), XmlText.Clean(red.Message))))));

    private XElement Idle() => new(
        "section",
        new XElement("h2", texts.Idle),
        new XElement("p", texts.IdleMeaning),
        matrix.Idle.Count == 0
            ? new XElement("p", texts.Nothing)
            : new XElement("details", new XElement("summary", $"{matrix.Idle.Count}"), new XElement("ul", new XAttribute("lang", "fr"), matrix.Idle.Select(played => new XElement(
                "li",
                $"{string.Join(' ', played.Requirements)} {played.Title}")))));
}
