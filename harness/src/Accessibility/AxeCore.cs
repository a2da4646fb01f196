using System.Text.Json;
using Microsoft.Playwright;

namespace CardConformance.Harness.Accessibility;

/// <summary>axe-core: looks for what keeps people out of a page.</summary>
/// <remarks>Rules: WCAG 2.1, levels A and AA, which the RGAA asks for. Its sentences are French.</remarks>
internal static class AxeCore
{
    private static readonly Lazy<string> Script = new(MakeScript);

    /// <summary>The rules that a page breaks.</summary>
    /// <param name="page">The page.</param>
    /// <exception cref="FileNotFoundException">axe-core is not installed.</exception>
    internal static async Task<IReadOnlyList<AxeViolation>> RunAsync(IPage page) =>
        JsonSerializer.Deserialize<AxeViolation[]>(await page.EvaluateAsync<string>(Script.Value), JsonSerializerOptions.Web)!;

    private static string MakeScript() =>
        $$"""
        (async () => {
          {{Read("axe.min.js")}}
          axe.configure({ locale: {{Read("locales", "fr.json")}} });
          const found = await axe.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
            resultTypes: ['violations'],
            // It would wait ten seconds for a camera's picture to end.
            preload: false,
          });
          return JSON.stringify(found.violations);
        })()
        """;

    private static string Read(params string[] path)
    {
        string file = Path.Combine([Repository.Root, "harness", "node_modules", "axe-core", .. path]);
        return File.Exists(file)
            ? File.ReadAllText(file)
            : throw new FileNotFoundException($"axe-core is not installed: {file} is missing. Run \"./run-tests.sh setup\".", file);
    }
}
