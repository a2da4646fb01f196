using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Tests.Certification;

/// <summary>All kinds of evidence come in one order, and never more than can be read.</summary>
public sealed class TimelineTests : IDisposable
{
    private readonly RecordedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Test]
    public void From_APDU_to_pixel_on_one_clock()
    {
        using (ScenarioEvidence evidence = _run.Begin("ordre", "A_01"))
        {
            evidence.Add(new PictureTaken("01.png", "ordinateur", "Espace") { Time = RecordedRun.After(0.9) });
            evidence.Add(RecordedRun.Step(1));
            evidence.Add(RecordedRun.Exchange(0.5));
            evidence.Add(new PageAsked("ordinateur", "GET", "localhost/espace", 200) { Time = RecordedRun.After(0.2) });
            evidence.Add(new Remark("accessible") { Time = RecordedRun.After(1.5) });
            evidence.Add(RecordedRun.Step(2, error: "faux"));

            // The journal is read at the end.
            evidence.Add(new BackEndAsked(Channel.Mail, "POST", "/courriel/messages") { Time = RecordedRun.After(0.7) });
            evidence.Add(new BackEndAsked(Channel.Sms, "POST", "/sms/messages") { Time = RecordedRun.After(0.8) });
            evidence.Add(new BackEndAsked(Channel.Wallet, "GET", "/portefeuille") { Time = RecordedRun.After(0.6) });
            evidence.End(new ScenarioEnded(false, "faux", "attendu") { Time = RecordedRun.After(3) });
        }

        Assert.That(
            Timeline.Of(_run.LoadOnly()).Select(row => $"{(row.Time - RecordedRun.Start).TotalSeconds:0.0} {row.Kind}{(row.IsFailure ? " failed" : "")}"),
            Is.EqualTo(["0.0 Step", "0.2 Page", "0.5 Card", "0.6 Wallet", "0.7 Mail", "0.8 Sms", "0.9 Screen", "1.0 Step", "1.5 Note", "2.0 Step failed"]));
    }

    [Test]
    public void Rows_are_bounded_and_the_rest_is_counted()
    {
        const int All = 1000;
        using (ScenarioEvidence evidence = _run.Begin("long", "A_01"))
        {
            for (int i = 0; i < All; i++)
            {
                evidence.Add(RecordedRun.Exchange(i * 0.001));
                evidence.Add(new PageAsked("ordinateur", "GET", "localhost/presence", 200) { Time = RecordedRun.After(i * 0.001) });
            }

            evidence.Add(RecordedRun.Step(2));
        }

        IReadOnlyList<TimelineRow> rows = Timeline.Of(_run.LoadOnly());
        Assert.That(rows, Has.Count.EqualTo(1 + (2 * (Timeline.MostOfAKind + 1))));
        Assert.That(rows.Where(row => row.NotShown > 0).Select(row => (row.Kind, row.NotShown)), Is.EquivalentTo([(TimelineKind.Card, All - Timeline.MostOfAKind), (TimelineKind.Page, All - Timeline.MostOfAKind)]));
        string page = new ReportPage(_run.Load(), ReportTexts.English).Make();
        Assert.That(page, Does.Contain("… 940 more in between, in apdu.txt").And.Contain("… 940 more in between, in events.ndjson"));
        Assert.That(page.Length, Is.LessThan(80_000));
    }

    [Test]
    public void Address_in_a_row_shows_no_query()
    {
        using (ScenarioEvidence evidence = _run.Begin("adresse", "A_01"))
        {
            evidence.Add(new PageAsked("ordinateur", "GET", ShownAddress.Of("https://localhost/retour?ticket=geheim"), null) { Time = RecordedRun.After(1) });
        }

        Assert.That(new ReportPage(_run.Load(), ReportTexts.English).Make(), Does.Contain("GET localhost/retour?…").And.Contain("no answer").And.Not.Contain("geheim"));
    }
}
