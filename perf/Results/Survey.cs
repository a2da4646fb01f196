using System.Diagnostics;
using System.Globalization;

namespace CardConformance.Perf.Results;

/// <summary>Asks one question after the other.</summary>
internal static class Survey
{
    /// <summary>Asks them. One that is answered wrongly, or crashes, does not keep the others from being asked.</summary>
    /// <param name="measurements">The questions.</param>
    /// <param name="pace">How long each is measured.</param>
    /// <param name="progress">Where each says what it is at.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    internal static async Task<IReadOnlyList<Answer>> AskAsync(
        IReadOnlyList<IMeasurement> measurements, Pace pace, TextWriter progress, CancellationToken stop)
    {
        List<Answer> answers = [];
        foreach (IMeasurement measurement in measurements)
        {
            stop.ThrowIfCancellationRequested();
            await progress.WriteLineAsync($"… {measurement.Name} ({answers.Count + 1} of {measurements.Count}): {measurement.Question}");
            Answer answer = await AskAsync(measurement, pace, progress, stop);
            answers.Add(answer);
            string end = answer.Missing is { } missing ? $"not measured: {missing}"
                : answer.Wrong is { } wrong ? $"answered wrongly: {wrong}"
                : answer.Defect is { } defect ? $"crashed: {defect}"
                : string.Create(CultureInfo.InvariantCulture, $"{answer.Took.TotalSeconds:0} s");
            await progress.WriteLineAsync($"  {end}");
        }

        return answers;
    }

    private static async Task<Answer> AskAsync(IMeasurement measurement, Pace pace, TextWriter progress, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            if (measurement.MissingCapability is { } missing)
            {
                return new(measurement, [], clock.Elapsed) { Missing = missing };
            }

            IReadOnlyList<Figure> figures = await measurement.MeasureAsync(pace, progress, stop);
            stop.ThrowIfCancellationRequested();
            return new(measurement, figures, clock.Elapsed);
        }
        catch (Exception wrong) when (SaysWhatIsWrong(wrong))
        {
            // With its place, which tells a wrong answer from a mistake of ours that throws the same.
            await progress.WriteLineAsync(wrong.ToString());
            return new(measurement, [], clock.Elapsed) { Wrong = FirstOf(wrong).Message };
        }
        catch (Exception defect) when (!stop.IsCancellationRequested)
        {
            return new(measurement, [], clock.Elapsed) { Defect = defect.ToString() };
        }
    }

    // Of several cards at once, as many can be wrong.
    private static bool SaysWhatIsWrong(Exception exception) => exception is AggregateException several
        ? several.Flatten().InnerExceptions.All(SaysWhatIsWrong)
        : exception.GetType() == typeof(InvalidOperationException);

    private static Exception FirstOf(Exception exception) => exception is AggregateException several ? several.Flatten().InnerExceptions[0] : exception;
}
