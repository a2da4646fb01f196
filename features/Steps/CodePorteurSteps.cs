using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pages;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Features.Steps;

/// <summary>The code porteur refused, the card blocked and freed, all by the workstation's software.</summary>
[Binding]
public sealed class CodePorteurSteps(World world)
{
    private string NewCode => _newCode ??= World.Rig.Population.InventCodePorteur(world.Person.CodePorteur.Length, $"{world.Evidence.Id}, un autre code");

    private string? _newCode;

    private PortalPage Portal => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) saisit (\d) fois un code porteur faux$")]
    public async Task EnterWrongCodesAsync(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await ExpectRefusalAsync(world.Person.WrongCode);
        }
    }

    [When(@"^(?:il|elle) débloque sa carte avec le bon code de déblocage et choisit un nouveau code porteur$")]
    public async Task UnblockAsync()
    {
        Assert.That(await world.Workstation.UnblockCardAsync(world.Person.Profile.CodeDeblocage, NewCode), Is.True, "la carte n'a pas été débloquée");
        world.ChangeCodePorteur(NewCode);
    }

    [When(@"^(?:il|elle) tente de débloquer sa carte avec un code de déblocage faux$")]
    public async Task UnblockWithWrongCodeAsync()
    {
        string right = world.Person.Profile.CodeDeblocage;
        string wrong = right[..^1] + (right[^1] == '9' ? '0' : '9');
        Assert.That(await world.Workstation.UnblockCardAsync(wrong, NewCode), Is.False, "la carte a accepté un code de déblocage faux");
    }

    [Then(@"^sa carte est bloquée$")]
    public void IsBlocked() => Assert.That(world.Workstation.CountTriesLeft(), Is.Zero);

    [Then(@"^sa carte refuse même le bon code porteur$")]
    public Task RefusesRightCodeAsync() => ExpectRefusalAsync(world.Person.CodePorteur);

    [Then(@"^le code de déblocage n'accepte plus que (\d+) essais$")]
    public void UnblockingCodeTries(int tries) => Assert.That(world.Workstation.CountTriesLeft(CodeRole.CodeDeblocage), Is.EqualTo(tries));

    private async Task ExpectRefusalAsync(string code)
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Portal.OpenLoginAsync(World.Rig.Target.Addresses.Portal);
        CardTlsAnswer answer = await world.Workstation.LogInWithSoftwareAsync(await Portal.CardAddressAsync(), world.Person, code);
        Assert.That(answer.Outcome, Is.EqualTo(CardTlsOutcome.CodeRefused), answer.Message);
    }
}
