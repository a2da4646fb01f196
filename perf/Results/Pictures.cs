using System.Text.RegularExpressions;

namespace CardConformance.Perf.Results;

/// <summary>Which pictures there are: one for each question and unit.</summary>
internal static partial class Pictures
{
    /// <summary>Begins the names of their files, by which older ones are found.</summary>
    internal const string FilePrefix = "results-";

    /// <summary>The pictures of one answer, by the names of their files. What is nothing has no bar.</summary>
    internal static IReadOnlyList<(string File, BarChart Chart)> Of(Answer answer)
    {
        IGrouping<string, Figure>[] units = [.. answer.Figures.Where(figure => figure.Median > 0).GroupBy(figure => figure.Unit)];
        return
        [
            .. units.Select(unit => (
                $"{FilePrefix}{answer.Measurement.Name}{(units.Length == 1 ? "" : $"-{Slug(unit.Key)}")}.svg",
                new BarChart($"{answer.Measurement.Name}, {unit.Key}", answer.Measurement.Question, unit.Key, [.. unit.Select(Group)]))),
        ];
    }

    private static BarGroup Group(Figure figure) => new(
        figure.What,
        [
            new("CardConformance", figure.Median, IsOurs: true),
            .. figure.BesideMedian is > 0 and { } beside ? [new Bar(figure.BesideName!, beside, IsOurs: false)] : Array.Empty<Bar>(),
        ],
        GoalOf(figure));

    private static double? GoalOf(Figure figure) => figure.Goal switch
    {
        null or { Value: <= 0 } => null,
        { OfRatio: true } goal => goal.Value * figure.BesideMedian,
        var goal => goal.Value,
    };

    private static string Slug(string unit) => NotLetters().Replace(unit.Replace("/", "-per-", StringComparison.Ordinal).ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotLetters();
}
