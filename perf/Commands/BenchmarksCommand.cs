using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CardConformance.Harness;

namespace CardConformance.Perf.Commands;

/// <summary><c>benchmarks</c>: BenchmarkDotNet's own command line, each benchmark in a process of its own.</summary>
internal static class BenchmarksCommand
{
    internal static Command Create()
    {
        var arguments = new Argument<string[]>("arguments")
        {
            Description = "BenchmarkDotNet's own arguments after --, for example: benchmarks -- --filter '*Verify*'; benchmarks -- --help lists them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("benchmarks", "Runs the benchmarks with BenchmarkDotNet's own arguments, each in a process of its own.") { arguments };
        command.SetAction(parsed => Run(parsed.GetValue(arguments)!));
        return command;
    }

    private static int Run(string[] arguments)
    {
        IConfig config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(Repository.Artifacts, "benchmarks"));
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchmarksCommand).Assembly).Run(arguments, config);
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? ExitCode.Wrong : ExitCode.Success;
    }
}
