namespace CardConformance.Perf.Results;

/// <summary>A figure beside what was kept of it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Limit">What was kept, or <see langword="null"/>.</param>
/// <param name="Standing">How they stand to each other.</param>
internal sealed record ComparedFigure(Figure Figure, Limit? Limit, Standing Standing)
{
    // Rounds of one run lie closer together than runs do: less than this is noise whatever they say.
    private const double LeastNoise = 0.1;

    // One round alone says nothing about noise.
    private const double NoiseOfOneRound = 0.25;

    // A time or a rate with nothing beside it is the machine's as much as ours: a neighbour on the other half of the same core makes VERIFY
    // a quarter and SELECT three quarters slower, for seconds or minutes, and no clock of ours shows it.
    private const double NoiseOfTimeAlone = 0.5;

    /// <summary>Compares.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="limit">What was kept, or <see langword="null"/>.</param>
    /// <param name="machine">The machine of now.</param>
    internal static ComparedFigure Of(Figure figure, Limit? limit, string machine)
    {
        if (limit is null || limit.Beside != (figure.Ratio is null ? null : figure.BesideName) || (limit.Beside is null && (limit.Machine != machine || limit.Unit != figure.Unit)))
        {
            return new(figure, limit, Standing.Unknown);
        }

        double value = figure.Ratio ?? figure.Median;
        double noise = Math.Max(LeastNoiseOf(figure), limit.Noise + figure.Noise);
        if (Math.Abs(value - limit.Value) <= noise * Math.Abs(limit.Value))
        {
            return new(figure, limit, Standing.Same);
        }

        return new(figure, limit, value > limit.Value == figure.MoreIsBetter ? Standing.Better : Standing.Worse);
    }

    private static double LeastNoiseOf(Figure figure) => figure switch
    {
        { Ratio: null, Unit: not "bytes" } => NoiseOfTimeAlone,
        { Samples.Count: 1 } => NoiseOfOneRound,
        _ => LeastNoise,
    };

    /// <summary>In one line: from what to what.</summary>
    internal string ToText()
    {
        string Format(double value) => Limit!.Beside is null ? FigureText.Quantity(value, Figure.Unit) : $"{FigureText.Ratio(value)} of {Limit.Beside}";
        return $"{Figure.Id}: was {Format(Limit!.Value)} ± {FigureText.Ratio(Limit.Noise)}, is {Format(Figure.Ratio ?? Figure.Median)} ± {FigureText.Ratio(Figure.Noise)}";
    }
}
