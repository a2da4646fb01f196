using System.Globalization;
using System.Xml.Linq;

namespace CardConformance.Harness.Certification;

/// <summary>A run as JUnit XML, for CI systems.</summary>
internal static class JUnitFile
{
    internal static XDocument Make(RunResult run) => new(new XElement(
        "testsuites",
        Totals("CardConformance", run.Scenarios),
        from scenario in run.Scenarios
        group scenario by scenario.Begun.Feature into feature
        select Suite(feature.Key, [.. feature])));

    private static XElement Suite(string name, IReadOnlyList<ScenarioResult> scenarios) => new(
        "testsuite",
        Totals(name, scenarios),
        new XAttribute("timestamp", scenarios.Min(scenario => scenario.Begun.Time).UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
        scenarios.Select(Case));

    private static XAttribute[] Totals(string name, IReadOnlyList<ScenarioResult> scenarios) =>
    [
        new("name", name),
        new("tests", scenarios.Count),
        new("failures", scenarios.Count(scenario => scenario.Error is not null)),
        new("errors", 0),
        new("skipped", scenarios.Count(scenario => scenario.NotTestable is not null)),
        new("time", Seconds(scenarios.Aggregate(TimeSpan.Zero, (sum, scenario) => sum + scenario.Duration))),
    ];

    private static XElement Case(ScenarioResult scenario) => new(
        "testcase",
        new XAttribute("name", scenario.Begun.Title),
        new XAttribute("classname", scenario.Begun.Feature),
        new XAttribute("time", Seconds(scenario.Duration)),
        new XElement(
            "properties",
            new XElement("property", new XAttribute("name", "id"), new XAttribute("value", scenario.Begun.Id)),
            scenario.Begun.Requirements.Select(id =>
                new XElement("property", new XAttribute("name", "requirement"), new XAttribute("value", id)))),
        scenario.NotTestable is { } reason ? new XElement("skipped", new XAttribute("message", XmlText.Clean(reason))) : null,
        scenario.Error is null ? null : Failure(scenario));

    private static XElement Failure(ScenarioResult scenario)
    {
        StepResult? failed = scenario.Steps.FirstOrDefault(step => !step.Step.Passed);
        string where = failed is null ? "" : $"{failed.Step.Keyword} {failed.Step.Text}\n\n";
        return new(
            "failure",
            new XAttribute("message", XmlText.Clean(scenario.Error!.Split('\n')[0])),
            new XAttribute("type", "product"),
            XmlText.Clean(where + scenario.Error));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
