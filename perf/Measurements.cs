using CardConformance.Perf.Benchmarks;
using CardConformance.Perf.Fleet;

namespace CardConformance.Perf;

/// <summary>Every question that is asked, in the order of the results.</summary>
internal static class Measurements
{
    internal static IReadOnlyList<IMeasurement> All { get; } =
    [
        new InProcessMeasurement(),
        new FleetMeasurement(),
    ];
}
