using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>A scenario from APDU to pixel, on one clock.</summary>
/// <remarks>
/// All times are of one machine's clock: this program's own, and that of the stand-ins' journal in whole milliseconds. What lies closer
/// together than a millisecond may change places.
/// </remarks>
internal static class Timeline
{
    /// <summary>Rows of a kind that are shown, besides steps: half of them from the beginning, half from the end. The others stay in the scenario's files.</summary>
    internal const int MostOfAKind = 60;

    /// <summary>The rows, by time.</summary>
    /// <param name="scenario">The scenario.</param>
    internal static IReadOnlyList<TimelineRow> Of(ScenarioResult scenario) =>
    [
        .. scenario.Events.SelectMany(RowsOf)
            .Concat(scenario.Exchanges.Select(exchange => new TimelineRow(exchange.Time, TimelineKind.Card, Exchange: exchange)))
            .GroupBy(row => row.Kind)
            .SelectMany(kind => Limit([.. kind.OrderBy(row => row.Time)]))
            .OrderBy(row => row.Time)
            .ThenBy(row => row.Kind),
    ];

    private static IEnumerable<TimelineRow> RowsOf(EvidenceEvent happened)
    {
        switch (happened)
        {
            case StepDone step:
                yield return new(step.Time - TimeSpan.FromMilliseconds(step.DurationMilliseconds), TimelineKind.Step, step);
                if (!step.Passed)
                {
                    yield return new(step.Time, TimelineKind.Step, step) { IsFailure = true };
                }

                break;
            case PageAsked:
                yield return new(happened.Time, TimelineKind.Page, happened);
                break;
            case BackEndAsked { Channel: var channel }:
                yield return new(
                    happened.Time,
                    channel switch { Channel.Mail => TimelineKind.Mail, Channel.Sms => TimelineKind.Sms, _ => TimelineKind.Wallet },
                    happened);
                break;
            case PictureTaken:
                yield return new(happened.Time, TimelineKind.Screen, happened);
                break;
            case Remark:
                yield return new(happened.Time, TimelineKind.Note, happened);
                break;
        }
    }

    // Steps are few, and what else there is means nothing without them.
    private static IEnumerable<TimelineRow> Limit(IReadOnlyList<TimelineRow> rows)
    {
        int half = MostOfAKind / 2;
        return rows.Count <= MostOfAKind || rows[0].Kind == TimelineKind.Step
            ? rows
            : [.. rows.Take(half), new(rows[half].Time, rows[half].Kind, NotShown: rows.Count - (2 * half)), .. rows.TakeLast(half)];
    }
}
