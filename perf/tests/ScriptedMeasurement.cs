namespace CardConformance.Perf.Tests;

/// <summary>A measurement that ends as the test wants it.</summary>
/// <param name="name">Its name.</param>
/// <param name="measure">What it measures.</param>
internal sealed class ScriptedMeasurement(string name, Func<IReadOnlyList<Figure>> measure) : IMeasurement
{
    public string Name => name;

    public string Question => $"How fast is {name}?";

    public string? MissingCapability { get; init; }

    public IReadOnlyList<string> PeerPackages { get; init; } = [];

    public Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop) => Task.FromResult(measure());
}
