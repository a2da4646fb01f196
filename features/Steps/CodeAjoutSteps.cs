using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>The code d'ajout, typed in all the ways in which people type it.</summary>
[Binding]
public sealed class CodeAjoutSteps(World world)
{
    private string? _first;

    private PortalPage Portal => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) saisit le code d'ajout en minuscules$")]
    public async Task EnterInSmallLettersAsync() => await Portal.EnterCodeAjoutAsync((await ReadAsync()).ToLowerInvariant());

    [When(@"^(?:il|elle) saisit le code d'ajout en commençant par les chiffres$")]
    public async Task EnterDigitsFirstAsync()
    {
        string code = await ReadAsync();
        await Portal.EnterCodeAjoutAsync(code[1..] + code[0]);
    }

    [When(@"^(?:il|elle) saisit un code d'ajout faux$")]
    public async Task EnterWrongAsync()
    {
        string code = await ReadAsync();
        await Portal.EnterCodeAjoutAsync(code[..^1] + (code[^1] == '9' ? '0' : '9'));
    }

    [When(@"^(?:il|elle) saisit (\d) fois un code d'ajout faux$")]
    public async Task EnterWrongAsync(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await EnterWrongAsync();
        }
    }

    [When(@"^(?:il|elle) saisit le bon code d'ajout$")]
    public async Task EnterRightAsync() => await Portal.EnterCodeAjoutAsync(await ReadAsync());

    [When(@"^(?:il|elle) saisit le code d'ajout de la première fois$")]
    public async Task EnterFirstAsync() =>
        await Portal.EnterCodeAjoutAsync(_first ?? throw new InvalidOperationException("aucun code d'ajout n'a encore été affiché"));

    private async Task<string> ReadAsync()
    {
        Phone phone = await world.PhoneAsync();
        string code = await new PhonePage(phone.Page).ReadCodeAjoutAsync();
        world.Secrets.Add(code);
        _first ??= code;
        return code;
    }
}
