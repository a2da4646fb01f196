using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>The password, chosen on the portal with a card and on the phone without.</summary>
[Binding]
public sealed class MotDePasseSteps(World world)
{
    // Break no rule.
    internal const string GoodPassword = "2580";
    internal const string OtherPassword = "1379";

    [When(@"^(?:il|elle) crée un mot de passe et le confirme$")]
    public async Task CreateAsync()
    {
        await CreateOnlyAsync();
        await (await FormAsync()).EnterAsync(GoodPassword);
    }

    [When(@"^(?:il|elle) crée un mot de passe et en confirme un autre$")]
    public async Task ConfirmAnotherAsync()
    {
        await CreateOnlyAsync();
        await (await FormAsync()).EnterAsync(OtherPassword);
    }

    [When(@"^(?:il|elle) propose le mot de passe ""(.*)""$")]
    public async Task ProposeAsync(string password) => await (await FormAsync()).EnterAsync(password);

    [Then(@"^le mot de passe est refusé parce qu'il contient (.+)$")]
    public async Task RefusedAsync(string what)
    {
        await ExpectCreationAsync();
        Assert.That(await (await FormAsync()).ErrorAsync(), Does.StartWith($"Votre mot de passe ne peut pas contenir {what}"));
    }

    [Then(@"^le mot de passe est refusé parce qu'il ne contient pas 4 chiffres$")]
    public async Task OfWrongFormRefusedAsync()
    {
        await ExpectCreationAsync();
        Assert.That(await (await FormAsync()).ErrorAsync(), Is.EqualTo("Votre mot de passe doit contenir 4 chiffres."));
    }

    [Then(@"^le mot de passe est à créer à nouveau parce que les deux saisies diffèrent$")]
    public async Task DifferentAsync()
    {
        Assert.That(await (await FormAsync()).ErrorAsync(), Does.StartWith("Les deux mots de passe ne sont pas identiques."));
        await ExpectCreationAsync();
    }

    private async Task CreateOnlyAsync()
    {
        await ExpectCreationAsync();
        await (await FormAsync()).EnterAsync(GoodPassword);
        await ExpectAsync(world.PasswordOnPhone ? Screen.Named("Confirmer votre mot de passe") : Screen.Named("Confirmation du mot de passe"));
    }

    private Task ExpectCreationAsync() =>
        ExpectAsync(world.PasswordOnPhone ? Screen.Named("Choisir votre mot de passe") : Screen.Named("Activation : Définition du mot de passe"));

    private Task ExpectAsync(Screen screen) => new EcranSteps(world).SeesAsync(screen);

    private async Task<PasswordForm> FormAsync() =>
        new(world.PasswordOnPhone ? (await world.PhoneAsync()).Page : world.Workstation.Page!);
}
