using CardConformance.Harness.Middleware;
using CardConformance.Soak;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>
/// Everything that a soak does to readers, for a moment: cards pulled out, mute, killed, garbage at the slot's socket, and after each a
/// card in order.
/// </summary>
public sealed class SoakTests
{
    [Test]
    public async Task Whatever_comes_from_its_sockets_pcscd_serves_the_next_card_and_holds_no_more_than_before()
    {
        ProgramResult result = await SoakAsync();
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.EndWith("All went well.\n"));
    }

    [Test]
    public async Task Sanitizers_find_nothing_in_the_driver()
    {
        if (SanitizedDriver.Missing is { } missing)
        {
            Assert.Ignore(missing);
        }

        ProgramResult result = await SoakAsync("--sanitized");
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.EndWith("All went well.\n"));
    }

    [TestCase("--readers", "17")]
    [TestCase("--seconds", "0")]
    public async Task Mistakes_are_told_apart_from_failures(params string[] arguments) => Assert.That((await SoakAsync(arguments)).ExitCode, Is.EqualTo(2));

    private static Task<ProgramResult> SoakAsync(params string[] arguments) => new ProgramRun(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "CardConformance.Soak.dll"), "--seconds", "5", "--every", "1", .. arguments])
    {
        Limit = TimeSpan.FromMinutes(2),
    }.RunAsync();
}
