using System.Globalization;
using System.Text;

namespace CardConformance.Perf.Results;

/// <summary>The table: what, its goal, what was measured, the ratio to what was measured beside it, whether the goal is reached.</summary>
internal static class ResultsTable
{
    private const int Gap = 2;

    private static readonly string[] Head = ["what", "goal", "measured", "ratio", "reached"];

    /// <summary>For a terminal: columns, a heading for each question.</summary>
    internal static string ForConsole(IReadOnlyList<Answer> answers)
    {
        string[][] rows = [Head, .. answers.SelectMany(answer => answer.Figures).Select(Cells)];
        int[] widths = [.. Head.Select((_, column) => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        AppendRow(text, Head, widths);
        foreach (Answer answer in answers)
        {
            text.AppendLine().Append(answer.Measurement.Name).Append(": ").AppendLine(answer.Measurement.Question);
            if (answer.WhyNone is { } why)
            {
                text.Append("  ").AppendLine(why);
            }

            foreach (Figure figure in answer.Figures)
            {
                AppendRow(text, Cells(figure), widths);
                if (figure.Remark is { } remark)
                {
                    text.Append("    ").AppendLine(remark);
                }
            }
        }

        Figure[] withGoal = [.. answers.SelectMany(answer => answer.Figures).Where(figure => figure.Goal is not null)];
        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{withGoal.Count(figure => figure.Reached == true)} of {withGoal.Length} goals reached.").ToString();
    }

    /// <summary>One question's figures as a Markdown table.</summary>
    internal static string ForMarkdown(IReadOnlyList<Figure> figures)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", Head).AppendLine(" |").AppendLine("|---|---|---|---|---|");
        foreach (Figure figure in figures)
        {
            text.Append("| ").AppendJoin(" | ", Cells(figure).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).AppendLine(" |");
        }

        return text.ToString();
    }

    private static string[] Cells(Figure figure) =>
    [
        figure.What,
        FigureText.Goal(figure),
        FigureText.Measured(figure),
        FigureText.Beside(figure),
        FigureText.Reached(figure),
    ];

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        string row = string.Concat(cells.Select((cell, column) => cell.PadRight(widths[column] + Gap)));
        text.Append("  ").AppendLine(row.TrimEnd());
    }
}
