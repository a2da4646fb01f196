using System.Xml.Linq;
using CardConformance.Harness.Biting;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>A run as a page for engineers: verdict, requirements, each scenario as a timeline from the card to the screen.</summary>
/// <remarks>Needs no network and no script; pictures lie beside it in the run's folder. <see cref="SummaryPage"/> is the one for who decides.</remarks>
/// <param name="run">The run.</param>
/// <param name="texts">The language.</param>
internal sealed class ReportPage(RunResult run, ReportTexts texts)
{
    private readonly ReportSections _sections = new(run, texts, detail: "");
    private readonly SummaryTexts _summary = SummaryTexts.In(texts.Language);
    private readonly TimelineSection _timelines = new(run, texts);

    /// <summary>What the scenarios of this version are able to find, or <see langword="null"/> when that was not tried.</summary>
    internal BiteMatrix? Bites { get; init; }

    /// <summary>The page as text.</summary>
    internal string Make() => HtmlPage.Make(
        texts.Language,
        $"{texts.VerdictWord(run.Verdict)} – {texts.Title}",
        Bites is null ? ReportStyle.Css : ReportStyle.Css + BitePage.Css,
        _sections.Header(new XElement("a", new XAttribute("href", texts.OtherFileName), texts.OtherLanguageLink), new XElement("a", new XAttribute("href", _summary.FileName), _summary.Link)),
        new XElement(
            "main",
            _sections.NotBegun(),
            Failures(),
            _sections.Expectations(),
            _sections.Requirements(),
            _sections.NotJudged(),
            Assumptions(),
            BitesMade(),
            new XElement("h2", texts.Scenarios),
            new XElement("p", texts.HowToRead),
            run.Scenarios.Count == 0 ? null : _timelines.Filter(),
            from scenario in run.Scenarios group scenario by scenario.Begun.Feature into feature select Feature(feature)));

    private XElement? Failures()
    {
        ScenarioResult[] failed = [.. run.Scenarios.Where(scenario => scenario.IsRed)];
        return failed.Length == 0
            ? null
            : new XElement(
                "section",
                new XElement("h2", texts.Failures),
                new XElement("ul", failed.Select(scenario => new XElement(
                    "li",
                    new XElement("a", new XAttribute("href", ReportSections.Anchor(scenario)), scenario.Begun.Title),
                    _sections.Blamed(scenario),
                    new XElement("pre", XmlText.Clean(scenario.Error!))))));
    }

    // Only of scenarios that ran: what nobody leaned on needs no declaring.
    private XElement? Assumptions()
    {
        var used = (from scenario in run.Scenarios from assumption in scenario.Assumptions select (Scenario: scenario, Assumption: assumption))
            .GroupBy(use => (use.Assumption.French, use.Assumption.English))
            .ToList();
        return used.Count == 0
            ? null
            : new XElement(
                "section",
                new XElement("h2", texts.Assumptions),
                new XElement("p", texts.AssumptionsMeaning),
                used.Select(uses => new XElement(
                    "details",
                    new XAttribute("class", "scenario"),
                    new XElement(
                        "summary",
                        texts.Language == "fr" ? uses.Key.French : uses.Key.English,
                        new XElement("span", new XAttribute("class", "time"), texts.Uses(uses.Sum(use => use.Assumption.Services.Count), uses.Count()))),
                    new XElement("ul", uses.Select(use => new XElement(
                        "li",
                        new XElement("a", new XAttribute("href", ReportSections.Anchor(use.Scenario)), new XAttribute("lang", "fr"), use.Assumption.Subject),
                        new XElement("span", new XAttribute("lang", "fr"), $" : {string.Join(" ; ", use.Assumption.Services)}")))))));
    }

    private XElement? BitesMade()
    {
        BiteTexts words = BiteTexts.In(texts.Language);
        return Bites is null
            ? null
            : new XElement(
                "section",
                new XElement("h2", words.Title),
                BitePage.Explanation(Bites, words),
                new XElement("details", new XElement("summary", words.Count(Bites.Caught, Bites.Bites.Count)), BitePage.Table(Bites, words)));
    }

    private XElement Feature(IGrouping<string, ScenarioResult> feature) =>
        new("section", new XElement("h3", new XAttribute("lang", "fr"), feature.Key), feature.Select(Scenario));

    private XElement Scenario(ScenarioResult scenario) => new(
        "details",
        new XAttribute("id", scenario.Begun.Id),
        new XAttribute("class", "scenario"),
        scenario.Passed || scenario.NotTestable is not null ? null : new XAttribute("open", "open"),
        new XElement(
            "summary",
            ReportSections.Badge("span", ReportSections.Mark([scenario]), scenario.NotTestable is not null ? texts.NotTestable : scenario.Passed ? texts.Passed : texts.Failed),
            " ",
            string.Join(' ', scenario.Begun.Requirements),
            " – ",
            new XElement("span", new XAttribute("lang", "fr"), scenario.Begun.Title),
            new XElement("span", new XAttribute("class", "time"), _sections.Seconds(scenario.Duration))),
        scenario.NotTestable is { } reason ? new XElement("p", reason) : null,
        scenario.Error is { } error ? new XElement("pre", new XAttribute("class", "error"), XmlText.Clean(error)) : null,
        _sections.Blamed(scenario),
        _timelines.Of(scenario),
        Files(scenario));

    private XElement Files(ScenarioResult scenario)
    {
        string folder = Path.Combine(run.Folder.Scenarios, scenario.Begun.Id);
        IEnumerable<string> files = Directory.EnumerateFiles(folder)
            .Select(file => Path.GetFileName(file))
            .Where(file => file == ScenarioEvidence.TraceFile || Path.GetExtension(file) == ".zip")
            .Order();
        return new(
            "p",
            new XAttribute("class", "files"),
            texts.Files,
            " : ",
            files.Select(file => new object[] { new XElement("a", new XAttribute("href", $"../scenarios/{scenario.Begun.Id}/{file}"), file), " " }));
    }
}
