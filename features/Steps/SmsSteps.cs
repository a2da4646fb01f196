using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;

namespace CardConformance.Features.Steps;

/// <summary>The activation without a card: the SMS and its code.</summary>
[Binding]
public sealed class SmsSteps(World world, DemandeSteps demande)
{
    private const int MostTries = 5;

    [Given(@"^(.+) qui a reçu le SMS d'activation$")]
    public async Task PersonWithSmsAsync(Role role)
    {
        await demande.PersonWithMailAsync(role);
        await demande.OpenOnPhoneAsync();
        await AskAsync();
        await SeesCodeAsync();
    }

    [Given(@"^(.+) dont le code d'activation a été accepté$")]
    public async Task PersonWithCodeAsync(Role role)
    {
        await PersonWithSmsAsync(role);
        await CopyAsync();
        await (await world.PhoneAsync()).ExpectAsync(Screen.Named("Choisir votre mot de passe"));
    }

    [When(@"^(?:il|elle) demande le code par SMS$")]
    public async Task AskAsync() => await (await PageAsync()).AskForSmsAsync();

    [When(@"^(?:il|elle) demande un nouveau SMS$")]
    public async Task AskAgainAsync() => await (await PageAsync()).AskForAnotherSmsAsync();

    [When(@"^(?:il|elle) demande un nouveau SMS (\d) fois, une minute après l'autre$")]
    public async Task AskAgainSeveralTimesAsync(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await World.TargetWith(Capability.Clock).AdvanceTimeAsync(world.Person.IdentifiantNational, TimeSpan.FromMinutes(1));
            await AskAgainAsync();
            await SeesCodeAsync();
        }
    }

    [When(@"^son téléphone récupère le code du SMS$")]
    public async Task FillAsync()
    {
        world.PasswordOnPhone = true;
        await (await PageAsync()).FillCodeAutomaticallyAsync(await world.SmsInbox.ReadLastCodeAsync());
    }

    [When(@"^(?:il|elle) recopie le code du SMS$")]
    public async Task CopyAsync()
    {
        world.PasswordOnPhone = true;
        await (await PageAsync()).EnterCodeAsync(await world.SmsInbox.ReadLastCodeAsync());
    }

    [When(@"^(?:il|elle) recopie le code du premier SMS$")]
    public async Task CopyFirstAsync() => await (await PageAsync()).EnterCodeAsync((await world.SmsInbox.ReadCodesAsync())[0]);

    [When(@"^(?:il|elle) se trompe (\d) fois de code$")]
    public async Task EnterWrongCodesAsync(int times)
    {
        PhonePage page = await PageAsync();
        string wrong = await WrongCodeAsync();
        for (int i = 1; i <= times; i++)
        {
            if (i < MostTries)
            {
                await page.EnterWrongCodeAsync(wrong, MostTries - i);
            }
            else
            {
                await page.EnterCodeAsync(wrong);
                await (await world.PhoneAsync()).ExpectAsync(Screen.Named("Activation bloquée"));
            }
        }
    }

    [Then(@"^le code est refusé parce qu'il (.+)$")]
    public async Task RefusedAsync(string why)
    {
        string reason = why switch
        {
            "est faux" => "Ce code n'est pas le bon.",
            "a expiré" => "Ce code a expiré. Demandez un nouveau SMS.",
            "est celui d'un SMS précédent" => "Ce code est celui d'un SMS précédent.",
            _ => throw new ArgumentException($"« {why} » n'est pas une raison connue : « est faux », « a expiré », « est celui d'un SMS précédent »."),
        };
        Assert.That(await (await PageAsync()).ErrorAsync(), Does.StartWith(reason));
        await SeesCodeAsync();
    }

    [Then(@"^un autre SMS lui est refusé parce qu'il est trop tôt$")]
    public async Task TooSoonAsync()
    {
        Assert.That(await (await PageAsync()).ErrorAsync(), Is.EqualTo("Un SMS vient d'être envoyé. Attendez une minute avant d'en demander un autre."));
        await SeesCodeAsync();
    }

    [Then(@"^un autre courriel lui est refusé parce qu'il est trop tôt$")]
    public async Task MailTooSoonAsync() =>
        Assert.That(await (await PageAsync()).ErrorAsync(), Is.EqualTo("Un courriel vient d'être envoyé. Attendez une minute avant d'en demander un autre."));

    [Then(@"^(?:il|elle) a reçu (\d) SMS$")]
    public async Task ReceivedAsync(int count) => Assert.That(await world.SmsInbox.ReadCodesAsync(), Has.Count.EqualTo(count), "SMS reçus");

    [Then(@"^aucun code ni lien ne figure dans les journaux$")]
    public async Task NothingInLogsAsync()
    {
        string[] secrets = [.. await world.SmsInbox.ReadCodesAsync(), .. (await world.Mailbox.ReadAsync()).SelectMany(Mailbox.SecretsIn)];
        Assert.That(secrets, Is.Not.Empty);
        Assert.That(world.ReadLog().Where(line => secrets.Any(line.Contains)), Is.Empty);
    }

    [Then(@"^aucun SMS n'est parti$")]
    public async Task NoSmsSentAsync() => Assert.That(
        (await world.StandIn.FindMessagesAsync(world.Person.Reach.Mobile)).Where(message => message.Url == BackEnd.Sms.Address), Is.Empty);

    private async Task<string> WrongCodeAsync()
    {
        IReadOnlyList<string> codes = await world.SmsInbox.ReadCodesAsync();
        return codes.Contains("000000") ? "999999" : "000000";
    }

    private async Task SeesCodeAsync() => await (await world.PhoneAsync()).ExpectAsync(Screen.Named("Code d'activation"));

    private async Task<PhonePage> PageAsync() => new((await world.PhoneAsync()).Page);
}
