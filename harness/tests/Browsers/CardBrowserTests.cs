using CardConformance.Harness.Browsers;
using Microsoft.Playwright;

namespace CardConformance.Harness.Tests.Browsers;

/// <summary>A machine on which the card's browser cannot start: a sentence, and no screen left behind.</summary>
public sealed class CardBrowserTests : IDisposable
{
    private static readonly Uri CardPort = new("https://localhost:1/");

    private readonly ProcessMark _mark = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-browser-tests-");

    private string Screen => WriteProgram("screen", $"export {ProcessMark.Variable}={_mark.Value}\nexec Xvfb \"$@\"");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Without_chromium_it_says_what_to_do()
    {
        Assert.That(
            () => StartAsync(null!, "/nowhere/chromium", Screen),
            Throws.InstanceOf<FileNotFoundException>().With.Message.EqualTo("/nowhere/chromium is missing. Run \"./run-tests.sh setup\"."));
        Assert.That(_mark.FindProcesses(), Is.Empty);
    }

    [TestCase("/nowhere/Xvfb", "supervise: /nowhere/Xvfb: No such file or directory", TestName = "Without_Xvfb_it_says_what_to_do")]
    [TestCase("", "no free display", TestName = "What_Xvfb_said_before_it_ended_is_told")]
    public void Without_a_screen(string program, string said)
    {
        string screen = program.Length > 0 ? program : WriteProgram("screen", "echo no free display >&2\nexit 1");
        Assert.That(
            () => StartAsync(null!, "/bin/true", screen),
            Throws.InstanceOf<FileNotFoundException>().With.Message.StartsWith("Xvfb did not start. Run \"./run-tests.sh setup\".").And.Message.Contains(said));
    }

    [Test]
    public async Task Chromium_that_ends_at_once_takes_its_screen_and_its_home_with_it()
    {
        using IPlaywright playwright = await PlaywrightDriver.StartAsync();
        string home = Path.Combine(_folder.FullName, "home");
        string screens = Path.Combine(_folder.FullName, "display");
        string chromium = WriteProgram("chromium", $"echo $HOME >{home}\necho $DISPLAY >{screens}\necho no memory >&2\nexit 1");
        Assert.That(() => StartAsync(playwright, chromium, Screen), Throws.InstanceOf<PlaywrightException>().With.Message.Contains("no memory"));
        Assert.That(await File.ReadAllTextAsync(screens), Does.Match("^:[0-9]+\n$"), "it had a screen");
        Assert.That(Directory.Exists((await File.ReadAllTextAsync(home)).Trim()), Is.False);
        Assert.That(_mark.FindProcesses(), Is.Empty);
    }

    private async Task StartAsync(IPlaywright playwright, string chromium, string screen)
    {
        string database = _folder.CreateSubdirectory("nssdb").FullName;
        await using CardBrowser browser = await CardBrowser.StartAsync(
            playwright, database, new Dictionary<string, string>(), CardPort, chromium, () => XScreen.StartAsync(320, 200, screen));
    }

    private string WriteProgram(string name, string script)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
