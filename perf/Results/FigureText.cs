using System.Globalization;

namespace CardConformance.Perf.Results;

/// <summary>Figures in words.</summary>
internal static class FigureText
{
    /// <summary>A number with as many digits as say something, and its unit: <c>29,500 APDU/s</c>, <c>47.3 ns</c>.</summary>
    internal static string Quantity(double value, string unit) => $"{Number(value)} {unit}";

    /// <summary>A number with three digits that say something, or all before the point.</summary>
    internal static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size == 0 || size >= 100 ? "N0" : size >= 10 ? "0.#" : size >= 1 ? "0.##" : "0.####";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A ratio: <c>97.2 %</c>, from tenfold on <c>× 1,350</c>.</summary>
    internal static string Ratio(double ratio) =>
        ratio >= 10
            ? string.Create(CultureInfo.InvariantCulture, $"× {ratio:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"{ratio * 100:0.#} %");

    /// <summary>A goal: <c>≤ 50 ns</c>, or <c>≥ 95 %</c> of what is measured beside it; a dash when there is none.</summary>
    internal static string Goal(Figure figure)
    {
        if (figure.Goal is not { } goal)
        {
            return "–";
        }

        string bound = goal.OfRatio ? Ratio(goal.Value) : Quantity(goal.Value, figure.Unit);
        return goal is { AtLeast: false, Value: 0 } ? bound : $"{(goal.AtLeast ? "≥" : "≤")} {bound}";
    }

    /// <summary>What was measured; with its noise where there are several rounds, and no ratio that has it.</summary>
    internal static string Measured(Figure figure)
    {
        string quantity = Quantity(figure.Median, figure.Unit);
        return figure.Beside.Count > 0 ? quantity : WithNoise(quantity, figure);
    }

    /// <summary>Our ratio to the other, with what that reached; a dash when nothing was measured beside ours.</summary>
    internal static string Beside(Figure figure) => figure.Ratio is { } ratio
        ? $"{WithNoise(Ratio(ratio), figure)} of {figure.BesideName} ({Quantity(figure.BesideMedian!.Value, figure.Unit)})"
        : "–";

    /// <summary>Whether the goal is reached, and else by how much it is missed.</summary>
    internal static string Reached(Figure figure) => figure.Reached switch
    {
        null => "–",
        true => "yes",
        false => $"missed by {Shortfall(figure)}",
    };

    // One round says nothing about noise.
    private static string WithNoise(string text, Figure figure) => figure.Samples.Count == 1 ? text : $"{text} ± {Ratio(figure.Noise)}";

    private static string Shortfall(Figure figure)
    {
        Goal goal = figure.Goal!;
        double value = goal.OfRatio ? figure.Ratio!.Value : figure.Median;
        double lacking = Math.Abs(value - goal.Value);
        if (goal.OfRatio)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{lacking * 100:0.#} points");
        }

        return goal.Value == 0 ? Quantity(lacking, figure.Unit) : Ratio(lacking / goal.Value);
    }
}
