using CardConformance.Harness.Browsers;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Leaks;
using Microsoft.Playwright;

namespace CardConformance.Harness.Tests.Evidence;

/// <summary>A code that a page lets out is found wherever it went; what only looks like it is not.</summary>
[NonParallelizable]
public sealed class BrowserOutputTests
{
    private const string Code = "7391";

    private static BrowserHost? _browsers;

    private static BrowserHost Browsers => _browsers ?? throw new InvalidOperationException("the browser was not started");

    [OneTimeSetUp]
    public static async Task StartAsync() => _browsers = await BrowserHost.StartAsync();

    [OneTimeTearDown]
    public static async Task StopAsync() => await (_browsers?.DisposeAsync() ?? ValueTask.CompletedTask);

    [TestCase("console.log('code 7391')", "ordinateur, console")]
    [TestCase("fetch('/a?code=7391')", "ordinateur, adresse http://page.test/a")]
    [TestCase("fetch('/b', { method: 'POST', body: 'code=7391&x=1' })", "ordinateur, formulaire vers http://page.test/b")]
    [TestCase("document.cookie = 'code=7391'", "cookies et stockage local")]
    [TestCase("localStorage.code = '7391'", "cookies et stockage local")]
    [TestCase("sessionStorage.code = '7391'", "stockage de session")]
    [TestCase("document.body.innerHTML = '<input value=7391>'", "ordinateur, page page.test/")]
    [TestCase("console.log('173912 a7391b x7391')", null)]
    [TestCase("fetch('/a?t=17391')", null)]
    public async Task Code_is_found_where_it_went(string script, string? where)
    {
        IBrowserContext context = await Browsers.NewDesktopAsync();
        try
        {
            var output = new BrowserOutput();
            output.ListenTo(context, "ordinateur");
            await context.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>page</p>" }));
            IPage page = await context.NewPageAsync();
            await page.GotoAsync("http://page.test/");
            await page.EvaluateAsync($"async () => {{ await ({script}); }}");
            await output.LookAtPageAsync(page, "ordinateur");
            await output.LookIntoStorageAsync();
            var canaries = new Canaries();
            canaries.AddCode("A_01", Code);
            Assert.That(canaries.FindLeak("A_01", output.Seen), where is null ? Is.Null : Does.EndWith($" : {where}."));
        }
        finally
        {
            await context.CloseAsync();
        }
    }
}
