using System.Globalization;
using System.Xml.Linq;
using CardConformance.Harness.Biting;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>A run as a page to read: verdict, requirements, each scenario with its steps, pictures and exchanges with the card.</summary>
/// <remarks>Needs no network and no script; pictures lie beside it in the run's folder.</remarks>
/// <param name="run">The run.</param>
/// <param name="texts">The language.</param>
internal sealed class ReportPage(RunResult run, ReportTexts texts)
{
    private const int LongestShownResponse = 120;

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(texts.Language == "fr" ? "fr-FR" : "en-GB");

    /// <summary>What the scenarios of this version are able to find, or <see langword="null"/> when that was not tried.</summary>
    internal BiteMatrix? Bites { get; init; }

    /// <summary>The page as text.</summary>
    internal string Make() => "<!DOCTYPE html>\n" + new XElement(
        "html",
        new XAttribute("lang", texts.Language),
        new XElement(
            "head",
            new XElement("meta", new XAttribute("charset", "utf-8")),
            new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            new XElement("title", $"{texts.VerdictWord(run.Verdict)} – {texts.Title}"),
            new XElement("style", Bites is null ? ReportStyle.Css : ReportStyle.Css + BitePage.Css)),
        new XElement(
            "body",
            Header(),
            new XElement(
                "main",
                NotBegun(),
                Failures(),
                Expectations(),
                Requirements(),
                NotJudged(),
                Assumptions(),
                BitesMade(),
                new XElement("h2", texts.Scenarios),
                new XElement("p", texts.HowToRead),
                from scenario in run.Scenarios group scenario by scenario.Begun.Feature into feature select Feature(feature))));

    private static XElement Definition(string term, string value) =>
        new("div", new XElement("dt", term), new XElement("dd", value));

    private static string Anchor(ScenarioResult scenario) => "#" + scenario.Begun.Id;

    private XElement Header()
    {
        int passed = run.Scenarios.Count(scenario => scenario.Passed);
        return new(
            "header",
            new XElement("p", new XElement("a", new XAttribute("href", texts.OtherFileName), texts.OtherLanguageLink)),
            new XElement("h1", texts.Title),
            new XElement("p", new XAttribute("class", $"verdict {run.Verdict}"), texts.VerdictWord(run.Verdict)),
            new XElement("p", texts.Summary(passed, run.Scenarios.Count)),
            new XElement(
                "dl",
                Definition(texts.Started, run.Info.Started.ToLocalTime().ToString("f", _culture)),
                Definition(texts.Target, $"{run.Info.Target} {run.Info.TargetVersion}".TrimEnd()),
                run.Info.Plan is { } plan ? Definition(texts.Plan, texts.PlanWords(plan, run.Info.PlanRevision)) : null,
                run.Info.Shard is { } shard ? Definition(texts.Part, shard) : null,
                run.Info.Resumed > 0 ? Definition(texts.Resumed, run.Info.Resumed.ToString(_culture)) : null,
                run.Info.Tags.Count > 0 ? Definition(texts.Limited, string.Join(", ", run.Info.Tags)) : null,
                Definition(texts.Workers, run.Info.Workers.ToString(_culture)),
                Definition(texts.Seed, run.Info.Seed.ToString(CultureInfo.InvariantCulture)),
                Definition(texts.Version, ShortVersion(run.Info.Version)),
                Definition(texts.Machine, run.Info.Machine)));
    }

    private XElement? NotBegun() => run.NotBegun is not { } notBegun
        ? null
        : new XElement(
            "section",
            new XElement("h2", texts.NotBegun),
            new XElement("p", texts.BlameWord(notBegun.Blame)),
            new XElement("ul", notBegun.Problems.Select(problem => new XElement("li", new XElement("pre", XmlText.Clean(problem))))));

