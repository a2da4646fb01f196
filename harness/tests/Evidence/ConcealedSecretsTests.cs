using CardConformance.Harness.Actors;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Tests.Evidence;

/// <summary>Codes and ends of links do not get into what a scenario leaves behind.</summary>
public sealed class ConcealedSecretsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-secrets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Secret_is_masked_in_events()
    {
        using var evidence = new ScenarioEvidence(new RunFolder(_folder.FullName), new ScenarioBegun("B_01", "F", "T", ["B_01"]));
        evidence.Conceal("493021");
        evidence.Add(new StepDone("Quand", "il recopie le code", Passed: false, DurationMilliseconds: 1, "le champ contient 493021, pas 493022"));
        evidence.End(new ScenarioEnded(Passed: false, "493021"));
        string events = File.ReadAllText(evidence.In(ScenarioEvidence.EventsFile));
        Assert.That(events, Does.Not.Contain("493021").And.Contain("le champ contient \\u2022\\u2022\\u2022\\u2022\\u2022\\u2022, pas 493022"));
    }

    [Test]
    public void Time_that_holds_the_same_digits_stays_readable()
    {
        using var evidence = new ScenarioEvidence(new RunFolder(_folder.FullName), new ScenarioBegun("B_02", "F", "T", ["B_02"]));
        evidence.Conceal("493021");
        var time = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);
        evidence.Add(new Remark("493021") { Time = time.AddTicks(4_930_210) });
        evidence.Dispose();
        Assert.That(File.ReadAllLines(evidence.In(ScenarioEvidence.EventsFile))[1], Does.StartWith("{\"kind\":\"remark\",\"text\":\"\\u2022\\u2022\\u2022\\u2022\\u2022\\u2022\",\"time\":\"2026-03-02T09:30:00.493021"));
    }

    [Test]
    public void Code_of_the_card_is_masked_where_it_stands_alone_and_the_scenario_knows_of_it()
    {
        using var evidence = new ScenarioEvidence(new RunFolder(_folder.FullName), new ScenarioBegun("A_01", "F", "T", ["A_01"]));
        evidence.ConcealCardCode("6391");
        evidence.Add(new Remark("personne 899763910013"));
        Assert.That(evidence.MaskedCardCodeIn, Is.Null);
        evidence.Add(new StepDone("Quand", "il saisit 6391", Passed: true, DurationMilliseconds: 6391, null));
        evidence.Dispose();
        Assert.That(evidence.MaskedCardCodeIn, Is.EqualTo("step"));
        Assert.That(
            File.ReadAllText(evidence.In(ScenarioEvidence.EventsFile)),
            Does.Contain("899763910013").And.Contain("\"durationMilliseconds\":6391").And.Not.Contain("saisit 6391"));
    }

    [TestCase("<a href=\"https://portail.example/courriel/0123456789abcdef\">Ouvrir</a>", "0123456789abcdef", TestName = "Last_part_of_the_path")]
    [TestCase("<a class=\"b\" href=\"https://portail.example/?a=1&amp;jeton=0123456789abcdef\">Ouvrir</a>", "0123456789abcdef", TestName = "Last_value_of_the_query")]
    public void End_of_a_link_is_a_secret(string html, string secret) => Assert.That(Mailbox.SecretsIn(html), Is.EqualTo([secret]));

    [TestCase("<a href=\"https://portail.example/aide\">Aide</a>", TestName = "Page_for_everybody")]
    [TestCase("<a href=\"mailto:assistance@portail.example\">Écrire</a>", TestName = "Address")]
    public void Link_for_everybody_is_none(string html) => Assert.That(Mailbox.SecretsIn(html), Is.Empty);
}
