using System.Globalization;
using System.Text.Json.Nodes;
using CardConformance.Harness.Middleware;
using Microsoft.Playwright;

namespace CardConformance.Harness.Browsers;

/// <summary>
/// A Chromium on a screen of its own that uses the card in a reader through OpenSC, as on a professional's computer: it asks for
/// the code porteur in a window that is not part of any page.
/// </summary>
public sealed class CardBrowser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const int ScreenWidth = 1034;
    private const int ScreenHeight = 912;
    private const string ProgramName = "Chromium";
    private const string CodeWindow = "Unlock Security Device";

    private static readonly TimeSpan WindowLimit = TimeSpan.FromSeconds(30);

    private readonly XScreen _screen;
    private readonly DirectoryInfo _home;

    private CardBrowser(XScreen screen, DirectoryInfo home, IBrowserContext context)
    {
        _screen = screen;
        _home = home;
        Context = context;
    }

    /// <summary>Its pages.</summary>
    public IBrowserContext Context { get; }

    /// <summary>Starts it.</summary>
    /// <param name="playwright">Playwright.</param>
    /// <param name="nssDatabase">A database made by <see cref="NssDatabase"/>; it is copied.</param>
    /// <param name="environment">Where its middleware finds the reader.</param>
    /// <param name="cardPort">The address for which it offers the card's certificate without asking which one.</param>
    /// <exception cref="FileNotFoundException">The browser or the screen is not installed.</exception>
    public static async Task<CardBrowser> StartAsync(
        IPlaywright playwright, string nssDatabase, IReadOnlyDictionary<string, string> environment, Uri cardPort) =>
        await StartAsync(playwright, nssDatabase, environment, cardPort, Program, () => XScreen.StartAsync(ScreenWidth, ScreenHeight));

    internal static async Task<CardBrowser> StartAsync(
        IPlaywright playwright,
        string nssDatabase,
        IReadOnlyDictionary<string, string> environment,
        Uri cardPort,
        string program,
        Func<Task<XScreen>> startScreen)
    {
        if (!File.Exists(program))
        {
            throw new FileNotFoundException($"{program} is missing. Run \"./run-tests.sh setup\".", program);
        }

        XScreen screen = await startScreen();
        DirectoryInfo home = Directory.CreateTempSubdirectory("cardconformance-browser-");
        try
        {
            CopyFolder(nssDatabase, Path.Combine(home.FullName, ".pki", "nssdb"));
            string profile = Path.Combine(home.FullName, "profile");
            await WritePreferencesAsync(profile, cardPort);
            IBrowserContext context = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
            {
                ExecutablePath = await WriteStarterAsync(home.FullName, program),
                Headless = false,
                Args = [.. BrowserArguments.Common, "--window-position=0,0"],
                Locale = "fr-FR",
                ViewportSize = new() { Width = 1024, Height = 780 },
                Env = new Dictionary<string, string>(environment)
                {
                    ["HOME"] = home.FullName,
                    ["DISPLAY"] = screen.Name,
                    ["LANGUAGE"] = "en",
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
                },
            });
            return new(screen, home, context);
        }
        catch
        {
            await screen.DisposeAsync();
            home.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Waits until the browser asks for the code.</summary>
    /// <exception cref="TimeoutException">It does not.</exception>
    /// <returns>The window.</returns>
    public Task<nuint> WaitForCodeWindowAsync() => LookAsync(display => display.WaitForWindow(CodeWindow, WindowLimit));

    /// <summary>Types a code into the window that asks for it, once it is there, and waits until that window has gone.</summary>
    /// <param name="code">The code porteur.</param>
    /// <returns>The screen with the window on it, PNG: the code shows as dots.</returns>
    /// <exception cref="TimeoutException">The window did not come.</exception>
    public async Task<byte[]> EnterCodeAsync(string code)
    {
        nuint window = await WaitForCodeWindowAsync();

        // The code goes in by the standard input: arguments can be read by anybody.
        string id = window.ToString(CultureInfo.InvariantCulture);
        await TypeAsync(code, "windowfocus", "--sync", id, "type", "--file", "-");
        byte[] picture = await LookAsync(display => display.Capture());
        await TypeAsync("", "key", "Return");
        await LookAsync(display => display.WaitUntilGone(window, WindowLimit));
        return picture;
    }

    /// <summary>Closes the window that asks for the code without typing one, as often as it comes, until the browser shows another page.</summary>
    /// <exception cref="TimeoutException">Neither the window nor another page came.</exception>
    public async Task GiveUpCodeAsync()
    {
        string title = await Context.Pages[0].TitleAsync();
        while (true)
        {
            (nuint window, string name) = await LookAsync(display => display.WaitForWindow(
                one => one == CodeWindow || (one.EndsWith(ProgramName, StringComparison.Ordinal) && !one.StartsWith(title, StringComparison.Ordinal)),
                "neither the window for the code nor another page",
                WindowLimit));
            if (name != CodeWindow)
            {
                return;
            }

            await TypeAsync("", "windowfocus", "--sync", window.ToString(CultureInfo.InvariantCulture), "key", "Escape");
            await LookAsync(display => display.WaitUntilGone(window, WindowLimit));
        }
    }

    /// <summary>Closes it, and the screen with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Context.CloseAsync();
        await _screen.DisposeAsync();
        _home.Delete(recursive: true);
    }

    // Xlib waits in the system call: not in a thread that others need.
    private Task<T> LookAsync<T>(Func<XDisplay, T> look) => Task.Factory.StartNew(
        () =>
        {
            using var display = new XDisplay(_screen.Name);
            return look(display);
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private async Task TypeAsync(string input, params string[] arguments)
    {
        ProgramResult result = await new ProgramRun("xdotool", arguments)
        {
            Environment = new Dictionary<string, string> { ["DISPLAY"] = _screen.Name },
            Input = input,
        }.RunAsync();
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"the keyboard did not work: {result.Errors}");
        }
    }

    // The browser's own memory of "always use this certificate here": no policy of the machine is touched, no root needed.
    private static async Task WritePreferencesAsync(string profile, Uri cardPort)
    {
        string origin = cardPort.GetLeftPart(UriPartial.Authority);
        var preferences = new JsonObject
        {
            ["profile"] = new JsonObject
            {
                ["content_settings"] = new JsonObject
                {
                    ["exceptions"] = new JsonObject
                    {
                        ["auto_select_certificate"] = new JsonObject
                        {
                            [$"{origin},*"] = new JsonObject { ["setting"] = new JsonObject { ["filters"] = new JsonArray(new JsonObject()) } },
                        },
                    },
                },
            },
        };
        string folder = Path.Combine(profile, "Default");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Preferences"), preferences.ToJsonString());
    }

    // OpenSC 0.23 locks the memory of each code in RAM and never unlocks it. Chromium's allocator, to which that memory belongs,
    // crashes when the system refuses to take such a page back. A browser that may lock no memory is safe from this.
    private static async Task<string> WriteStarterAsync(string folder, string program)
    {
        string path = Path.Combine(folder, "chromium");
        string root = Environment.IsPrivilegedProcess ? "setpriv --bounding-set=-ipc_lock " : "";
        await File.WriteAllTextAsync(path, $"#!/bin/sh\nexec prlimit --memlock=0:0 {root}{program} \"$@\"\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
