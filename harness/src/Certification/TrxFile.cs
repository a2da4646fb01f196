using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Certification;

/// <summary>A run as TRX, for .NET tools: one outcome for each scenario.</summary>
/// <remarks>Source: the elements and attributes that Microsoft's test platform writes (TrxLogger). Ids follow from scenarios' ids, so that runs can be compared.</remarks>
internal static class TrxFile
{
    private const string Adapter = "executor://cardconformance";

    // Of the test platform: the kind "unit test", and its list for results that are in no list.
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string NotInAList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    internal static XDocument Make(RunResult run)
    {
        string started = Time(run.Info.Started);
        return new(new XElement(
            Trx + "TestRun",
            new XAttribute("id", Id($"{run.Info.Started:O} {run.Info.Seed}")),
            new XAttribute("name", $"CardConformance {run.Info.Target} {started}"),
            new XElement(
                Trx + "Times",
                new XAttribute("creation", started),
                new XAttribute("queuing", started),
                new XAttribute("start", started),
                new XAttribute("finish", Time(run.Scenarios.Select(End).Append(run.Info.Started).Max()))),
            new XElement(Trx + "Results", run.Scenarios.Select(Result)),
            new XElement(Trx + "TestDefinitions", run.Scenarios.Select(Definition)),
            new XElement(Trx + "TestEntries", run.Scenarios.Select(scenario => new XElement(
                Trx + "TestEntry",
                new XAttribute("testId", TestId(scenario)),
                new XAttribute("executionId", ExecutionId(scenario)),
                new XAttribute("testListId", NotInAList)))),
            new XElement(Trx + "TestLists", new XElement(
                Trx + "TestList", new XAttribute("name", "Results Not in a List"), new XAttribute("id", NotInAList))),
            Summary(run)));
    }

    private static XElement Result(ScenarioResult scenario) => new(
        Trx + "UnitTestResult",
        new XAttribute("executionId", ExecutionId(scenario)),
        new XAttribute("testId", TestId(scenario)),
        new XAttribute("testName", XmlText.Clean(scenario.Begun.Title)),
        new XAttribute("computerName", ""),
        new XAttribute("duration", scenario.Duration.ToString("c", CultureInfo.InvariantCulture)),
        new XAttribute("startTime", Time(scenario.Begun.Time)),
        new XAttribute("endTime", Time(End(scenario))),
        new XAttribute("testType", UnitTest),
        new XAttribute("outcome", Outcome(scenario)),
        new XAttribute("testListId", NotInAList),
        new XElement(
            Trx + "Output",
            new XElement(Trx + "StdOut", XmlText.Clean(string.Concat(scenario.Steps.Select(Line)))),
            (scenario.Error ?? scenario.NotTestable) is { } error
                ? new XElement(Trx + "ErrorInfo", new XElement(Trx + "Message", XmlText.Clean(error)))
                : null));

    private static XElement Definition(ScenarioResult scenario) => new(
        Trx + "UnitTest",
        new XAttribute("name", XmlText.Clean(scenario.Begun.Title)),
        new XAttribute("storage", "cardconformance"),
        new XAttribute("id", TestId(scenario)),
        scenario.Begun.Requirements.Count == 0
            ? null
            : new XElement(
                Trx + "TestCategory",
                scenario.Begun.Requirements.Select(id => new XElement(Trx + "TestCategoryItem", new XAttribute("TestCategory", id)))),
        new XElement(Trx + "Execution", new XAttribute("id", ExecutionId(scenario))),
        new XElement(
            Trx + "TestMethod",
            new XAttribute("codeBase", "cardconformance"),
            new XAttribute("adapterTypeName", Adapter),
            new XAttribute("className", XmlText.Clean(scenario.Begun.Feature)),
            new XAttribute("name", scenario.Begun.Id)));

    private static XElement Summary(RunResult run)
    {
        int Count(string outcome) => run.Scenarios.Count(scenario => Outcome(scenario) == outcome);
        return new(
            Trx + "ResultSummary",
            new XAttribute("outcome", run.Verdict switch
            {
                Verdict.Conforming => "Completed",
                Verdict.NotConforming or Verdict.Misconfigured or Verdict.HarnessFailed => "Failed",
                _ => "Aborted",
            }),
            new XElement(
                Trx + "Counters",
                new XAttribute("total", run.Scenarios.Count),
                new XAttribute("executed", run.Scenarios.Count(scenario => scenario.NotTestable is null)),
                new XAttribute("passed", Count("Passed")),
                new XAttribute("failed", Count("Failed")),
                new XAttribute("error", Count("Error")),
                new XAttribute("timeout", 0),
                new XAttribute("aborted", Count("Aborted")),
                new XAttribute("inconclusive", 0),
                new XAttribute("passedButRunAborted", 0),
                new XAttribute("notRunnable", 0),
                new XAttribute("notExecuted", Count("NotExecuted")),
                new XAttribute("disconnected", 0),
                new XAttribute("warning", 0),
                new XAttribute("completed", 0),
                new XAttribute("inProgress", 0),
                new XAttribute("pending", 0)));
    }

    private static string Outcome(ScenarioResult scenario) => scenario switch
    {
        { Ended: null } => "Aborted",
        { Passed: true } => "Passed",
        { NotTestable: not null } => "NotExecuted",
        { Rule.Blame: not Blame.Product } => "Error",
        _ => "Failed",
    };

    private static string Line(StepResult step) => string.Create(
        CultureInfo.InvariantCulture, $"{(step.Step.Passed ? "✔" : "✘")} {step.Step.Keyword} {step.Step.Text} ({step.Step.DurationMilliseconds:0} ms)\n");

    private static string TestId(ScenarioResult scenario) => Id(scenario.Begun.Id);

    private static string ExecutionId(ScenarioResult scenario) => Id($"{scenario.Begun.Id} {scenario.Begun.Time:O}");

    private static string Id(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();

    private static DateTimeOffset End(ScenarioResult scenario) => scenario.Begun.Time + scenario.Duration;

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
