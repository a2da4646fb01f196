namespace CardConformance.Harness.Nights;

/// <summary>Which scenarios became slower than the others did: a machine that is slower today slows all.</summary>
/// <param name="Median">How many times as long the scenario in the middle took.</param>
/// <param name="Limit">A scenario that took more than so many times as long is slower.</param>
/// <param name="Ids">The slower ones, with how many times as long they took.</param>
internal sealed record SlowScenarios(double Median, double Limit, IReadOnlyList<(string Id, double Ratio)> Ids)
{
    /// <summary>Fewer ratios have no spread that says anything.</summary>
    internal const int Fewest = 8;

    // Tukey's "far out": more than three times the middle half's width above it (Exploratory Data Analysis, 1977, 2D).
    private const double FarOut = 3;

    /// <summary>Compares; <see langword="null"/> for too few scenarios.</summary>
    /// <param name="durations">Id, time before and time after of each scenario that passed both times.</param>
    internal static SlowScenarios? Find(IEnumerable<(string Id, TimeSpan Before, TimeSpan After)> durations)
    {
        (string Id, double Ratio)[] ratios =
        [
            .. from one in durations
               where one.Before > TimeSpan.Zero && one.After > TimeSpan.Zero
               select (one.Id, Ratio: one.After / one.Before) into one
               orderby one.Ratio
               select one,
        ];
        if (ratios.Length < Fewest)
        {
            return null;
        }

        // Twice as long and half as long are equally far from the same: by their logarithms.
        double[] logarithms = [.. ratios.Select(one => Math.Log(one.Ratio))];
        double upper = Quantile(logarithms, 0.75);
        double limit = Math.Exp(upper + (FarOut * (upper - Quantile(logarithms, 0.25))));
        return new(Math.Exp(Quantile(logarithms, 0.5)), limit, [.. ratios.Where(one => one.Ratio > limit).Reverse()]);
    }

    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
