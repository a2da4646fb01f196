namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>A time or a duration in the form of Cucumber Messages: whole seconds, and nanoseconds beyond them.</summary>
/// <param name="Seconds">Whole seconds; of a time, since 1970.</param>
/// <param name="Nanos">Nanoseconds beyond them, below 1,000,000,000.</param>
internal sealed record Moment(long Seconds, long Nanos)
{
    internal static Moment Of(DateTimeOffset time) => Of(time - DateTimeOffset.UnixEpoch);

    internal static Moment Of(TimeSpan duration) =>
        new(duration.Ticks / TimeSpan.TicksPerSecond, duration.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick);
}
