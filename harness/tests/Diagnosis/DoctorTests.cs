using CardConformance.Harness.Actors;
using CardConformance.Harness.Diagnosis;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Diagnosis;

/// <summary>The doctor finds what is wrong with a workstation, nothing else, and says what to do. Reader, pcscd and OpenSC are real.</summary>
public sealed class DoctorTests : IDisposable
{
    private const string Doctor = "CPS de médecin";

    private readonly ExaminedDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Test]
    public async Task Healthy_workstation_is_good_in_every_respect()
    {
        _desk.Insert(Doctor);
        IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
        Assert.That(results.Where(result => result.Finding.Outcome != FindingOutcome.Good), Is.Empty);
        Assert.That(results, Has.Count.EqualTo(12));
    }

    [TestCase("CPS de médecin, certificat expiré", "Certificate dates", "expired on", "S033")]
    [TestCase("CPS de médecin, certificat pas encore valable", "Certificate dates", "not valid before", "S033")]
    [TestCase("CPS de médecin, certificat qui expire demain", "Certificate dates", "expire soon", "S033")]
    [TestCase("CPS de médecin, certificat révoqué", "Opposition", "revoked", "S024")]
    [TestCase("CPS de médecin, certificat d'une autre autorité", "Authorities", "no known authority", "S033")]
    [TestCase("CPS de médecin, code porteur bloqué", "Code porteur", "blocked", "S024")]
    [TestCase("carte Vitale", "Kind of card", "carte Vitale", "S033")]
    [TestCase("carte inconnue", "Kind of card", "3B 04 00 11 22 33", "S033")]
    [TestCase("carte muette", "Card", "does not answer", "S031")]
    public async Task What_is_wrong_with_the_card_is_named_and_nothing_else(string phrase, string check, string found, string source)
    {
        _desk.Insert(phrase);
        Expect(await _desk.ExamineAsync(), check, found, source);
    }

    [Test]
    public async Task No_card() => Expect(await _desk.ExamineAsync(), "Card", "none in the reader", "S028");

    [Test]
    public async Task No_reader_of_that_name()
    {
        _desk.Insert(Doctor);
        _desk.Reader = "Lecteur absent 00 00";
        Expect(await _desk.ExamineAsync(), "Card reader", "\"Lecteur absent 00 00\" is not there", "ours");
    }

    [Test]
    public async Task Middleware_is_missing()
    {
        _desk.Insert(Doctor);
        _desk.Module = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.so");
        Expect(await _desk.ExamineAsync(), "Middleware", "there is no PKCS#11 module at", "S029");
    }

    [Test]
    public async Task Middleware_cannot_be_loaded()
    {
        _desk.Insert(Doctor);
        _desk.Module = Path.Combine(Repository.Root, "README.md");
        Expect(await _desk.ExamineAsync(), "Middleware", "cannot be loaded", "S029");
    }

    [Test]
    public async Task Middleware_ignores_the_reader()
    {
        using var other = new ExaminedDesk();
        other.Insert(Doctor);
        _desk.Insert(Doctor);
        _desk.Reader = other.ReaderName;
        Expect(await _desk.ExamineAsync(), "Middleware and card", "shows no card", "S029");
    }

    [TestCase(10)]
    [TestCase(-10)]
    [TestCase(2 * 365 * 24 * 60)]
    [TestCase(-20 * 365 * 24 * 60)]
    public async Task Wrong_clock(int minutes)
    {
        _desk.Insert(Doctor);
        Expect(await _desk.ExamineAsync(new ShiftedClock(TimeSpan.FromMinutes(minutes))), "Clock", "but", "ours");
    }

    [Test]
    public async Task Clock_before_the_date_of_the_list_is_wrong_even_when_no_server_tells_the_time()
    {
        _desk.Insert(Doctor);
        _desk.Lists.TellsTime = false;
        Expect(await _desk.ExamineAsync(new ShiftedClock(TimeSpan.FromMinutes(-10))), "Clock", "the revocation list is of", "ours");
    }

    [Test]
    public async Task Clock_that_nothing_contradicts_says_so()
    {
        _desk.Insert(Doctor);
        _desk.Lists.TellsTime = false;
        IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
        Assert.That(results.Single(result => result.Check == "Clock").Finding.Found, Does.Contain("no server here tells the time"));
    }

    [Test]
    public async Task Clock_without_any_list_is_not_testable_unless_it_lies_before_the_build()
    {
        _desk.Insert(Doctor);
        _desk.Lists.Dispose();
        Assert.That((await _desk.ExamineAsync()).Single(result => result.Check == "Clock").Finding.Outcome, Is.EqualTo(FindingOutcome.NotTestable));
        IReadOnlyList<CheckResult> results = await _desk.ExamineAsync(new ShiftedClock(-TimeSpan.FromDays(10 * 365)));
        Assert.That(results.Single(result => result.Check == "Clock").Finding.Found, Does.Contain("this program was built on"));
    }

    [Test]
    public async Task List_that_is_not_there()
    {
        _desk.Insert(Doctor);
        _desk.Lists.List = null;
        Expect(await _desk.ExamineAsync(), "Revocation list", "answers 404", "S033");
    }

    [Test]
    public async Task Server_of_the_list_that_is_not_there()
    {
        _desk.Insert(Doctor);
        _desk.Lists.Dispose();
        ExpectOnly(await _desk.ExamineAsync(), "Revocation list", "cannot be reached", "S033");
    }

    [Test]
    public async Task List_that_is_none()
    {
        _desk.Insert(Doctor);
        _desk.Lists.List = "<html>"u8.ToArray();
        Expect(await _desk.ExamineAsync(), "Revocation list", "is no revocation list", "S033");
    }

    [Test]
    public async Task List_that_is_out_of_date()
    {
        _desk.Insert(Doctor);
        _desk.Lists.List = CardIssuing.OutdatedRevocationList(CardIssuing.OpenAuthority(), CardKind.CPS);
        Expect(await _desk.ExamineAsync(), "Revocation list", "out of date", "S033");
    }

    [Test]
    public async Task List_of_somebody_else()
    {
        _desk.Insert(Doctor);
        _desk.Lists.List = CardIssuing.RevocationList(CardIssuing.OpenOtherAuthority(), CardKind.CPS, []);
        Expect(await _desk.ExamineAsync(), "Revocation list", "not signed by the card's authority", "S033");
    }

    [Test]
    public async Task No_try_of_the_code_is_spent()
    {
        _desk.Insert("CPS de médecin, code porteur à un essai");
        for (int i = 0; i < 2; i++)
        {
            IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
            Assert.That(results.Single(result => result.Check == "Code porteur").Finding.Found, Does.StartWith("1 try left"));
        }
    }

    [TestCase("medecin-cps4", "3 tries left")]
    [TestCase("medecin-sans-contact", "none on this interface of the card")]
    public async Task Card_that_OpenSC_does_not_know(string card, string code)
    {
        _desk.Insert(card);
        IReadOnlyList<CheckResult> results = await _desk.ExamineAsync();
        Expect(results, "Middleware and card", "shows no card", "ours");
        Assert.That(results.Single(result => result.Check == "Code porteur").Finding.Found, Is.EqualTo(code));
    }

    // One thing is bad, with its remedy; what stands before it is good, what depends on it may be untestable, never bad.
    internal static void Expect(IReadOnlyList<CheckResult> results, string check, string found, string source)
    {
        CheckResult bad = ExpectOnly(results, check, found, source);
        Assert.That(results.TakeWhile(result => result != bad).Select(result => result.Finding.Outcome), Has.All.EqualTo(FindingOutcome.Good), All(results));
    }

    private static CheckResult ExpectOnly(IReadOnlyList<CheckResult> results, string check, string found, string source)
    {
        CheckResult[] bad = [.. results.Where(result => result.Finding.Outcome == FindingOutcome.Bad)];
        Assert.That(bad.Select(result => result.Check), Is.EqualTo([check]), All(results));
        Assert.That(bad[0].Finding.Found, Does.Contain(found));
        Assert.That(bad[0].Finding.Remedies.Select(remedy => remedy.Source), Does.Contain(source));
        return bad[0];
    }

    private static string All(IReadOnlyList<CheckResult> results) => string.Join('\n', results);
}
