namespace CardConformance.Harness.Browsers;

/// <summary>Options for every Chromium.</summary>
internal static class BrowserArguments
{
    /// <summary>No talk with the network beyond the pages under test; no sandbox, which root cannot have.</summary>
    internal static readonly string[] Common =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        // Hides the bar that warns of the missing sandbox, which would be in every picture.
        "--test-type",
        "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-search-engine-choice-screen",
    ];
}
