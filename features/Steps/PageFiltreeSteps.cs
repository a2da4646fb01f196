using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>Security software of the establishment between the portal and the browser.</summary>
[Binding]
public sealed class PageFiltreeSteps(World world)
{
    private PortalPage Portal => new(world.Workstation.Page!);

    [Given(@"^le système de sécurité de l'établissement retire (le bouton|les scripts) des pages$")]
    public Task FilterAsync(string part) =>
        world.Workstation.FilterPagesAsync(part == "le bouton" ? FilteredPart.StartButton : FilteredPart.Scripts);

    [Then(@"^le bouton de l'activation n'est pas là$")]
    public async Task NoButtonAsync() => Assert.That(await Portal.OffersActivationAsync(), Is.False);

    [Then(@"^(?:il|elle) ne lit pas ""(.*)""$")]
    public async Task DoesNotReadAsync(string text) =>
        Assert.That(await world.Workstation.Page!.Locator("body").InnerTextAsync(), Does.Not.Contain(text));
}
