using System.Text.Json.Nodes;
using CardConformance.Harness.Pages;
using CardConformance.Harness.ProSanteConnect;
using Microsoft.Playwright;

namespace CardConformance.Features.Steps;

/// <summary>The example service's own pages: its home, its sessions, and the degraded mode with a personal account.</summary>
[Binding]
public sealed class SidepSteps(World world)
{
    private const string AccountPassword = "un mot de passe personnel";

    private DegradedModePage Degraded => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) ouvre SI-DEP$")]
    public async Task OpenAsync() => await GoAsync((await ExampleAsync()).Service.Home);

    [When(@"^(?:il|elle) demande la page de SI-DEP réservée aux personnes connectées$")]
    public async Task OpenSessionAsync() => await GoAsync((await ExampleAsync()).Service.Session);

    [When(@"^(?:il|elle) demande directement la connexion par compte$")]
    public async Task OpenAccountAsync() => await GoAsync(new((await ExampleAsync()).Service.Home, "compte"));

    [When(@"^(?:il|elle) se déconnecte de SI-DEP$")]
    public Task LeaveAsync() => world.Workstation.Page!.GetByRole(AriaRole.Button, new() { Name = "SE DÉCONNECTER" }).ClickAsync();

    [When(@"^(?:il|elle) demande le mode dégradé$")]
    public async Task AskForDegradedModeAsync()
    {
        Uri home = (await ExampleAsync()).Service.Home;
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Degraded.OpenAsync(home);
        await world.Workstation.ExpectAsync(Screen.Named("Mode dégradé"));
    }

    [When(@"^(?:il|elle) déclare : carte (possible|impossible), e-CPS (possible|impossible), exercice (libéral|salarié)$")]
    public Task DeclareAsync(string card, string ecps, string practice) => Degraded.DeclareAsync(card == "possible", ecps == "possible", practice == "libéral");

    [Given(@"^(?:son|sa) (CIS|ARS) lui a créé un compte SI-DEP$")]
    public async Task CreateAccountAsync(string by)
    {
        world.Secrets.Add(AccountPassword);
        await (await ExampleAsync()).CreateAccountAsync(new JsonObject
        {
            ["identifiant"] = world.Person.Reach.Email,
            ["motDePasse"] = AccountPassword,
            ["exercice"] = by == "CIS" ? "liberal" : "salarie",
            ["nom"] = world.Person.Entry.FamilyName,
            ["prenom"] = world.Person.Entry.GivenName,
            ["identifiantNational"] = world.Person.IdentifiantNational,
        });
    }

    [When(@"^(?:il|elle) se connecte avec son compte SI-DEP$")]
    public Task LogInAsync() => Degraded.LogInAsync(world.Person.Reach.Email, AccountPassword);

    [When(@"^(?:il|elle) se trompe de mot de passe pour son compte SI-DEP$")]
    public Task LogInWronglyAsync() => Degraded.LogInAsync(world.Person.Reach.Email, AccountPassword + "?");

    private static Task<ExampleService> ExampleAsync() => World.Rig.ExampleServiceAsync();

    private async Task GoAsync(Uri address)
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await world.Workstation.Page!.GotoAsync(address.ToString());
    }
}
