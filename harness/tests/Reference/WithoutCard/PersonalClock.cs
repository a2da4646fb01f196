namespace CardConformance.Harness.Tests.Reference.WithoutCard;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class PersonalClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    internal void Advance(TimeSpan by) => _now += by;
}
