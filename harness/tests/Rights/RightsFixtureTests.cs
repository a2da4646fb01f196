using CardConformance.Harness.Rights;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Rights;

/// <summary>The rights of <c>fixtures</c>, and what is said of mistakes in them.</summary>
public sealed class RightsFixtureTests : IDisposable
{
    private static readonly string[] Files = ["professions.csv", "rights.csv", "services.json"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-rights-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Each_profession_has_a_mark_at_each_service()
    {
        RightsFixture rights = RightsFixture.Load(Repository.Fixtures);
        Assert.That(rights.Lines, Has.Count.EqualTo(27));
        Assert.That(rights.Services, Has.Count.EqualTo(15));
        Assert.That(rights.Lines.Select(line => line.Marks.Keys), Has.All.EqualTo(rights.Services));
    }

    // 27 times 15. Of 201 the guide's copy lost the mark, of 82 it kept it, 122 it does not have.
    [Test]
    public void Marks_are_as_many_as_the_guide_has() =>
        Assert.That(
            RightsFixture.Load(Repository.Fixtures).Lines.SelectMany(line => line.Marks.Values).CountBy(mark => mark.Name).ToDictionary(),
            Is.EquivalentTo(new Dictionary<string, int>
            {
                ["yes"] = 53, ["conditional"] = 2, ["no"] = 27, ["listed"] = 186, ["listed-conditional"] = 9, ["listed-planned"] = 6, ["unknown"] = 122,
            }));

    [Test]
    public void Each_card_that_cannot_log_in_has_a_line()
    {
        RightsFixture rights = RightsFixture.Load(Repository.Fixtures);
        Assert.That(rights.Exceptions.SelectMany(exception => exception.Profiles).Select(profile => rights.Of(profile).Card), Has.All.Contain("CPE"));
    }

    [TestCase("rights.csv", "1,Chirurgien-dentiste,listed,", "1,Chirurgien-dentiste,maybe,", "line 2, signer_fse: one of yes, conditional, no, listed,", TestName = "Unknown_mark")]
    [TestCase("rights.csv", "2,Infirmier,listed,", "2,Infirmier,", "line 3: 17 fields are expected here, found 16.", TestName = "Missing_mark")]
    [TestCase("rights.csv", "3,Masseur-kinésithérapeute,", "3,Médecin,", "line 4: 3,Masseur-kinésithérapeute is expected here, as in professions.csv, found 3,Médecin.", TestName = "Somebody_else")]
    [TestCase("rights.csv", "listed-conditional:création par le GCS E-santé,listed,listed,", "listed-conditional:,listed,listed,", "line 11, mss: a condition is expected after \"listed-conditional:\", found nothing.", TestName = "Condition_without_words")]
    [TestCase("rights.csv", ",scor,", ",score,", "line 1: the header row,profession,signer_fse,", TestName = "Service_that_there_is_not")]
    [TestCase("services.json", "\"lets-in\": true", "\"lets-in\": \"yes\"", "lets-in", TestName = "Assumption_that_says_neither")]
    public void Mistake_is_named_with_file_and_line(string file, string right, string wrong, string complaint)
    {
        foreach (string name in Files)
        {
            string text = File.ReadAllText(Path.Combine(Repository.Fixtures, name));
            string written = name == file ? text.Replace(right, wrong, StringComparison.Ordinal) : text;
            Assert.That(name != file || written != text, "the test changes nothing");
            File.WriteAllText(Path.Combine(_folder.FullName, name), written);
        }

        Assert.That(
            () => RightsFixture.Load(_folder.FullName),
            Throws.TypeOf<FixtureException>().With.Message.Contains(file).And.Message.Contains(complaint));
    }
}
