using System.Text.RegularExpressions;

namespace CardConformance.Perf.Results;

/// <summary>Which pictures there are: one for each question and unit.</summary>
internal static partial class Pictures
{
    /// <summary>Begins the names of their files, by which older ones are found.</summary>
    internal const string FilePrefix = "results-";

    /// <summary>The pictures of one answer, by the names of their files: of what has a goal, or something beside it.</summary>
    internal static IReadOnlyList<(string File, BarChart Chart)> Of(Answer answer)
    {
        // What is nothing has no bar.
        IGrouping<string, BarGroup>[] units =
        [
            .. answer.Figures
                .Where(figure => figure.Median > 0)
                .GroupBy(figure => (figure.Unit, figure.What, figure.Median))
                .Select(same => (same.Key.Unit, Group: Group([.. same])))
                .Where(drawn => drawn.Group.Bars.Count > 1 || drawn.Group.Goals.Count > 0)
                .GroupBy(drawn => drawn.Unit, drawn => drawn.Group),
        ];
        return
        [
            .. units.Select(unit => (
                $"{FilePrefix}{answer.Measurement.Name}{(units.Length == 1 ? "" : $"-{Slug(unit.Key)}")}.svg",
                new BarChart(answer.Measurement.Name, answer.Measurement.Question, unit.Key, [.. unit]))),
        ];
    }

    // One of ours that was measured beside several others is one group.
    private static BarGroup Group(Figure[] same) => new(
        same[0].What,
        [
            new("CardConformance", same[0].Median, IsOurs: true),
            .. same.Where(figure => figure.BesideMedian > 0).Select(figure => new Bar(figure.BesideName!, figure.BesideMedian!.Value, IsOurs: false)),
        ],
        [.. same.Select(GoalOf).OfType<BarGoal>()]);

    private static BarGoal? GoalOf(Figure figure) => figure.Goal switch
    {
        null or { Value: <= 0 } => null,
        { OfRatio: true } goal => new(goal.Value * figure.BesideMedian!.Value, goal.AtLeast),
        var goal => new(goal.Value, goal.AtLeast),
    };

    private static string Slug(string unit) => NotLetters().Replace(unit.Replace("/", "-per-", StringComparison.Ordinal).ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotLetters();
}
