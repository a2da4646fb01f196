using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>The example service lets nobody in by what its checks find, and lets them in without the check: each seeded defect is one.</summary>
public sealed class ExampleServiceTests
{
    private static int _person;

    // "timeout" shows only by waiting, and "browser" needs no fault in the login itself: the scenarios of C_06 find both.
    private static readonly Dictionary<string, Misbehaviour[]> LetIn = new()
    {
        ["state"] = [Misbehaviour.WrongState, Misbehaviour.MissingState],
        ["response-issuer"] = [Misbehaviour.WrongResponseIssuer],
        ["nonce"] = [Misbehaviour.WrongNonce, Misbehaviour.MissingNonce],
        ["issuer"] = [Misbehaviour.WrongIssuer],
        ["audience"] = [Misbehaviour.WrongAudience],
        ["expiry"] = [Misbehaviour.ExpiredToken],
        ["not-before"] = [Misbehaviour.FutureToken],
        ["signature"] = [Misbehaviour.BadSignature, Misbehaviour.UnknownKey],
        ["algorithm"] = [Misbehaviour.NoSignature],
        ["acr"] = [Misbehaviour.WrongAcr, Misbehaviour.MissingAcr],
        ["subject"] = [Misbehaviour.AnotherSubject],
        ["userinfo"] = [Misbehaviour.AnotherSubject],
    };

    private static readonly Misbehaviour[] All = [.. LetIn.Values.SelectMany(kinds => kinds).Distinct()];

    private static IEnumerable<string> Checks => LetIn.Keys;

    [Test]
    public void Each_seeded_defect_is_tested() => Assert.That(ExampleService.Removable, Is.EquivalentTo(Checks.Concat(["timeout", "browser"])));

    [Test]
    public void Program_has_the_same_defects() =>
        Assert.That(
            () => ExampleService.StartAsync(RunningProSanteConnect.Server.Issuer, "everything"),
            Throws.InvalidOperationException.With.Message.Contains($"one of {string.Join(", ", ExampleService.Removable)} is expected, found \"everything\""));

    [Test]
    public void One_that_does_not_start_leaves_no_file_with_its_secret()
    {
        string own = $"{Guid.NewGuid():N}";
        Assert.That(() => ExampleService.StartAsync(new($"http://localhost:9400/{own}"), "everything"), Throws.InvalidOperationException);
        Assert.That(LeftSettings.Naming(own), Is.Empty);
    }

    [Test]
    public async Task With_all_checks_nobody_gets_in()
    {
        await using ExampleService example = await StartAsync(null);
        Assert.That(await FindLetInAsync(example, All), Is.Empty);
    }

    [TestCaseSource(nameof(Checks))]
    public async Task Without_a_check_only_what_it_finds_gets_in(string check)
    {
        await using ExampleService example = await StartAsync(check);
        Assert.That(await FindLetInAsync(example, All), Is.EquivalentTo(LetIn[check]));
    }

    private static async Task<ExampleService> StartAsync(string? without)
    {
        ExampleService example = await ExampleService.StartAsync(RunningProSanteConnect.Server.Issuer, without);
        await RunningProSanteConnect.Server.RegisterAsync(example.Service.Registration);
        return example;
    }

    private static async Task<IReadOnlyList<Misbehaviour>> FindLetInAsync(ExampleService example, IEnumerable<Misbehaviour> kinds)
    {
        List<Misbehaviour> letIn = [];
        using X509Certificate2 card = RunningProSanteConnect.Card($"8997{70_000_000 + Interlocked.Increment(ref _person)}");
        Assert.That(await IsLetInAsync(example, card), Is.True, "well again, everybody has to get in");
        foreach (Misbehaviour kind in kinds)
        {
            await using MisbehaviourOrder order = await RunningProSanteConnect.Server.MisbehaveAsync(kind, example.Service.Registration.ClientId);
            if (await IsLetInAsync(example, card))
            {
                letIn.Add(kind);
            }
        }

        return letIn;
    }

    private static async Task<bool> IsLetInAsync(ExampleService example, X509Certificate2 card)
    {
        using var visitor = new ServiceVisitor();
        (_, string login) = await visitor.OpenAsync(new(example.Service.Home, "connexion"));
        (Uri address, string page) = await visitor.OpenAsync(await ServiceVisitor.ShowCardAsync(login, card));
        bool isConnected = page.Contains(example.Service.Connected, StringComparison.Ordinal);
        Assert.That(isConnected || page.Contains(example.Service.NotConnected[0], StringComparison.Ordinal), Is.True, $"{address}\n{page}");
        return isConnected;
    }
}
