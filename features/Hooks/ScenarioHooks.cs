using System.Diagnostics;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Features;

namespace CardConformance.Features.Hooks;

/// <summary>Gives each scenario its world, writes down what happens in it, and clears up, also after a failure.</summary>
[Binding]
public sealed class ScenarioHooks(ScenarioContext scenario, FeatureContext feature, World world)
{
    private long _stepStart;
    private int _steps;

    [BeforeScenario]
    public void Begin()
    {
        ScenarioInfo info = scenario.ScenarioInfo;
        string title = ScenarioNames.TitleOf(info);
        world.Begin(new ScenarioBegun(
            ScenarioNames.IdOf(feature.FeatureInfo, info), feature.FeatureInfo.Title, title, [.. info.Tags]));
    }

    [BeforeStep]
    public void BeginStep()
    {
        _steps++;
        _stepStart = Stopwatch.GetTimestamp();
    }

    [AfterStep]
    public async Task EndStepAsync()
    {
        if (scenario.TestError is not null)
        {
            await world.CaptureFailureAsync();
        }

        StepInfo step = scenario.StepContext.StepInfo;
        world.Evidence.Add(new StepDone(
            StepKeyword.InFrench(step),
            step.Text,
            scenario.StepContext.Status == ScenarioExecutionStatus.OK,
            Stopwatch.GetElapsedTime(_stepStart).TotalMilliseconds,
            scenario.TestError?.Message)
        {
            Mismatch = Mismatch.Of(scenario.TestError),
        });
    }

    [AfterScenario]
    public async Task EndAsync()
    {
        Exception? breach = await BreachAsync();
        Exception? failure = scenario.TestError ?? NothingTested();
        if (failure is not null && breach is BreachException besides)
        {
            world.Evidence.Add(new Remark($"De plus : {besides.Message}"));
        }

        Exception? error = failure ?? breach ?? OwnLeak();
        await world.EndAsync(error, scenario.ScenarioInfo.Tags);
        if (scenario.TestError is null && error is not null)
        {
            throw error;
        }
    }

    // Where nobody answers that could say so, that is the scenario's failure.
    private async Task<Exception?> BreachAsync()
    {
        try
        {
            return await NegativeEvidence.FindBreachAsync(world, await world.WriteJournalAsync()) is { } breach ? new BreachException(breach) : null;
        }
        catch (Exception unanswered)
        {
            return unanswered;
        }
    }

    // Masked it is, but it had no business there: the step or the harness wrote it.
    private InvalidOperationException? OwnLeak() => world.Evidence.MaskedCardCodeIn is { } kind
        ? new($"Un code de la carte a été donné à ce que CardConformance écrit (« {kind} ») et y a été masqué : rien d'autre ne le montre.")
        : null;

    // Both would pass without a word: a mistyped first keyword makes an empty scenario, and a step that nobody defined is only skipped.
    private InvalidOperationException? NothingTested()
    {
        if (scenario.ScenarioExecutionStatus != ScenarioExecutionStatus.OK)
        {
            return new(UnknownSteps.Explain(feature.FeatureInfo.FolderPath, feature.FeatureInfo.Title, scenario.ScenarioInfo.Title));
        }

        if (world.UnmetFaults is [var fault, ..])
        {
            return new($"La panne « {fault.Description} » a été préparée et n'a jamais eu lieu : le scénario n'a rien éprouvé avec elle.");
        }

        return _steps > 0
            ? null
            : new($"Le scénario « {scenario.ScenarioInfo.Title} » n'a exécuté aucune étape : vérifiez le mot-clé de sa première étape.");
    }
}
