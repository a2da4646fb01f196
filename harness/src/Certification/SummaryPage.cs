using System.Xml.Linq;
using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Certification;

/// <summary>A run as a page for who decides, which prints well: verdict, what is not conforming and whose failure it is, requirements, what was not judged or proved.</summary>
/// <remarks>Needs no network, no script and no pictures.</remarks>
/// <param name="run">The run.</param>
/// <param name="texts">The language.</param>
internal sealed class SummaryPage(RunResult run, ReportTexts texts)
{
    private readonly SummaryTexts _words = SummaryTexts.In(texts.Language);
    private readonly ReportSections _sections = new(run, texts, texts.FileName);

    /// <summary>The page as text.</summary>
    internal string Make() => HtmlPage.Make(
        texts.Language,
        $"{texts.VerdictWord(run.Verdict)} – {texts.Title}, {_words.Title}",
        ReportStyle.Css,
        _sections.Header(
            new XElement("a", new XAttribute("href", _words.OtherFileName), texts.OtherLanguageLink),
            new XElement("a", new XAttribute("href", texts.FileName), _words.DetailLink)),
        new XElement(
            "main",
            new XElement("p", _words.Meaning(run.Verdict)),
            _sections.NotBegun(),
            Failures(),
            _sections.Expectations(),
            _sections.Requirements(),
            _sections.NotJudged(),
            new XElement("section", new XElement("h2", _words.DoesNotProve), new XElement("ul", _words.Limits.Select(limit => new XElement("li", limit))))));

    private XElement? Failures()
    {
        ILookup<Blame?, ScenarioResult> failed = run.Scenarios.Where(scenario => scenario.IsRed).ToLookup(scenario => scenario.Rule?.Blame);
        return run.Scenarios.Count == 0
            ? null
            : new XElement(
                "section",
                new XElement("h2", _words.NotConforming),
                failed.Count == 0 ? new XElement("p", _words.AllConforms) : null,
                from blame in new Blame?[] { Blame.Product, Blame.Configuration, Blame.Harness, null }
                where failed.Contains(blame)
                select new object[]
                {
                    new XElement("h3", _words.BlameTitle(blame)),
                    new XElement("ul", failed[blame].Select(Failure)),
                });
    }

    private XElement Failure(ScenarioResult scenario) => new(
        "li",
        string.Join(' ', scenario.Begun.Requirements),
        " – ",
        new XElement("a", new XAttribute("href", texts.FileName + ReportSections.Anchor(scenario)), new XAttribute("lang", "fr"), scenario.Begun.Title),
        scenario.Steps.Where(step => !step.Step.Passed).Select(step => new XElement(
            "p", new XAttribute("lang", "fr"), "✘ ", new XElement("strong", step.Step.Keyword), $" {XmlText.Clean(step.Step.Text)}")),
        ShortError(XmlText.Clean(scenario.Error!)) is { } error ? new XElement("p", new XAttribute("lang", "fr"), error) : null);

    // The first sentence is what went wrong; all that was seen instead, and what a check looks like in the code, stands in the detail.
    private static string? ShortError(string error)
    {
        const int Longest = 200;
        string line = error.Split('\n', 2)[0].Trim();
        return line.StartsWith("Assert.", StringComparison.Ordinal) ? null : line.Length > Longest ? $"{line[..Longest]}…" : line;
    }
}
