using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>A run as Cucumber Messages, one JSON object a line, for Cucumber's own formatters and viewers.</summary>
/// <remarks>
/// Source: the schema of <c>@cucumber/messages</c> 34. Pictures and card traces are named, not held: the file stays small, and a page made of it
/// shows them when it lies in the run's folder. They are <c>attachment</c>s with an address, since Cucumber's formatter does not show the newer
/// <c>externalAttachment</c>.
/// </remarks>
internal static class MessagesFile
{
    private const string ProtocolVersion = "34.2.1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // It is a file, not a part of a page: é stays é.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="file">Its path.</param>
    internal static void Write(RunResult run, string file)
    {
        using var lines = new StreamWriter(file) { NewLine = "\n" };
        foreach (object message in Make(run))
        {
            lines.WriteLine(JsonSerializer.Serialize(message, Json));
        }
    }

    private static IEnumerable<object> Make(RunResult run)
    {
        IReadOnlyList<PlayedFeature> features = RunFeatures.Of(run);
        return
        [
            Meta(run.Info),
            .. features.SelectMany(OfFeature),
            TestMessages.Hook,
            new { TestRunStarted = new { Id = TestMessages.RunId, Timestamp = Moment.Of(run.Info.Started) } },
            .. features.SelectMany(feature => feature.Scenarios)
                .OrderBy(played => played.Scenario.Begun.Time)
                .SelectMany(played => new TestMessages(played.Scenario, played.Pickle).Make()),
            new
            {
                TestRunFinished = new
                {
                    TestRunStartedId = TestMessages.RunId,
                    Success = run.Verdict == Verdict.Conforming,
                    Timestamp = Moment.Of(run.Scenarios.Select(scenario => scenario.Begun.Time + scenario.Duration).Append(run.Info.Started).Max()),
                },
            },
        ];
    }

    private static IEnumerable<object> OfFeature(PlayedFeature feature)
    {
        var gherkin = new GherkinMessages(feature.Document);
        return gherkin.Make().Concat(feature.Scenarios.Select(
            played => gherkin.Of(played.Pickle, played.Scenario.Begun.Id, place => TestMessages.PickleStepId(played.Scenario, place))));
    }

    private static object Meta(RunInfo info)
    {
        // "system, runtime", as the run wrote it. It did not write the processor.
        string[] machine = info.Machine.Split(", ", 2);
        return new
        {
            Meta = new
            {
                ProtocolVersion,
                Implementation = new { Name = "CardConformance", info.Version },
                Runtime = new { Name = machine[^1] },
                Os = new { Name = machine[0] },
                Cpu = new { Name = "unknown" },
            },
        };
    }
}
