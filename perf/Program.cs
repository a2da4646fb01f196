using System.Runtime.Versioning;
using CardConformance.Perf;
using CardConformance.Perf.Commands;

// As the harness, whose cards are measured.
[assembly: SupportedOSPlatform("linux")]

return await PerfCommandLine.RunAsync(args, Measurements.All);
