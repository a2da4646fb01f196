using System.Globalization;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Nights;

/// <summary>What changed from one run to a later one.</summary>
internal sealed class RunComparison
{
    private readonly Dictionary<string, ScenarioResult> _before;
    private readonly Dictionary<string, ScenarioResult> _after;

    internal RunComparison(RunResult before, RunResult after)
    {
        (Before, After) = (before, after);
        _before = before.Scenarios.ToDictionary(scenario => scenario.Begun.Id);
        _after = after.Scenarios.ToDictionary(scenario => scenario.Begun.Id);
        Speed = SlowScenarios.Find(
            from scenario in after.Scenarios
            let earlier = _before.GetValueOrDefault(scenario.Begun.Id)
            where scenario.Passed && earlier is { Passed: true }
            select (scenario.Begun.Id, earlier.Duration, scenario.Duration));
        Scenarios = [.. Find().OrderBy(one => one.Change).ThenBy(one => one.Id, StringComparer.Ordinal)];
        HashSet<string> seen = ScreensOf(before);
        HashSet<string> seenNow = ScreensOf(after);
        NewScreens = [.. seenNow.Except(seen).Order(StringComparer.Ordinal)];
        GoneScreens = [.. seen.Except(seenNow).Order(StringComparer.Ordinal)];
        Applicability = [.. ApplicabilityChanges().Order(StringComparer.Ordinal)];
    }

    internal RunResult Before { get; }

    internal RunResult After { get; }

    /// <summary>Scenarios that are not the same, the worst first.</summary>
    internal IReadOnlyList<ComparedScenario> Scenarios { get; }

    /// <summary>Durations, or <see langword="null"/> when there are too few to say.</summary>
    internal SlowScenarios? Speed { get; }

    /// <summary>Ids of screens that only the later run came to.</summary>
    internal IReadOnlyList<string> NewScreens { get; }

    /// <summary>Ids of screens that only the earlier run came to.</summary>
    internal IReadOnlyList<string> GoneScreens { get; }

    /// <summary>Requirements that apply in one run only, with the reason.</summary>
    internal IReadOnlyList<string> Applicability { get; }

    /// <summary>Whether product, version of CardConformance and seed are the same, so that nothing explains another result.</summary>
    internal bool IsSameProduct => Key(Before.Info) == Key(After.Info);

    /// <summary>Whether both runs were asked for the same scenarios.</summary>
    internal bool IsSameChoice =>
        (Before.Info.Plan, Before.Info.Shard, string.Join(' ', Before.Info.Tags)) == (After.Info.Plan, After.Info.Shard, string.Join(' ', After.Info.Tags));

    /// <summary>Whether the later run is worse: something is red that was not, or is not played any more.</summary>
    internal bool IsWorse => Scenarios.Any(one => one.Change is ScenarioChange.NewRed or ScenarioChange.Gone)
        || (After.Verdict is not (Verdict.Conforming or Verdict.AsExpected) && Before.Verdict is Verdict.Conforming or Verdict.AsExpected);

    /// <summary>Whether anything is not the same.</summary>
    internal bool IsDifferent =>
        Scenarios.Any(one => one.Change != ScenarioChange.StillRed) || NewScreens.Count + GoneScreens.Count + Applicability.Count > 0
        || Before.Verdict != After.Verdict;

    private static (string, string?, string, int) Key(RunInfo info) => (info.Target, info.TargetVersion, info.Version, info.Seed);

    private static HashSet<string> ScreensOf(RunResult run) =>
        [.. from scenario in run.Scenarios from step in scenario.Steps from picture in step.Pictures where picture.Screen is not null select picture.Screen];

    private IEnumerable<ComparedScenario> Find()
    {
        foreach (ScenarioResult now in After.Scenarios)
        {
            if (!_before.TryGetValue(now.Begun.Id, out ScenarioResult? earlier))
            {
                yield return Of(ScenarioChange.Added, now);
                if (now.IsRed)
                {
                    yield return Of(ScenarioChange.NewRed, now, FirstLine(now));
                }

                continue;
            }

            if (Change(earlier, now) is { } change)
            {
                yield return change;
            }

            if (IsSameProduct && (earlier.Passed, earlier.Ended is null, earlier.NotTestable) != (now.Passed, now.Ended is null, now.NotTestable))
            {
                yield return Of(ScenarioChange.Unstable, now);
            }
        }

        foreach (ScenarioResult gone in Before.Scenarios.Where(scenario => !_after.ContainsKey(scenario.Begun.Id)))
        {
            yield return Of(ScenarioChange.Gone, gone);
        }

        foreach ((string id, double ratio) in Speed?.Ids ?? [])
        {
            string times = string.Create(CultureInfo.InvariantCulture, $"{_before[id].Duration.TotalSeconds:0.0} s → {_after[id].Duration.TotalSeconds:0.0} s (×{ratio:0.0})");
            yield return Of(ScenarioChange.Slower, _after[id], times);
        }
    }

    private static ComparedScenario? Change(ScenarioResult earlier, ScenarioResult now) => (earlier.IsRed, now.IsRed) switch
    {
        (false, true) => Of(ScenarioChange.NewRed, now, FirstLine(now)),
        (true, true) when earlier.Rule?.Blame != now.Rule?.Blame => Of(ScenarioChange.OtherBlame, now, $"{BlameOf(earlier)} → {BlameOf(now)}"),
        (true, true) when NormalisedMessage.Of(earlier.Error!) != NormalisedMessage.Of(now.Error!) =>
            Of(ScenarioChange.OtherMessage, now, $"{FirstLine(earlier)} → {FirstLine(now)}"),
        (true, true) => Of(ScenarioChange.StillRed, now, FirstLine(now)),
        _ when now.NotTestable is { } reason && earlier.NotTestable is null => Of(ScenarioChange.NotTestableAnyMore, now, reason),
        _ when now.NotTestable is null && earlier.NotTestable is not null => Of(ScenarioChange.TestableNow, now),
        (true, false) => Of(ScenarioChange.Fixed, now),
        _ => null,
    };

    private static ComparedScenario Of(ScenarioChange change, ScenarioResult scenario, string details = "") =>
        new(change, scenario.Begun.Id, scenario.Begun.Title, details);

    private static string FirstLine(ScenarioResult scenario) => scenario.Error!.Split('\n')[0];

    private static string BlameOf(ScenarioResult scenario) =>
        scenario.Rule is { } rule ? ReportTexts.French.BlameWord(rule.Blame) : "interrompu";

    private IEnumerable<string> ApplicabilityChanges()
    {
        IReadOnlyDictionary<string, string> none = new Dictionary<string, string>();
        IReadOnlyDictionary<string, string> before = Before.Info.NotApplicable ?? none;
        IReadOnlyDictionary<string, string> after = After.Info.NotApplicable ?? none;
        return after.Where(one => !before.ContainsKey(one.Key)).Select(one => $"{one.Key} → – : {one.Value}")
            .Concat(before.Keys.Where(id => !after.ContainsKey(id)).Select(id => $"– → {id}"));
    }
}
