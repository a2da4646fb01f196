using System.Xml.Linq;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Tests.Certification;

public sealed class TrxFileTests : IDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private readonly RecordedRun _run = new(runnerExitCode: 1);

    public void Dispose() => _run.Dispose();

    [Test]
    public void File_keeps_to_the_schema()
    {
        Record();
        Assert.That(SchemaCheck.Complaints(Make(), "trx.xsd"), Is.Empty);
        using var nothing = new RecordedRun();
        Assert.That(SchemaCheck.Complaints(TrxFile.Make(nothing.Load()), "trx.xsd"), Is.Empty);
    }

    [Test]
    public void Schema_finds_a_result_without_definition()
    {
        Record();
        XDocument file = Make();
        file.Descendants(Trx + "UnitTest").First().Remove();
        Assert.That(SchemaCheck.Complaints(file, "trx.xsd"), Is.Not.Empty);
    }

    [Test]
    public void Counters_and_outcomes_are_those_of_the_run()
    {
        Record();
        XDocument file = Make();
        XElement counters = file.Descendants(Trx + "Counters").Single();
        Assert.That(
            counters.Attributes().Where(counter => counter.Value != "0").Select(counter => $"{counter.Name}={counter.Value}"),
            Is.EqualTo(["total=4", "executed=4", "passed=2", "failed=1", "aborted=1"]));
        Assert.That(
            file.Descendants(Trx + "UnitTestResult").Select(result => $"{(string?)result.Attribute("testName")}: {(string?)result.Attribute("outcome")}"),
            Is.EquivalentTo(["Titre de a: Passed", "Titre de b: Failed", "Titre de c: Aborted", "Titre de d: Passed"]));
        Assert.That((string?)file.Descendants(Trx + "ResultSummary").Single().Attribute("outcome"), Is.EqualTo("Failed"));
    }

    [Test]
    public void Result_says_what_was_done_how_long_it_took_and_what_was_wrong()
    {
        _run.Fail("b", "\u001b[31mfaux\u001b[39m");
        XElement result = Make().Descendants(Trx + "UnitTestResult").Single();
        Assert.That((string?)result.Attribute("duration"), Is.EqualTo("00:00:02"));
        Assert.That(result.Descendants(Trx + "StdOut").Single().Value, Is.EqualTo("✘ Étant donné un médecin (1000 ms)\n"));
        Assert.That(result.Descendants(Trx + "Message").Single().Value, Is.EqualTo("faux"));
    }

    [Test]
    public void Requirements_are_categories()
    {
        _run.Pass("a", "A_01", "A_07");
        Assert.That(
            Make().Descendants(Trx + "TestCategoryItem").Select(item => (string?)item.Attribute("TestCategory")), Is.EqualTo(["A_01", "A_07"]));
    }

    [Test]
    public void A_scenario_has_the_same_id_in_every_run()
    {
        _run.Pass("a");
        using var another = new RecordedRun();
        another.Pass("z");
        another.Pass("a");
        Assert.That(Ids(TrxFile.Make(another.Load())), Is.SupersetOf(Ids(Make())));
    }

    [TestCase(null, "Aborted")]
    [TestCase(0, "Completed")]
    public void Run_that_was_stopped_is_not_completed(int? runnerExitCode, string outcome)
    {
        using var run = new RecordedRun(runnerExitCode);
        run.Pass("a");
        Assert.That((string?)TrxFile.Make(run.Load()).Descendants(Trx + "ResultSummary").Single().Attribute("outcome"), Is.EqualTo(outcome));
    }

    private static IEnumerable<string> Ids(XDocument file) => file.Descendants(Trx + "UnitTest").Select(test => (string)test.Attribute("id")!);

    private void Record()
    {
        _run.Pass("a", "A_01");
        _run.Fail("b", "faux");
        _run.Kill("c");
        _run.Pass("d");
    }

    // As .NET tools do: from the file, with a parser of their own.
    private XDocument Make()
    {
        RunReport.Write(_run.Load());
        return XDocument.Load(Path.Combine(_run.Folder.Path, "results.trx"));
    }
}
