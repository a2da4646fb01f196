using CardConformance.Perf.Benchmarks;
using CardConformance.Perf.Fleet;
using CardConformance.Perf.Throughput;

namespace CardConformance.Perf;

/// <summary>Every question that is asked, in the order of the results.</summary>
internal static class Measurements
{
    internal static IReadOnlyList<IMeasurement> All { get; } =
    [
        new InProcessMeasurement(),
        new FleetMeasurement(),
        SocketMeasurement.OfOurDriver,
        SocketMeasurement.OfVpcd,
        new PcscMeasurement(),
        new EventsMeasurement(),
        new RsaMeasurement(),
        new TlsMeasurement(),
        new ActivationsMeasurement(),
    ];
}
