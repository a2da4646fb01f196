namespace CardConformance.Harness.Actors;

/// <summary>How long a page may take before it counts as broken.</summary>
internal static class PageTimeouts
{
    internal const float ActionMilliseconds = 30_000;
}
