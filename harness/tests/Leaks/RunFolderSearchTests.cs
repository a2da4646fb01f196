using CardConformance.Harness.Actors;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Leaks;
using CardConformance.Harness.Tests.Certification;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Leaks;

/// <summary>A code in what a run leaves behind turns its scenario red, and the failure is ours.</summary>
public sealed class RunFolderSearchTests : IDisposable
{
    private const string Id = "reussite";

    private readonly RecordedRun _run = new();
    private readonly Canaries _canaries = new();

    public RunFolderSearchTests()
    {
        CardProfile card = CardIssuing.Zoo.Find(Role.Named("un médecin").Card).Profile;
        _canaries.Add(Id, card with { CodePorteur = "6391", CodeDeblocage = "73918264" }, new("+33639980011", "porteur.91111111@cabinet.example"));
    }

    public void Dispose() => _run.Dispose();

    [Test]
    public void Run_without_codes_stays_as_it_is()
    {
        using (ScenarioEvidence evidence = _run.Begin(Id, "A_01"))
        {
            evidence.Add(RecordedRun.Exchange(0.5, "00 20 00 01 04 ** ** ** **", "90 00"));

            // Of an identifier: the code is only a part of it.
            evidence.Add(RecordedRun.Exchange(0.6, "00 B0 00 00 00", "38 39 39 36 33 39 31 30 31 90 00"));
            evidence.Add(RecordedRun.Step(1) with { DurationMilliseconds = 6391 });
            evidence.End(new ScenarioEnded(true, null) { Time = RecordedRun.After(2) });
        }

        RunReport.Write(_run.Load());
        Assert.That(new RunFolderSearch(_run.Folder).Search(_canaries), Is.Empty);
        Assert.That(_run.LoadOnly().Passed, Is.True);
    }

    [Test]
    public void Code_in_an_event_is_found_there_and_in_all_that_is_made_of_it()
    {
        using (ScenarioEvidence evidence = _run.Begin(Id, "A_01"))
        {
            evidence.Add(RecordedRun.Step(1, "il saisit 6391"));
            evidence.End(new ScenarioEnded(true, null) { Time = RecordedRun.After(2) });
        }

        RunReport.Write(_run.Load());
        Assert.That(
            Files(),
            Is.SupersetOf(["scenarios/reussite/events.ndjson", "report/index.html", "report/index.en.html", "messages.ndjson"]));
        ScenarioResult scenario = _run.LoadOnly();
        Assert.That((scenario.Passed, scenario.Rule), Is.EqualTo((false, BlameRule.OwnLeak)));
        Assert.That(scenario.Error, Does.Not.Contain("6391"));
        Assert.That(_run.Load().Verdict, Is.EqualTo(Verdict.HarnessFailed));
    }

    [TestCase("00 20 00 01 04 36 33 39 31", "90 00", TestName = "Command_that_is_not_masked")]
    [TestCase("00 B0 00 00 00", "04 36 33 39 31 90 00", TestName = "Answer_that_tells_it")]
    public void Code_in_the_trace_is_found(string command, string response)
    {
        using (ScenarioEvidence evidence = _run.Begin(Id, "A_01"))
        {
            evidence.Add(RecordedRun.Exchange(0.5, command, response));
            evidence.Add(RecordedRun.Step(1));
            evidence.End(new ScenarioEnded(true, null) { Time = RecordedRun.After(2) });
        }

        Assert.That(Files(), Is.EqualTo(["scenarios/reussite/apdu.txt"]));
        Assert.That(_run.LoadOnly().Rule, Is.EqualTo(BlameRule.OwnLeak));
    }

    [TestCase("report/index.html", "<p>6391</p>")]
    [TestCase("junit.xml", "<a>6391</a>")]
    [TestCase("run.log", "PIN 6391")]
    public void Code_in_a_file_beside_the_scenarios_is_found(string name, string text)
    {
        _run.Pass(Id, "A_01");
        string path = Path.Combine(_run.Folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        Assert.That(Files(), Is.EqualTo([name]));
    }

    private string[] Files()
    {
        string[] found = [.. new RunFolderSearch(_run.Folder).Search(_canaries)];
        Assert.That(found, Has.All.EndsWith($" holds a code of the card of {Id}."));
        return [.. found.Select(one => one.Split(' ')[0])];
    }
}
