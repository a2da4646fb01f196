using System.Text.Json.Nodes;
using CardConformance.Features.Hooks;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;

namespace CardConformance.Features.Steps;

/// <summary>The activation: portal, phone, wallet.</summary>
[Binding]
public sealed class ActivationSteps(World world, ConnexionSteps connexion)
{
    private PortalPage Portal => new(world.Workstation.Page!);

    [Given(@"^(.+) qui a appairé son téléphone avec sa carte$")]
    public async Task PairedPersonAsync(Role role)
    {
        await connexion.PersonWithCardInReaderAsync(role);
        await connexion.ConnectAsync();
        await PairAsync();
        await world.Workstation.ExpectAsync(Screen.Named("Activation : Définition du mot de passe"));
    }

    [Given(@"^(.+) dont le téléphone affiche le code d'ajout$")]
    public async Task PersonWhosePhoneShowsCodeAsync(Role role)
    {
        await connexion.PersonWithCardInReaderAsync(role);

        // The limit of the code is met exactly only by a clock that stands still; what is not about the limit goes with any clock.
        if (World.Rig.Target.Description.WhyNot(Capability.Clock) is null)
        {
            await World.Rig.Target.StopTimeAsync(world.Person.IdentifiantNational);
        }

        await connexion.ConnectAsync();
        await StartAsync();
        await ScanAsync();
        await world.Workstation.ExpectAsync(Screen.Named("Activation : Appairage du téléphone"));
    }

    [When(@"^(?:il|elle) commence l'activation sur le portail$")]
    public async Task StartAsync()
    {
        await world.Workstation.ExpectAsync(Screen.Named("Votre espace personnel"));
        await Portal.StartActivationAsync();
    }

    [When(@"^(?:il|elle) scanne le QR code avec son téléphone$")]
    public async Task ScanAsync()
    {
        Phone phone = await world.PhoneAsync();
        byte[] screen = await Portal.PhotographQrCodeAsync();
        world.Evidence.Add(screen, Workstation.Device, "QR code");
        phone.HoldBefore(screen, world.Workstation.Page!);
        await phone.OpenApplicationAsync();
        await new PhonePage(phone.Page).StartActivationAsync();
        await phone.ExpectAsync(Screen.Named("Code d'ajout sur le téléphone"));
    }

    [When(@"^(?:il|elle) recopie sur le portail le code d'ajout affiché par son téléphone$")]
    public async Task CopyCodeAsync()
    {
        Phone phone = await world.PhoneAsync();
        await world.Workstation.ExpectAsync(Screen.Named("Activation : Appairage du téléphone"));
        string code = await new PhonePage(phone.Page).ReadCodeAjoutAsync();
        world.Secrets.Add(code);
        await Portal.EnterCodeAjoutAsync(code);
        await phone.ExpectAsync(Screen.Named("Mot de passe attendu sur l'ordinateur"));
    }

    [When(@"^(?:il|elle) appaire son téléphone$")]
    public async Task PairAsync()
    {
        await StartAsync();
        await ScanAsync();
        await CopyCodeAsync();
    }

    [Then(@"^son téléphone montre son e-CPS$")]
    public async Task PhoneShowsECpsAsync()
    {
        Phone phone = await world.PhoneAsync();
        await phone.ExpectAsync(world.PasswordOnPhone ? Screen.Named("Votre e-CPS est activée") : Screen.Named("Votre e-CPS"));
        string seen = await phone.Page.Locator("body").InnerTextAsync();
        Assert.That(seen, Does.Contain(world.Person.FullName).And.Contain(world.Person.IdentifiantNational));
    }

    [Then(@"^le portefeuille a reçu son activation une seule fois$")]
    public async Task WalletToldOnceAsync()
    {
        IReadOnlyList<ReceivedRequest> activations = await world.StandIn.FindActivationsAsync(world.Person.IdentifiantNational);
        Assert.That(activations, Has.Count.EqualTo(1), "demandes d'activation que le portefeuille a reçues");
        Assert.That((string?)JsonNode.Parse(activations[0].Body)!["nom"], Is.EqualTo(world.Person.Profile.Holder.FamilyName));
    }

    [Then(@"^le portefeuille n'a pu activer son e-CPS qu'une fois$")]
    public async Task WalletCanHaveActivatedOnceAsync()
    {
        // Repetitions of one request bear one key: a back end that keeps its contract carries them out once.
        IReadOnlyList<ReceivedRequest> activations = await world.StandIn.FindActivationsAsync(world.Person.IdentifiantNational);
        string[] keys = [.. activations.Select(request => request.IdempotencyKey ?? "aucune").Distinct()];
        Assert.That(activations, Has.Count.GreaterThan(1), "demandes d'activation que le portefeuille a reçues : une, puis ses répétitions");
        Assert.That(keys, Has.Length.EqualTo(1), "clés (Idempotency-Key) de ces demandes : autant d'activations pour le portefeuille");
        Assert.That(keys[0], Is.Not.EqualTo("aucune"), "clé (Idempotency-Key) de la demande");
    }

    [Then(@"^le portefeuille n'a rien reçu$")]
    public async Task WalletNotToldAsync() =>
        Assert.That(
            await world.StandIn.FindActivationsAsync(world.Person.IdentifiantNational), Is.Empty, "demandes d'activation que le portefeuille a reçues");

    [Then(@"^aucun SMS ni courriel n'est parti$")]
    public async Task NoMessageSentAsync()
    {
        Assert.That(await world.StandIn.FindMessagesAsync(world.Person.Reach.Mobile), Is.Empty, "SMS partis");
        Assert.That(await world.StandIn.FindMessagesAsync(world.Person.Reach.Email), Is.Empty, "courriels partis");
    }

    [Then(@"^aucun code n'apparaît dans les journaux$")]
    public void NoCodeInLogs() => Assert.That(NegativeEvidence.IsSecretInLog(world), Is.False, "un code ou un mot de passe est dans le journal du portail");
}
