using CardConformance.Harness.Evidence;
using CardConformance.Harness.Nights;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CardConformance.Features.Hooks;

/// <summary>
/// Leaves those scenarios that a run has to play and that have not ended: of its part, when several machines share it, and without those that it
/// had ended when it was killed. Writes down which they are, so that one that gets lost is missed.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ChosenScenariosAttribute : NUnitAttribute, IApplyToTest
{
    // NUnit has built the whole tree by now, and has neither counted nor filtered it.
    public void ApplyToTest(Test test)
    {
        if (!RunFolder.IsGiven)
        {
            return;
        }

        (Test Test, string Id)[] all = [.. Scenarios(test).Select(scenario => (scenario, ScenarioNames.IdOf(scenario)))];
        var chosen = ChosenScenarios.Of(
            all.Select(scenario => (scenario.Id, (IReadOnlyCollection<string>)TagsOf(scenario.Test))),
            Environment.GetEnvironmentVariable(ChosenScenarios.TagsVariable) is { Length: > 0 } expression ? expression : null,
            Shard.Current());
        var folder = RunFolder.Current();
        chosen.Write(folder);
        HashSet<string> wanted = [.. chosen.Own.Except(ChosenScenarios.EndedIn(folder))];
        Leave(test, [.. all.Where(scenario => wanted.Contains(scenario.Id)).Select(scenario => scenario.Test)]);
    }

    private static IEnumerable<Test> Scenarios(ITest test) =>
        test.HasChildren ? test.Tests.SelectMany(Scenarios) : test is TestMethod scenario ? [scenario] : [];

    private static HashSet<string> TagsOf(Test scenario)
    {
        HashSet<string> tags = [];
        for (ITest? level = scenario; level is not null; level = level.Parent)
        {
            tags.UnionWith(level.Properties[PropertyNames.Category].Cast<string>());
        }

        return tags;
    }

    private static void Leave(ITest test, HashSet<ITest> wanted)
    {
        foreach (ITest child in test.Tests.ToList())
        {
            Leave(child, wanted);
            if (!child.HasChildren && !wanted.Contains(child))
            {
                test.Tests.Remove(child);
            }
        }
    }
}
