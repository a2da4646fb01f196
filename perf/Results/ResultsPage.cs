using System.Globalization;
using System.Text;

namespace CardConformance.Perf.Results;

/// <summary><c>RESULTS.md</c> with its pictures.</summary>
/// <param name="Answers">What was measured.</param>
/// <param name="Machine">On what.</param>
/// <param name="Revision">Which sources.</param>
/// <param name="Date">When.</param>
internal sealed record ResultsPage(IReadOnlyList<Answer> Answers, Machine Machine, Revision Revision, DateTimeOffset Date)
{
    /// <summary>Name of the file.</summary>
    internal const string FileName = "RESULTS.md";

    /// <summary>The command that makes it.</summary>
    internal required string Command { get; init; }

    /// <summary>The command that installs the peers, or <see langword="null"/>.</summary>
    internal string? PeerCommand { get; init; }

    /// <summary>Whether it took its time.</summary>
    internal bool IsFull { get; init; }

    /// <summary>Writes the page and its pictures, in the place of older ones.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>The page's path.</returns>
    internal string Write(string folder)
    {
        foreach (string older in Directory.EnumerateFiles(folder, $"{Pictures.FilePrefix}*.svg"))
        {
            File.Delete(older);
        }

        foreach ((string file, BarChart chart) in Answers.SelectMany(Pictures.Of))
        {
            File.WriteAllText(Path.Combine(folder, file), chart.ToSvg());
        }

        string page = Path.Combine(folder, FileName);
        File.WriteAllText(page, ToMarkdown());
        return page;
    }

    /// <summary>The page.</summary>
    internal string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine("# What was measured").AppendLine();
        text.AppendLine(IsFull
            ? "Each figure is the median of seven rounds; in each round ours and what stands beside it take turns, and ± is half the distance between the lowest and the highest round."
            : "**A first look, in short rounds: not for publication.** Each figure is the median of three rounds; ± is half the distance between the lowest and the highest.");
        text.AppendLine().AppendLine("| | |").AppendLine("|---|---|");
        Row("date", Date.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Row("revision", Revision.ToString());
        Row("processor", Machine.Name);
        Row("memory", string.Create(CultureInfo.InvariantCulture, $"{Machine.MemoryGibibytes:0.0} GiB"));
        Row("system", $"{Machine.System}, Linux {Machine.Kernel}");
        Row("runtime", Machine.Runtime);
        Row("load before (1, 5, 15 minutes)", Machine.LoadBefore);
        text.AppendLine().AppendLine("Made by").AppendLine().AppendLine("```sh");
        if (PeerCommand is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{PeerCommand}   # as root: what is measured beside ours");
        }

        text.AppendLine(Command).AppendLine("```").AppendLine();
        AppendGoals(text);
        foreach (Answer answer in Answers)
        {
            Append(text, answer);
        }

        return text.ToString().TrimEnd() + "\n";

        void Row(string name, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {value} |");
    }

    private void AppendGoals(StringBuilder text)
    {
        Figure[] withGoal = [.. Answers.SelectMany(answer => answer.Figures).Where(figure => figure.Goal is not null)];
        Figure[] missed = [.. withGoal.Where(figure => figure.Reached == false)];
        text.AppendLine("## Goals").AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{withGoal.Length - missed.Length} of {withGoal.Length} reached.");
        if (missed.Length > 0)
        {
            text.AppendLine();
        }

        foreach (Figure figure in missed)
        {
            string measured = figure.Goal!.OfRatio ? FigureText.Beside(figure) : FigureText.Quantity(figure.Median, figure.Unit);
            text.AppendLine(CultureInfo.InvariantCulture, $"- {FigureText.Reached(figure)}: {figure.What}, {measured}; goal {FigureText.Goal(figure)}");
        }

        text.AppendLine();
    }

    private static void Append(StringBuilder text, Answer answer)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {answer.Measurement.Name}").AppendLine().AppendLine(answer.Measurement.Question).AppendLine();
        if (answer.WhyNone is { } why)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"*{why}*").AppendLine();
            return;
        }

        text.AppendLine(ResultsTable.ForMarkdown(answer.Figures));
        foreach (Figure figure in answer.Figures.Where(figure => figure.Remark is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {figure.What}: {figure.Remark}");
        }

        if (answer.Figures.Any(figure => figure.Remark is not null))
        {
            text.AppendLine();
        }

        foreach ((string file, BarChart chart) in Pictures.Of(answer))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"![{chart.Title}, {chart.Unit}: the figures of the table as bars]({file})").AppendLine();
        }
    }
}
