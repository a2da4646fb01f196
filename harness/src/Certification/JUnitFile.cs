using System.Globalization;
using System.Xml.Linq;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>A run as JUnit XML, for CI systems.</summary>
/// <remarks>
/// Source: the schema by which Jenkins' xUnit plugin refuses files (junit-10.xsd), and what GitLab documents that it reads. That schema has neither
/// <c>properties</c> nor <c>file</c> in a <c>testcase</c>: id and requirements are lines of <c>system-out</c>, in the form that test tools share.
/// </remarks>
/// <param name="project">Folder that the paths of pictures begin below.</param>
internal sealed class JUnitFile(string project)
{
    /// <summary>The variable by which GitLab names the folder that paths begin below.</summary>
    internal const string ProjectVariable = "CI_PROJECT_DIR";

    // GitLab keeps no more of a name.
    private const int LongestName = 255;

    internal XDocument Make(RunResult run)
    {
        List<XElement> suites =
        [
            .. from scenario in run.Scenarios
               group scenario by scenario.Begun.Feature into feature
               select Suite(
                   feature.Key,
                   feature.Min(scenario => scenario.Begun.Time),
                   feature.Aggregate(TimeSpan.Zero, (sum, scenario) => sum + scenario.Duration),
                   Cases(run.Folder, [.. feature])),
        ];
        if (run.Verdict is not Verdict.Conforming && run.Scenarios.All(scenario => scenario.Error is null))
        {
            suites.Add(Suite("CardConformance", run.Info.Started, TimeSpan.Zero, [BrokenOff(run)]));
        }

        // Jenkins' schema has no "skipped" here.
        return new(new XElement(
            "testsuites",
            Totals("CardConformance", suites.Elements("testcase"), run.Scenarios.Aggregate(TimeSpan.Zero, (sum, scenario) => sum + scenario.Duration)),
            suites));
    }

    private static XElement Suite(string name, DateTimeOffset started, TimeSpan time, IReadOnlyList<XElement> cases) => new(
        "testsuite",
        Totals(name, cases, time),
        new XAttribute("skipped", cases.Elements("skipped").Count()),
        new XAttribute("timestamp", started.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
        cases);

    private static XAttribute[] Totals(string name, IEnumerable<XElement> cases, TimeSpan time) =>
    [
        new("name", XmlText.Clean(name)),
        new("tests", cases.Count()),
        new("failures", cases.Elements("failure").Count()),
        new("errors", cases.Elements("error").Count()),
        new("time", Seconds(time)),
    ];

    // Both systems know a test by class and name, and would show one of two that have the same.
    private XElement[] Cases(RunFolder run, IReadOnlyList<ScenarioResult> scenarios)
    {
        HashSet<string> names = [];
        return
        [
            .. from scenario in scenarios
               let title = Short(scenario.Begun.Title, "")
               select Case(run, scenario, names.Add(title) ? title : Short(scenario.Begun.Title, $" [{scenario.Begun.Id}]")),
        ];
    }

    private XElement Case(RunFolder run, ScenarioResult scenario, string name) => new(
        "testcase",
        new XAttribute("name", name),
        new XAttribute("classname", XmlText.Clean(scenario.Begun.Feature)),
        new XAttribute("time", Seconds(scenario.Duration)),
        NotPassed(scenario),
        new XElement("system-out", XmlText.Clean(string.Join('\n', Notes(run, scenario)))));

    // A failure is the product's; an error is not.
    private static XElement? NotPassed(ScenarioResult scenario)
    {
        if (scenario.NotTestable is { } reason)
        {
            return new XElement("skipped", new XAttribute("message", XmlText.Clean(reason)));
        }

        if (scenario.Error is not { } error)
        {
            return null;
        }

        StepResult? failed = scenario.Steps.FirstOrDefault(step => !step.Step.Passed);
        string where = failed is null ? "" : $"{failed.Step.Keyword} {failed.Step.Text}\n\n";
        return Problem(scenario.Rule?.Blame ?? Blame.Harness, where, error);
    }

    private static XElement Problem(Blame blame, string where, string error) => new(
        blame == Blame.Product ? "failure" : "error",
        new XAttribute("message", XmlText.Clean(error.Split('\n')[0])),
        new XAttribute("type", ReportTexts.English.BlameWord(blame)),
        XmlText.Clean(where + error));

    // A file in which nothing is red would be taken for a good run.
    private static XElement BrokenOff(RunResult run) => new(
        "testcase",
        new XAttribute("name", "La campagne a joué tous ses scénarios"),
        new XAttribute("classname", "CardConformance"),
        new XAttribute("time", Seconds(TimeSpan.Zero)),
        run.NotBegun is { } notBegun
            ? Problem(notBegun.Blame, "", string.Join('\n', notBegun.Problems))
            : Problem(Blame.Harness, "", run.Scenarios.Count == 0 ? "Aucun scénario n'a été joué." : "La campagne a été interrompue."));

    private IEnumerable<string> Notes(RunFolder run, ScenarioResult scenario)
    {
        yield return $"[[PROPERTY|id={scenario.Begun.Id}]]";
        foreach (string requirement in scenario.Begun.Requirements)
        {
            yield return $"[[PROPERTY|requirement={requirement}]]";
        }

        // GitLab shows the first one: the last thing that was seen.
        IEnumerable<PictureTaken> pictures = scenario.Error is null ? [] : scenario.Steps.SelectMany(step => step.Pictures).Reverse();
        foreach (string file in pictures.Select(picture => picture.File).Distinct())
        {
            yield return $"[[ATTACHMENT|{PathOf(run, Path.Combine(run.Scenarios, scenario.Begun.Id, file))}]]";
        }
    }

    // A run that lies outside was brought there by hand: then the paths begin below the run.
    private string PathOf(RunFolder run, string file)
    {
        string path = Path.GetRelativePath(project, file);
        return path.StartsWith("..", StringComparison.Ordinal) ? Path.GetRelativePath(run.Path, file) : path;
    }

    private static string Short(string name, string end) =>
        XmlText.Clean(name.Length + end.Length <= LongestName ? name + end : name[..(LongestName - 1 - end.Length)] + "…" + end);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