    // What does not apply or cannot be tried is said, with the reason: nothing is left out in silence.
    private XElement? NotJudged()
    {
        (string What, string Word, string Reason)[] rows =
        [
            .. (run.Info.NotApplicable ?? new Dictionary<string, string>()).Select(one => (one.Key, texts.NotApplicable, one.Value)),
            .. run.Scenarios.Where(scenario => scenario.NotTestable is not null)
                .Select(scenario => ($"{string.Join(' ', scenario.Begun.Requirements)} – {scenario.Begun.Title}", texts.NotTestable, scenario.NotTestable!)),
        ];
        return rows.Length == 0
            ? null
            : new XElement(
                "section",
                new XElement("h2", texts.NotJudged),
                new XElement("ul", rows.Select(row => new XElement("li", new XElement("span", new XAttribute("lang", "fr"), row.What), $" – {row.Word} : ", XmlText.Clean(row.Reason)))));
    }

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
                    new XElement("a", new XAttribute("href", Anchor(scenario)), scenario.Begun.Title),
                    Blamed(scenario),
                    new XElement("pre", XmlText.Clean(scenario.Error!))))));
    }

    // Counted apart: neither passed nor new.
    private XElement? Expectations()
    {
        ScenarioResult[] expected = [.. run.Scenarios.Where(scenario => scenario.Expected is not null)];
        return expected.Length + run.ExpectationProblems.Count == 0
            ? null
            : new XElement(
                "section",
                new XElement("h2", texts.ExpectedFailures),
                new XElement(
                    "ul",
                    run.ExpectationProblems.Select(problem => new XElement("li", Badge("strong", false, XmlText.Clean(texts.Language == "fr" ? problem.French : problem.English)))),
                    expected.Select(scenario => new XElement(
                        "li",
                        "≈ ",
                        new XElement("a", new XAttribute("href", Anchor(scenario)), scenario.Begun.Title),
                        XmlText.Clean($" – {scenario.Expected!.Reason} ({scenario.Expected.Owner}, → {scenario.Expected.Expires.ToString("d", _culture)})")))));
    }

    private XElement? Requirements()
    {
        var rows = run.ByRequirement().ToList();
        return rows.Count == 0
            ? null
            : new XElement(
                "section",
                new XElement("h2", texts.Requirements),
                new XElement(
                    "table",
                    new XAttribute("class", "requirements"),
                    new XElement("thead", new XElement(
                        "tr",
                        new[] { texts.Requirement, "", texts.Result }
                            .Select(title => new XElement("th", new XAttribute("scope", "col"), title)))),
                    new XElement("tbody", rows.Select(row => new XElement(
                        "tr",
                        new XElement("th", new XAttribute("scope", "row"), row.Requirement.Id),
                        new XElement("td", row.Requirement.Words, new XElement("small", $"{texts.Sources} : {row.Requirement.Sources}")),
                        Badge(
                            "td",
                            Mark(row.Scenarios),
                            texts.Share(row.Scenarios.Count(scenario => scenario.Passed), row.Scenarios.Count)))))));
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
                        new XElement("a", new XAttribute("href", Anchor(use.Scenario)), new XAttribute("lang", "fr"), use.Assumption.Subject),
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
            Badge("span", Mark([scenario]), scenario.NotTestable is not null ? texts.NotTestable : scenario.Passed ? texts.Passed : texts.Failed),
            " ",
            string.Join(' ', scenario.Begun.Requirements),
            " – ",
            new XElement("span", new XAttribute("lang", "fr"), scenario.Begun.Title),
            new XElement("span", new XAttribute("class", "time"), Seconds(scenario.Duration))),
        scenario.NotTestable is { } reason ? new XElement("p", reason) : null,
        scenario.Error is { } error ? new XElement("pre", new XAttribute("class", "error"), XmlText.Clean(error)) : null,
        Blamed(scenario),
        scenario.Steps.Count == 0 ? null : new XElement("ol", scenario.Steps.Select(step => Step(scenario, step))),
        Files(scenario));

    private XElement Step(ScenarioResult scenario, StepResult step) => new(
        "li",
        new XAttribute("class", step.Step.Passed ? "passed" : "failed"),
        new XElement(
            "p",
            new XAttribute("lang", "fr"),
            new XElement("strong", step.Step.Keyword),
            " ",
            step.Step.Text,
            new XElement("span", new XAttribute("class", "time"), Seconds(TimeSpan.FromMilliseconds(step.Step.DurationMilliseconds)))),
        step.Remarks.Select(remark => new XElement("p", new XAttribute("class", "remark"), XmlText.Clean(remark.Text))),
        step.Pictures.Count == 0
            ? null
            : new XElement("div", new XAttribute("class", "pictures"), step.Pictures.Select(picture => Picture(scenario, picture))),
        step.Exchanges.Count == 0 ? null : Exchanges(step.Exchanges));

    private static XElement Picture(ScenarioResult scenario, PictureTaken picture)
    {
        string source = $"../scenarios/{scenario.Begun.Id}/{Uri.EscapeDataString(picture.File)}";

        // The title is the product's: it may hold anything.
        string words = $"{picture.Device} : {XmlText.Clean(picture.Title)}";
        return new(
            "figure",
            new XAttribute("class", picture.Device == "ordinateur" ? "wide" : "tall"),
            new XElement("a", new XAttribute("href", source), new XElement(
                "img", new XAttribute("src", source), new XAttribute("alt", words), new XAttribute("loading", "lazy"))),
            new XElement("figcaption", new XAttribute("lang", "fr"), words));
    }

    private XElement Exchanges(IReadOnlyList<CardExchange> exchanges) => new(
        "details",
        new XAttribute("class", "exchanges"),
        new XElement("summary", texts.Exchanges(exchanges.Count)),
        new XElement(
            "table",
            new XElement("tbody", exchanges.Select(exchange => new XElement(
                "tr",
                new XElement("td", exchange.Time.ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)),
                new XElement("td", CommandName.Of(exchange.Command)),
                new XElement("td", new XElement("code", "→ " + Cut(exchange.Command)), new XElement("code", "← " + Cut(exchange.Response))))))));

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

    // Of those that could be tried: all passed, one did not, or there is none.
    private static bool? Mark(IReadOnlyList<ScenarioResult> scenarios) =>
        scenarios.Where(scenario => scenario.NotTestable is null).ToList() is { Count: > 0 } tried ? tried.All(scenario => scenario.Passed) : null;

    private XElement? Blamed(ScenarioResult scenario) => scenario.Rule is { } rule
        ? new XElement("p", new XElement("strong", texts.BlameWord(rule.Blame)), $" – {texts.RuleWords(rule)}")
        : null;

    private static XElement Badge(string element, bool? passed, string text) => new(
        element,
        new XAttribute("class", passed switch { true => "badge passed", false => "badge failed", null => "badge" }),
        $"{passed switch { true => "✔", false => "✘", null => "–" }} {text}");

    private string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0 s", _culture);

    // 0.1.0+0123456789abcdef… becomes 0.1.0 (0123456): the revision in full stays in run.json.
    private static string ShortVersion(string version) =>
        version.Split('+') is [var number, { Length: > 7 } revision] ? $"{number} ({revision[..7]})" : version;

    private static string Cut(string hexadecimal) =>
        hexadecimal.Length <= LongestShownResponse ? hexadecimal : $"{hexadecimal[..(LongestShownResponse - 8)]}… {hexadecimal[^5..]}";
}
