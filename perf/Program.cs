using System.Runtime.Versioning;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CardConformance.Harness;

// As the harness, whose cards are measured.
[assembly: SupportedOSPlatform("linux")]

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
    .Run(args, DefaultConfig.Instance.WithArtifactsPath(Path.Combine(Repository.Artifacts, "benchmarks")));
