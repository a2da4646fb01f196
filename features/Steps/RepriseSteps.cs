using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>Beginning anew, trying again, going on.</summary>
[Binding]
public sealed class RepriseSteps(World world)
{
    private PortalPage Portal => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) recommence l'activation$")]
    public Task RestartAsync() => Portal.RestartAsync();

    [When(@"^(?:il|elle) réessaie$")]
    public Task RetryAsync() => Portal.RetryAsync();

    [When(@"^(?:il|elle) suit le conseil ""(.*)""$")]
    public Task FollowAdviceAsync(string advice) => Portal.FollowAdviceAsync(advice);
}
