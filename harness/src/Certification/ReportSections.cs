using System.Globalization;
using System.Xml.Linq;

namespace CardConformance.Harness.Certification;

/// <summary>What both views of a run have: its head, its requirements, what was not judged.</summary>
/// <param name="run">The run.</param>
/// <param name="texts">The language.</param>
/// <param name="detail">The page that has each scenario; empty on that page itself.</param>
internal sealed class ReportSections(RunResult run, ReportTexts texts, string detail)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(texts.Language == "fr" ? "fr-FR" : "en-GB");

    /// <summary>Where a scenario stands on its page.</summary>
    internal static string Anchor(ScenarioResult scenario) => "#" + scenario.Begun.Id;

    /// <summary>Title, verdict and what the run was, below links to the other pages.</summary>
    internal XElement Header(params XElement[] links)
    {
        int passed = run.Scenarios.Count(scenario => scenario.Passed);
        return new(
            "header",
            new XElement("p", new XAttribute("class", "views"), links.Select(link => new object[] { link, " " })),
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

    /// <summary>Why the run did not begin.</summary>
    internal XElement? NotBegun() => run.NotBegun is not { } notBegun
        ? null
        : new XElement(
            "section",
            new XElement("h2", texts.NotBegun),
            new XElement("p", texts.BlameWord(notBegun.Blame)),
            new XElement("ul", notBegun.Problems.Select(problem => new XElement("li", new XElement("pre", XmlText.Clean(problem))))));

    /// <summary>What does not apply or cannot be tried, with the reason: nothing is left out in silence.</summary>
    internal XElement? NotJudged()
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

    /// <summary>Failures that the vendor knows of, counted apart: neither passed nor new.</summary>
    internal XElement? Expectations()
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
                        new XElement("a", new XAttribute("href", detail + Anchor(scenario)), scenario.Begun.Title),
                        XmlText.Clean($" – {scenario.Expected!.Reason} ({scenario.Expected.Owner}, → {scenario.Expected.Expires.ToString("d", _culture)})")))));
    }

    /// <summary>Each requirement with what became of its scenarios.</summary>
    internal XElement? Requirements()
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

    /// <summary>Of those that could be tried: all passed, one did not, or there is none.</summary>
    internal static bool? Mark(IReadOnlyList<ScenarioResult> scenarios) =>
        scenarios.Where(scenario => scenario.NotTestable is null).ToList() is { Count: > 0 } tried ? tried.All(scenario => scenario.Passed) : null;

    /// <summary>Whose failure it is, and why.</summary>
    internal XElement? Blamed(ScenarioResult scenario) => scenario.Rule is { } rule
        ? new XElement("p", new XElement("strong", texts.BlameWord(rule.Blame)), $" – {texts.RuleWords(rule)}")
        : null;

    /// <summary>A word with its mark.</summary>
    internal static XElement Badge(string element, bool? passed, string text) => new(
        element,
        new XAttribute("class", passed switch { true => "badge passed", false => "badge failed", null => "badge" }),
        $"{passed switch { true => "✔", false => "✘", null => "–" }} {text}");

    /// <summary>A duration.</summary>
    internal string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0 s", _culture);

    private static XElement Definition(string term, string value) =>
        new("div", new XElement("dt", term), new XElement("dd", value));

    // 0.1.0+0123456789abcdef… becomes 0.1.0 (0123456): the revision in full stays in run.json.
    private static string ShortVersion(string version) =>
        version.Split('+') is [var number, { Length: > 7 } revision] ? $"{number} ({revision[..7]})" : version;
}
