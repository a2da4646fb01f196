using CardConformance.Harness.Cli;
using CardConformance.Harness.Diagnosis;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Tests.Diagnosis;

/// <summary>The doctor's TLS test, against the reference's Test SSL: the card in the reader signs, when it is told to.</summary>
public sealed class DoctorTlsTests : IDisposable
{
    private const string Login = "Login with the card";

    private static RunningReference? _reference;

    private readonly ExaminedDesk _desk;
    private readonly CardOrder _order;

    public DoctorTlsTests()
    {
        _desk = new ExaminedDesk { TestSsl = new Uri(_reference!.Server.CardPort, "test-ssl") };
        _order = _desk.Insert("CPS de médecin, sans situation d'exercice")!;
    }

    [OneTimeSetUp]
    public static async Task StartAsync() => _reference = await RunningReference.StartAsync();

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_reference is not null)
        {
            await _reference.DisposeAsync();
        }
    }

    public void Dispose() => _desk.Dispose();

    [Test]
    public async Task Without_a_code_the_server_is_looked_at_and_the_card_does_not_sign()
    {
        IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
        Assert.That(results.Select(result => result.Finding.Outcome), Has.All.EqualTo(FindingOutcome.Good), string.Join('\n', results));
        Assert.That(results.Select(result => result.Check), Does.Contain("TLS server").And.Not.Contain(Login));
    }

    [Test]
    public async Task Card_signs_with_the_right_code()
    {
        _desk.Code = _order.Profile.CodePorteur;

        // The second time the card still knows the code from the first, and does not say how many tries are left.
        for (int i = 0; i < 2; i++)
        {
            IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
            Assert.That(results.Select(result => result.Finding.Outcome), Has.All.EqualTo(FindingOutcome.Good), string.Join('\n', results));
            Assert.That(results[^1].Check, Is.EqualTo(Login));
            Assert.That(results[^1].Finding.Found, Does.Contain("the card signed"));
        }
    }

    // The code is the card's own and stands nowhere in what is written: not on the terminal, not in the file.
    [Test]
    public async Task Program_takes_the_code_from_the_environment_and_writes_it_nowhere()
    {
        string file = Path.GetTempFileName();
        try
        {
            ProgramResult result = await new ProgramRun(
                "dotnet", typeof(CommandLine).Assembly.Location, "doctor", "--reader", _desk.ReaderName, "--test-ssl", _desk.TestSsl!.ToString(), "--code", "--json", file)
            {
                Environment = new Dictionary<string, string>(_desk.Environment) { [DoctorCommand.CodeVariable] = _order.Profile.CodePorteur },
            }.RunAsync();
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Success), result.Text);
            Assert.That(result.Output, Does.Contain("✔ Login with the card  the card signed"));
            Assert.That(result.Text + await File.ReadAllTextAsync(file), Does.Not.Match($@"\b{_order.Profile.CodePorteur}\b"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Wrong_code_costs_one_try_and_the_last_one_is_not_risked()
    {
        _desk.Code = _order.Profile.WrongCode;
        DoctorTests.Expect(await _desk.ExamineAsync(), Login, "the card refused the code: 2 tries left", "ours");
        DoctorTests.Expect(await _desk.ExamineAsync(), Login, "the card refused the code: 1 try left", "ours");
        CheckResult third = (await _desk.ExamineAsync())[^1];
        Assert.That(third.Finding, Is.EqualTo(Finding.NotTestable("the last try of the code porteur is not risked")).Using<Finding>((a, b) => a.Found == b.Found));
    }

    [Test]
    public async Task Server_refuses_a_card_that_it_cannot_look_up()
    {
        _desk.Code = _order.Profile.CodePorteur;
        _desk.Lists.List = null;
        IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
        Assert.That(results.Where(result => result.Finding.Outcome == FindingOutcome.Bad).Select(result => result.Check), Is.EqualTo(["Revocation list", Login]));
        Assert.That(results[^1].Finding.Remedies.Select(remedy => remedy.Source), Is.EqualTo(["S062"]));
    }

    [Test]
    public async Task Server_that_is_not_there()
    {
        _desk.TestSsl = new Uri("https://127.0.0.1:9/");
        DoctorTests.Expect(await _desk.ExamineAsync(), "TLS server", "cannot be reached", "ours");
    }

    [Test]
    public async Task Server_of_an_unknown_authority_gets_no_signature()
    {
        _desk.TrustsNobody = true;
        _desk.Code = _order.Profile.CodePorteur;
        IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
        Assert.That(results.Single(result => result.Check == "TLS server").Finding.Found, Does.Contain("unknown authority"));
        Assert.That(results[^1].Finding.Outcome, Is.EqualTo(FindingOutcome.NotTestable));
    }

    [Test]
    public async Task Server_tells_the_time() => DoctorTests.Expect(
        await _desk.ExamineAsync(new ShiftedClock(TimeSpan.FromMinutes(-10))), "Clock", $"{_desk.TestSsl!.Host} says it is", "ours");
}
