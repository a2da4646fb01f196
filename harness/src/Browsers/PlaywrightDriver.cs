using System.Reflection;
using Microsoft.Playwright;

namespace CardConformance.Harness.Browsers;

/// <summary>Starts Playwright from where NuGet keeps its driver.</summary>
internal static class PlaywrightDriver
{
    private const string SearchPathVariable = "PLAYWRIGHT_DRIVER_SEARCH_PATH";

    internal static async Task<IPlaywright> StartAsync()
    {
        string package = typeof(PlaywrightDriver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "PlaywrightPackage").Value!;
        Environment.SetEnvironmentVariable(SearchPathVariable, package);
        return await Playwright.CreateAsync();
    }
}
