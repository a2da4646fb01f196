using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using Microsoft.Playwright;

namespace CardConformance.Features.Steps;

/// <summary>What a person sees.</summary>
[Binding]
public sealed class EcranSteps(World world)
{
    [Then(@"^(?:il|elle) voit l'écran ""(.*)""$")]
    public async Task SeesAsync(Screen screen) =>
        await (screen.Device == Phone.Device ? (await world.PhoneAsync()).ExpectAsync(screen) : world.Workstation.ExpectAsync(screen));

    [Then(@"^l'autre téléphone montre l'écran ""(.*)""$")]
    public async Task OtherPhoneShowsAsync(Screen screen) => await (await world.SecondPhoneAsync()).ExpectAsync(screen);

    [Then(@"^(?:il|elle) lit ""(.*)""$")]
    public async Task ReadsAsync(string text)
    {
        IPage page = world.Workstation.Page!;
        await Screen.ExpectTextAsync(page, text);
        Assert.That(await page.Locator("body").InnerTextAsync(), Does.Contain(World.Rig.Target.Description.Say(text)), await Screen.DescribeAsync(page));
    }

    [Then(@"^aucune erreur ne s'affiche sur son téléphone$")]
    public async Task NoErrorAsync()
    {
        IPage page = (await world.PhoneAsync()).Page;
        Assert.That(await page.GetByRole(AriaRole.Alert).AllInnerTextsAsync(), Has.All.Empty, $"aucune erreur attendue ; vu : {await Screen.DescribeAsync(page)}");
    }
}
