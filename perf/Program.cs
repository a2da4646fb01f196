using System.Runtime.Versioning;
using CardConformance.Perf;

// As the harness, whose cards are measured.
[assembly: SupportedOSPlatform("linux")]

// With its namespace: a library of BenchmarkDotNet has one called CommandLine.
return await CardConformance.Perf.Commands.CommandLine.RunAsync(args, Measurements.All);
