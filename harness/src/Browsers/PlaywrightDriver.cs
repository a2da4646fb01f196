using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Playwright;

namespace CardConformance.Harness.Browsers;

/// <summary>Starts Playwright from where NuGet keeps its driver.</summary>
internal static class PlaywrightDriver
{
    private const string SearchPathVariable = "PLAYWRIGHT_DRIVER_SEARCH_PATH";

    /// <summary>The program of Node that comes with it: newer than Debian's.</summary>
    /// <exception cref="FileNotFoundException">The package has none for this machine.</exception>
    internal static string Node
    {
        get
        {
            string architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
            string path = Path.Combine(Package, ".playwright", "node", $"linux-{architecture}", "node");
            return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing: run \"./run-tests.sh setup\".", path);
        }
    }

    private static string Package => typeof(PlaywrightDriver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PlaywrightPackage").Value!;

    internal static async Task<IPlaywright> StartAsync()
    {
        Environment.SetEnvironmentVariable(SearchPathVariable, Package);
        return await Playwright.CreateAsync();
    }
}
