using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>One scenario as it was played, in the form of Cucumber Messages.</summary>
/// <param name="scenario">What it left behind.</param>
/// <param name="pickle">The scenario.</param>
internal sealed class TestMessages(ScenarioResult scenario, Pickle pickle)
{
    /// <summary>Id of the run: there is one in a file.</summary>
    internal const string RunId = "run";

    private const string HookId = "after-scenario";
    private const string Passed = "PASSED";
    private const string Failed = "FAILED";
    private const string Skipped = "SKIPPED";
    private const string Undefined = "UNDEFINED";

    private readonly string _id = scenario.Begun.Id;
    private DateTimeOffset _time = scenario.Begun.Time;

    /// <summary>What is checked after the steps of every scenario, and can make it fail.</summary>
    internal static object Hook { get; } = new
    {
        Hook = new
        {
            Id = HookId,
            Name = "Contrôles de fin de scénario",
            Type = "AFTER_TEST_CASE",
            SourceReference = new { Uri = "features/Hooks/ScenarioHooks.cs" },
        },
    };

    private string CaseId => $"{_id}/test";

    private string AttemptId => $"{_id}/attempt";

    private string HookStepId => $"{_id}/test/end";

    /// <summary>Id of a step of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="place">Its place, from 0.</param>
    internal static string PickleStepId(ScenarioResult scenario, int place) => $"{scenario.Begun.Id}/{place + 1}";

    internal IEnumerable<object> Make() =>
    [
        Case(),
        new { TestCaseStarted = new { Id = AttemptId, TestCaseId = CaseId, Attempt = 0, Timestamp = Moment.Of(_time) } },
        .. scenario.Steps.SelectMany(Done),
        .. pickle.Steps.Skip(scenario.Steps.Count).SelectMany((_, more) => NotDone(more)),
        .. Checks(),
        new { TestCaseFinished = new { TestCaseStartedId = AttemptId, WillBeRetried = false, Timestamp = Moment.Of(_time) } },
    ];

    private object Case() => new
    {
        TestCase = new
        {
            Id = CaseId,
            PickleId = _id,
            TestRunStartedId = RunId,
            TestSteps = pickle.Steps.Select((_, place) => (object)new { Id = StepId(place), PickleStepId = PickleStepId(scenario, place) })
                .Append(new { Id = HookStepId, HookId }),
        },
    };

    private string StepId(int place) => $"{_id}/test/{place + 1}";

    private IEnumerable<object> Done(StepResult done, int place)
    {
        StepDone step = done.Step;
        var duration = TimeSpan.FromMilliseconds(step.DurationMilliseconds);
        string status = step switch
        {
            { Passed: true } => Passed,
            _ when scenario.NotTestable is not null => Skipped,
            { Error: not null } => Failed,
            _ => Undefined,
        };
        _time = step.Time;
        return
        [
            Started(StepId(place), step.Time - duration),
            .. done.Remarks.Select(remark => Attachment(StepId(place), remark.Time, "text/plain", body: XmlText.Clean(remark.Text))),
            .. done.Pictures.Select(picture => Attachment(
                StepId(place), picture.Time, "image/png", file: picture.File, title: XmlText.Clean($"{picture.Device} : {picture.Title}"))),
            Finished(StepId(place), status, duration, step.Error),
        ];
    }

    // Where a run was stopped, something has to be red: a scenario that never ended did not pass.
    private IEnumerable<object> NotDone(int more) => scenario.Ended is null && more == 0
        ? Whole(StepId(scenario.Steps.Count), Failed, scenario.Error)
        : Whole(StepId(scenario.Steps.Count + more), Skipped, null);

    private IEnumerable<object> Checks()
    {
        bool blamed = scenario.Steps.Any(step => !step.Step.Passed) || (scenario.Ended is null && scenario.Steps.Count < pickle.Steps.Count);
        _time = scenario.Begun.Time + scenario.Duration;
        return (scenario.Passed, blamed) switch
        {
            (true, _) => Whole(HookStepId, Passed, null),
            _ when scenario.NotTestable is { } reason => Whole(HookStepId, Skipped, reason),
            (_, true) => Whole(HookStepId, Skipped, null),
            _ => Whole(HookStepId, Failed, scenario.Error),
        };
    }

    private IEnumerable<object> Whole(string stepId, string status, string? error) =>
        [Started(stepId, _time), Finished(stepId, status, TimeSpan.Zero, error)];

    private object Started(string stepId, DateTimeOffset time) =>
        new { TestStepStarted = new { TestCaseStartedId = AttemptId, TestStepId = stepId, Timestamp = Moment.Of(time) } };

    private object Finished(string stepId, string status, TimeSpan duration, string? error) => new
    {
        TestStepFinished = new
        {
            TestCaseStartedId = AttemptId,
            TestStepId = stepId,
            TestStepResult = new { Status = status, Duration = Moment.Of(duration), Message = error is null ? null : XmlText.Clean(error) },
            Timestamp = Moment.Of(_time),
        },
    };

    private object Attachment(string stepId, DateTimeOffset time, string mediaType, string body = "", string? file = null, string? title = null) => new
    {
        Attachment = new
        {
            TestCaseStartedId = AttemptId,
            TestStepId = stepId,
            Timestamp = Moment.Of(time),
            MediaType = mediaType,
            ContentEncoding = "IDENTITY",
            Body = body,
            FileName = title,
            Url = file is null ? null : $"scenarios/{_id}/{Uri.EscapeDataString(file)}",
        },
    };
}
