using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>The reference as somebody starts it from a shell.</summary>
internal static class ReferenceProgram
{
    // Beside the tests, in the folder of the same build.
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "CardConformance.Reference", new DirectoryInfo(AppContext.BaseDirectory).Name, "CardConformance.Reference.dll"));

    /// <summary>Runs it until it gives up.</summary>
    internal static Task<ProgramResult> RunAsync(ProcessMark mark, params IEnumerable<string> arguments) =>
        new ProgramRun("dotnet", [Program, .. arguments]) { Environment = new Dictionary<string, string> { [ProcessMark.Variable] = mark.Value } }.RunAsync();
}
