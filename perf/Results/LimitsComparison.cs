using System.Globalization;
using System.Text;

namespace CardConformance.Perf.Results;

/// <summary>What was measured beside what was kept. Worse is a warning and nothing else: machines are shared.</summary>
/// <param name="Figures">Each figure.</param>
internal sealed record LimitsComparison(IReadOnlyList<ComparedFigure> Figures)
{
    /// <summary>Compares.</summary>
    internal static LimitsComparison Of(Limits limits, IReadOnlyList<Answer> answers, string machine) =>
        new([.. answers.SelectMany(answer => answer.Figures).Select(figure => ComparedFigure.Of(figure, limits.Figures.GetValueOrDefault(figure.Id), machine))]);

    /// <summary>In lines.</summary>
    internal string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Compared with perf/limits.json: {Count(Standing.Better)} better, {Count(Standing.Same)} the same within the noise, {Count(Standing.Worse)} worse, "
            + $"{Count(Standing.Unknown)} without anything to compare with.");
        foreach (ComparedFigure figure in Figures.Where(figure => figure.Standing == Standing.Better))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  better   {figure.ToText()}");
        }

        foreach (ComparedFigure figure in Figures.Where(figure => figure.Standing == Standing.Worse))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  warning  worse: {figure.ToText()}");
        }

        return text.ToString();
    }

    private int Count(Standing standing) => Figures.Count(figure => figure.Standing == standing);
}
