using Microsoft.Playwright;

namespace CardConformance.Harness.Browsers;

/// <summary>The browser without a screen that most scenarios share; each has its own contexts in it.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    /// <summary>Debian's browser without a screen: starts faster, but knows no cards.</summary>
    private const string HeadlessProgram = "/usr/bin/chromium-headless-shell";

    private readonly IBrowser _browser;

    private BrowserHost(IPlaywright playwright, IBrowser browser)
    {
        Playwright = playwright;
        _browser = browser;
    }

    /// <summary>Whether it is still there.</summary>
    public bool IsRunning => _browser.IsConnected;

    /// <summary>Playwright itself.</summary>
    public IPlaywright Playwright { get; }

    /// <summary>Starts it.</summary>
    /// <exception cref="FileNotFoundException">The browser is not installed.</exception>
    public static async Task<BrowserHost> StartAsync()
    {
        if (!File.Exists(HeadlessProgram))
        {
            throw new FileNotFoundException($"{HeadlessProgram} is missing. Run \"./run-tests.sh setup\".", HeadlessProgram);
        }

        IPlaywright playwright = await PlaywrightDriver.StartAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessProgram, Args = BrowserArguments.Common });
        return new(playwright, browser);
    }

    /// <summary>A computer's browser, with a profile of its own.</summary>
    /// <param name="userAgent">What it says it is, or <see langword="null"/> for what the browser says.</param>
    public Task<IBrowserContext> NewDesktopAsync(string? userAgent = null) => _browser.NewContextAsync(new()
    {
        UserAgent = userAgent,
        Locale = "fr-FR",
        ViewportSize = new() { Width = 1024, Height = 900 },

        // The port for cards has a certificate of the test authority, which this browser has nowhere to trust in.
        IgnoreHTTPSErrors = true,
    });

    /// <summary>A phone's browser, with a profile of its own and a camera that the harness holds before things.</summary>
    /// <param name="userAgent">What it says it is, or <see langword="null"/> for what the browser says.</param>
    public async Task<IBrowserContext> NewPhoneAsync(string? userAgent = null)
    {
        // A copy: Playwright has one description of each device for everybody.
        var options = new BrowserNewContextOptions(Playwright.Devices["Pixel 7"]);
        options.UserAgent = userAgent ?? options.UserAgent;
        options.Locale = "fr-FR";

        // As on the computer; whether a target's certificates are right was looked at before.
        options.IgnoreHTTPSErrors = true;

        // Seven times fewer pixels to draw and to photograph than on the phone itself; pages are as wide as there.
        options.DeviceScaleFactor = 1;
        return await _browser.NewContextAsync(options);
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        Playwright.Dispose();
    }
}
