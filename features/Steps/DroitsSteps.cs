using CardConformance.Harness;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;
using CardConformance.Harness.Rights;

namespace CardConformance.Features.Steps;

/// <summary>What each profession may do at each service with its card.</summary>
[Binding]
public sealed class DroitsSteps(World world, ConnexionSteps connexion)
{
    private static readonly Lazy<RightsFixture> Fixture = new(() => RightsFixture.Load(Repository.Fixtures));

    private IReadOnlyList<ListedService> _listed = [];

    private ServicesPage Services => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) ouvre la liste de ses services$")]
    public async Task OpenListAsync()
    {
        await connexion.ConnectAsync();
        await Services.OpenAsync();
    }

    [When(@"^(?:il|elle) demande la liste de ses services$")]
    public async Task AskForListAsync()
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Services.AskForAsync(World.Rig.Target.Addresses.Portal);
    }

    [When(@"^(?:il|elle) ouvre le service ""(.+)""$")]
    public async Task OpenServiceAsync(string service)
    {
        await OpenListAsync();
        await Services.OpenServiceAsync(service);
    }

    [Then(@"^la liste, et chaque service ouvert depuis elle, lui donnent ces droits :$")]
    public async Task HasRightsAsync(Table table)
    {
        await world.Workstation.ExpectAsync(Screen.Named("Vos services"));
        _listed = await Services.ReadAsync();
        Assert.That(_listed.Select(service => service.Name), Is.EqualTo(table.Rows.Select(row => row["service"])), "les services de la liste");
        RightsLine line = Fixture.Value.Of(world.Role.Card);
        string[] differences =
        [
            .. from pair in table.Rows.Zip(_listed)
               from difference in ExpectedRight.Named(pair.First["droit"]).Compare(pair.Second, line.Marks[pair.Second.Name])
               select $"{line}, {pair.Second.Name} : {difference}",
        ];
        Declare(line);
        if (differences.Length > 0)
        {
            Assert.Fail(string.Join('\n', differences));
        }
    }

    [Then(@"^les mentions imprimées à côté de ses droits sont ""(.*)""$")]
    public void HasWords(string words)
    {
        string seen = string.Join(" · ", _listed.Select(service => service.Words).Where(text => text.Length > 0));
        if (seen != words)
        {
            Assert.Fail($"{Fixture.Value.Of(world.Role.Card)}, mentions attendues : « {words} » ; vues : « {seen} »");
        }
    }

    [Then(@"^ses droits ne peuvent pas être éprouvés : ""(.+)""$")]
    public void NotApplicable(string reason)
    {
        Assert.That(
            Fixture.Value.Exceptions.Where(exception => exception.Profiles.Contains(world.Role.Card)).Select(exception => exception.Reason),
            Is.EqualTo([reason]),
            "ce que fixtures/services.json dit de cette carte");
        world.Evidence.Add(new Remark($"Non applicable, {Fixture.Value.Of(world.Role.Card)} : {reason}"));
    }

    private void Declare(RightsLine line)
    {
        foreach (var uses in line.Marks.Where(cell => cell.Value.Assumption is not null).GroupBy(cell => cell.Value.Assumption!))
        {
            world.Evidence.Add(new AssumptionUsed(uses.Key.French, uses.Key.English, $"{line}", [.. uses.Select(cell => cell.Key)]));
        }
    }
}
