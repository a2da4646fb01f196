using CardConformance.Harness.Actors;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Tests.Diagnosis;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary><c>doctor</c> with ANS's own middleware, also on a CPS4, which OpenSC does not know.</summary>
public sealed class CryptoLibDoctorTests
{
    [TestCase("medecin")]
    [TestCase("medecin-cps4")]
    public async Task Healthy_workstation_is_good_in_every_respect(string card)
    {
        using var lists = new ListServer();
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(card, profile => profile, made => made, lists.Address);
        lists.List = CardIssuing.RevocationList(CardIssuing.OpenAuthority(), CardKind.CPS, []);
        ProgramResult result = await new ProgramRun("dotnet", typeof(CommandLine).Assembly.Location, "doctor", "--module", CryptoLibDesk.Module)
        {
            Environment = desk.MiddlewareEnvironment,
        }.RunAsync();
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Success), result.Text);
        Assert.That(result.Output, Does.Contain("✔ Code porteur         3 tries left"));
    }
}
