using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Tests.Certification;

public sealed class ScenarioResultTests : IDisposable
{
    private readonly RecordedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Test]
    public void Pictures_and_remarks_belong_to_the_step_during_which_they_were_made()
    {
        using (ScenarioEvidence evidence = _run.Begin("a", "A_01"))
        {
            evidence.Add(RecordedRun.Step(1, "premier"));
            evidence.Add([1], "ordinateur", "Portail");
            evidence.Add(new Remark("La fenêtre est venue."));
            evidence.Add([2], "téléphone", "Application");
            evidence.Add(RecordedRun.Step(2, "deuxième"));
            evidence.Add([3], "ordinateur", "Espace");
            evidence.Add(RecordedRun.Step(3, "troisième"));
            evidence.End(new ScenarioEnded(true, null));
        }

        IReadOnlyList<StepResult> steps = _run.LoadOnly().Steps;
        Assert.That(steps.Select(step => step.Step.Text), Is.EqualTo(["premier", "deuxième", "troisième"]));
        Assert.That(
            steps.Select(step => string.Join(", ", step.Pictures.Select(picture => picture.Title))),
            Is.EqualTo(["", "Portail, Application", "Espace"]));
        Assert.That(steps.Select(step => step.Remarks.Count), Is.EqualTo([0, 1, 0]));
    }

    [Test]
    public void Picture_that_looks_as_the_last_one_of_its_device_is_not_kept_twice()
    {
        using (ScenarioEvidence evidence = _run.Begin("a", "A_01"))
        {
            evidence.Add([1], "ordinateur", "Portail");
            evidence.Add([1], "ordinateur", "Portail encore");
            evidence.Add([1], "téléphone", "Application");
            evidence.Add(RecordedRun.Step(1));
        }

        Assert.That(
            _run.LoadOnly().Steps.Single().Pictures.Select(picture => picture.File), Is.EqualTo(["01-ordinateur.png", "02-téléphone.png"]));
    }

    [Test]
    public void Exchanges_belong_to_the_step_in_whose_time_they_began()
    {
        using (ScenarioEvidence evidence = _run.Begin("a", "A_01"))
        {
            evidence.Add(RecordedRun.Exchange(0, "RESET", "3B"));
            evidence.Add(RecordedRun.Exchange(0.999, "00 A4 04 0C 00", "90 00"));
            evidence.Add(RecordedRun.Step(1));
            evidence.Add(RecordedRun.Exchange(1, "00 84 00 00 08", "90 00"));
            evidence.Add(RecordedRun.Step(2));
            evidence.Add(RecordedRun.Step(3));
        }

        Assert.That(
            _run.LoadOnly().Steps.Select(step => string.Join(" | ", step.Exchanges.Select(one => one.Command))),
            Is.EqualTo(["RESET | 00 A4 04 0C 00", "00 84 00 00 08", ""]));
    }

    [Test]
    public void Passed_scenario_has_no_error_and_lasts_until_its_end()
    {
        _run.Pass("a", "A_01");
        ScenarioResult scenario = _run.LoadOnly();
        Assert.That(scenario.Passed, Is.True);
        Assert.That(scenario.Error, Is.Null);
        Assert.That(scenario.Duration, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void Failed_scenario_says_why()
    {
        _run.Fail("a", "écran attendu : « Portail »");
        ScenarioResult scenario = _run.LoadOnly();
        Assert.That(scenario.Passed, Is.False);
        Assert.That(scenario.Error, Is.EqualTo("écran attendu : « Portail »"));
        Assert.That(scenario.Steps.Single().Step.Error, Is.EqualTo("écran attendu : « Portail »"));
    }

    [Test]
    public void Scenario_that_begun_and_never_ended_has_not_passed_and_lasts_until_its_last_step()
    {
        _run.Kill("a");
        ScenarioResult scenario = _run.LoadOnly();
        Assert.That(scenario.Ended, Is.Null);
        Assert.That(scenario.Passed, Is.False);
        Assert.That(scenario.Error, Is.EqualTo("Le scénario a été interrompu."));
        Assert.That(scenario.Duration, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [TestCase(1, TestName = "Of_the_last_event_only_its_line_end_is_missing")]
    [TestCase(2, TestName = "Of_the_last_event_the_brace_is_missing")]
    [TestCase(40, TestName = "Of_the_last_event_the_second_half_is_missing")]
    public void Torn_last_event_of_a_killed_run_leaves_the_rest(int missing)
    {
        _run.Kill("a");
        Tear(ScenarioEvidence.EventsFile, missing);
        ScenarioResult scenario = _run.LoadOnly();
        Assert.That(scenario.Begun.Id, Is.EqualTo("a"));
        Assert.That(scenario.Steps, Is.Empty);
        Assert.That(scenario.Passed, Is.False);
    }

    [TestCase(1)]
    [TestCase(9)]
    public void Torn_last_exchange_of_a_killed_run_leaves_the_rest(int missing)
    {
        using (ScenarioEvidence evidence = _run.Begin("a", "A_01"))
        {
            evidence.Add(RecordedRun.Exchange(0.1));
            evidence.Add(RecordedRun.Exchange(0.2));
            evidence.Add(RecordedRun.Step(1));
        }

        Tear(ScenarioEvidence.TraceFile, missing);
        Assert.That(_run.LoadOnly().Steps.Single().Exchanges.Select(one => one.Time), Is.EqualTo([RecordedRun.After(0.1)]));
    }

    [Test]
    public void Scenario_whose_first_event_is_torn_does_not_take_the_others_with_it()
    {
        _run.Begin("a", "A_01").Dispose();
        Tear(ScenarioEvidence.EventsFile, 20);
        _run.Pass("b", "A_01");
        Assert.That(_run.Load().Scenarios.Select(scenario => $"{scenario.Begun.Id} {scenario.Passed}"), Is.EquivalentTo(["a False", "b True"]));
    }

    [Test]
    public void Event_in_the_middle_that_cannot_be_read_is_not_passed_over()
    {
        _run.Begin("a", "A_01").Dispose();
        File.AppendAllText(In(ScenarioEvidence.EventsFile), "{\"kind\":\"step\",\n{\"kind\":\"end\",\"passed\":true}\n");
        Assert.That(_run.Load, Throws.InstanceOf<JsonException>());
    }

    private string In(string file) => Path.Combine(_run.Folder.Scenarios, "a", file);

    private void Tear(string file, int missing)
    {
        using FileStream stream = File.OpenWrite(In(file));
        stream.SetLength(stream.Length - missing);
    }
}
