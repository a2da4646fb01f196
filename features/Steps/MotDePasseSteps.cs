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

    [Then(@"^chacun de ces mots de passe lui est refusé :$")]
    public async Task RefusedAsync(Table passwords)
    {
        foreach (TableRow row in passwords.Rows)
        {
            string password = row["mot de passe"];
            PasswordForm form = await FormAsync();
            await form.EnterAndWaitAsync(password);
            try
            {
                await ExpectCreationAsync();
            }
            catch (ScreenException elsewhere)
            {
                throw new ScreenException($"le mot de passe {password} n'a pas été refusé : {elsewhere.Message}");
            }

            Assert.That(await form.ErrorAsync(), Does.StartWith(Said(Refusal(row["règle"]))), $"le mot de passe {password}");
        }
    }

    [Then(@"^le mot de passe est à créer à nouveau parce que les deux saisies diffèrent$")]
    public async Task DifferentAsync()
    {
        Assert.That(await (await FormAsync()).ErrorAsync(), Does.StartWith(Said("Les deux mots de passe ne sont pas identiques.")));
        await ExpectCreationAsync();
    }

    private static string Said(string text) => World.Rig.Target.Description.Say(text);

    private static string Refusal(string rule) => rule switch
    {
        "contient une suite de chiffres croissante" => "Votre mot de passe ne peut pas contenir une suite de chiffres croissante",
        "contient une suite de chiffres décroissante" => "Votre mot de passe ne peut pas contenir une suite de chiffres décroissante",
        "contient une suite de chiffres identiques" => "Votre mot de passe ne peut pas contenir une suite de chiffres identiques",
        "ne contient pas 4 chiffres" => "Votre mot de passe doit contenir 4 chiffres.",
        _ => throw new ArgumentException(
            $"« {rule} » n'est pas une règle connue : « contient une suite de chiffres croissante » (ou « décroissante », « identiques »), "
            + "« ne contient pas 4 chiffres »."),
    };

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
