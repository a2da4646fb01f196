namespace CardConformance.Harness.Tests.Diagnosis;

/// <summary>A computer's clock that is wrong by so much.</summary>
/// <param name="by">Forward, or backward when negative.</param>
internal sealed class ShiftedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
