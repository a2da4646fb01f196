namespace CardConformance.Perf;

/// <summary>How long is measured.</summary>
/// <param name="Rounds">How often ours and what is measured beside it take turns.</param>
/// <param name="Span">How long each of them is measured in a round.</param>
/// <param name="IsFull">Whether time does not matter: long lists and large numbers are allowed then.</param>
internal sealed record Pace(int Rounds, TimeSpan Span, bool IsFull)
{
    /// <summary>A first look, and what pipelines run.</summary>
    public static Pace Short { get; } = new(3, TimeSpan.FromSeconds(1), IsFull: false);

    /// <summary>For figures that are published.</summary>
    public static Pace Full { get; } = new(7, TimeSpan.FromSeconds(3), IsFull: true);
}
