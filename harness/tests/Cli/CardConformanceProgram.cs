using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Cli;

/// <summary>The command line as the process that it is.</summary>
internal static class CardConformanceProgram
{
    internal static Task<ProgramResult> RunAsync(params string[] arguments) =>
        new ProgramRun("dotnet", [Path.Combine(AppContext.BaseDirectory, "CardConformance.Harness.dll"), .. arguments]).RunAsync();
}
