using System.Xml.Linq;
using CardConformance.Harness.Browsers;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using Microsoft.Playwright;

namespace CardConformance.Harness.Tests.Certification;

/// <summary>The report of a run with one scenario that passed and one that failed, in both languages.</summary>
[TestFixture("fr")]
[TestFixture("en")]
public sealed class ReportPageTests : IDisposable
{
    private const string Error = "écran attendu : « Portail » ; vu : <b>rien</b> & \u001b[31mrouge\u001b[39m";

    private readonly RecordedRun _run = new(runnerExitCode: 1);
    private readonly ReportTexts _texts;
    private readonly string _file;

    public ReportPageTests(string language)
    {
        _texts = language == "fr" ? ReportTexts.French : ReportTexts.English;
        Record();
        _file = Path.Combine(Path.GetDirectoryName(RunReport.Write(_run.Load()))!, _texts.FileName);
    }

    public void Dispose() => _run.Dispose();

    [Test]
    public void Page_is_well_formed_and_in_its_language()
    {
        XElement page = Parse();
        Assert.That((string?)page.Attribute("lang"), Is.EqualTo(_texts.Language));
        Assert.That(page.Descendants("title").Single().Value, Is.EqualTo($"{_texts.VerdictWord(Verdict.NotConforming)} – {_texts.Title}"));
        Assert.That(page.Descendants("p").Select(p => p.Value), Does.Contain(_texts.Summary(1, 2)));
        Assert.That(page.Descendants("h2").Select(h2 => h2.Value), Is.EqualTo([_texts.Failures, _texts.Requirements, _texts.Scenarios]));
    }

    [Test]
    public void Page_names_the_other_language_and_the_file_is_there()
    {
        XElement link = Parse().Descendants("a").First();
        Assert.That(link.Value, Is.EqualTo(_texts.OtherLanguageLink));
        Assert.That(File.Exists(Resolve((string)link.Attribute("href")!)), Is.True);
    }

    [Test]
    public void Scenario_stopped_before_its_first_step_leaves_the_page_whole()
    {
        _run.Begin("arret").Dispose();
        RunReport.Write(_run.Load());
        XElement page = Parse();
        Assert.That(Scenario(page, "arret").Elements("pre").Single().Value, Is.EqualTo("Le scénario a été interrompu."));
        AssertClosed(page);
    }

    [Test]
    public void Run_without_scenarios_has_a_page_too()
    {
        using var nothing = new RecordedRun();
        string page = new ReportPage(nothing.Load(), _texts).Make();
        Assert.That(page, Does.Contain($"<p class=\"verdict Nothing\">{_texts.VerdictWord(Verdict.Nothing)}</p>"));
        AssertClosed(XDocument.Parse(page).Root!);
    }

    [TestCase(0, "0 scénario sur 20 a réussi.", "0 of 20 scenarios passed.")]
    [TestCase(1, "1 scénario sur 20 a réussi.", "1 of 20 scenarios passed.")]
    [TestCase(2, "2 scénarios sur 20 ont réussi.", "2 of 20 scenarios passed.")]
    public void Summary_counts_as_its_language_does(int passed, string french, string english) =>
        Assert.That(_texts.Summary(passed, 20), Is.EqualTo(_texts.Language == "fr" ? french : english));

    [Test]
    public void Style_is_not_escaped() => Assert.That(File.ReadAllText(_file), Does.Contain($"<style>{ReportStyle.Css}</style>"));

    [Test]
    public void Title_that_looks_like_HTML_is_text()
    {
        Assert.That(File.ReadAllText(_file), Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Not.Contain("<script"));
        Assert.That(Parse().Descendants("summary").Select(summary => summary.Value), Has.Some.Contain("<script>alert(1)</script>"));
    }

    [Test]
    public void Failed_scenario_is_open_with_its_error_and_the_other_is_closed()
    {
        XElement page = Parse();
        IEnumerable<XElement> open = page.Descendants("details").Where(details => details.Attribute("open") is not null);
        Assert.That(open, Is.EqualTo([Scenario(page, "echec")]));
        Assert.That(open.Single().Elements("pre").Single().Value, Is.EqualTo("écran attendu : « Portail » ; vu : <b>rien</b> & rouge"));
        Assert.That(Scenario(page, "reussite").Descendants("pre"), Is.Empty);
    }

    [Test]
    public void Each_link_inside_the_page_leads_somewhere()
    {
        XElement page = Parse();
        string[] anchors = [.. Addresses(page).Where(address => address.StartsWith('#'))];
        Assert.That(anchors, Is.EqualTo(["#echec"]));
        Assert.That(page.Descendants().Attributes("id").Select(id => $"#{id.Value}"), Is.SupersetOf(anchors));
    }

    [Test]
    public void Pictures_recordings_and_traces_lie_where_the_page_looks_for_them()
    {
        string[] files = [.. Addresses(Parse()).Where(address => !address.StartsWith('#'))];
        Assert.That(files, Has.Some.EndsWith(".png").And.Some.EndsWith("echec/ordinateur.zip").And.Some.EndsWith("reussite/apdu.txt"));
        Assert.That(files.Where(file => !File.Exists(Resolve(file))), Is.Empty);
    }

    [Test]
    public void Pictures_have_words_for_those_who_do_not_see_them() =>
        Assert.That(
            Parse().Descendants("img").Attributes("alt").Select(alt => alt.Value),
            Is.EqualTo(["ordinateur : Espace", "téléphone : Application rouge", "ordinateur : Portail"]));

    [Test]
    public void Nothing_is_loaded_from_a_network()
    {
        XElement page = Parse();
        Assert.That(Addresses(page), Has.None.Contains("//").And.None.Contains(":"));
        Assert.That(page.Descendants().Select(element => element.Name.LocalName), Has.None.AnyOf("script", "link", "base", "iframe", "object"));
        Assert.That(ReportStyle.Css, Does.Not.Contain("url(").And.Not.Contain("@import"));
    }

    [Test]
    public void Page_says_that_codes_are_masked()
    {
        string note = _texts.Language == "fr" ? "codes masqués : **" : "codes masked: **";
        Assert.That(Parse().Descendants("p").Select(p => p.Value), Has.Some.Contains(note));
    }

    [Test]
    public void Exchanges_stand_at_their_time()
    {
        XElement exchanges = Scenario(Parse(), "reussite").Descendants("li").Single(row => (string?)row.Attribute("class") == "card").Descendants("details").Single();
        Assert.That(exchanges.Element("summary")!.Value, Is.EqualTo(_texts.Exchanges(1)));
        string comma = _texts.Language == "fr" ? "," : ".";
        Assert.That(exchanges.Descendants("td").Take(2).Select(cell => cell.Value), Is.EqualTo([$"+0{comma}500 s", "VERIFY"]));
        Assert.That(exchanges.Descendants("code").Select(code => code.Value), Is.EqualTo(["→ 00 20 00 01 04 ** ** ** **", "← 90 00"]));
        Assert.That(Scenario(Parse(), "echec").Descendants("details"), Is.Empty);
    }

    [Test]
    public void Long_response_is_cut_and_its_status_word_stays()
    {
        string response = string.Join(' ', Enumerable.Repeat("AB", 256)) + " 90 00";
        using (ScenarioEvidence evidence = _run.Begin("longue", "A_01"))
        {
            evidence.Add(RecordedRun.Exchange(0, "00 B0 00 00 00", response));
            evidence.Add(RecordedRun.Step(1));
        }

        RunReport.Write(_run.Load());
        string shown = Scenario(Parse(), "longue").Descendants("code").Last().Value;
        Assert.That(shown, Does.StartWith("← AB AB ").And.EndWith("… 90 00"));
        Assert.That(shown, Has.Length.LessThanOrEqualTo(122));
    }

    [Test]
    public void Requirements_have_a_row_each_with_what_became_of_them()
    {
        IEnumerable<XElement> rows = Parse().Descendants("tbody").First().Elements("tr");
        Requirement first = Requirement.All.Single(requirement => requirement.Id == "A_01");
        Assert.That(
            rows.Select(row => string.Join('|', row.Elements().Select(cell => cell.Value))),
            Is.EqualTo([$"{first.Id}|{first.Words}{_texts.Sources} : {first.Sources}|✘ {_texts.Share(1, 2)}"]));
    }

    [Test]
    public void Assumptions_are_declared_with_the_scenarios_that_lean_on_them()
    {
        using (ScenarioEvidence evidence = _run.Begin("supposition", "A_01"))
        {
            evidence.Add(new AssumptionUsed("La marque est perdue.", "The mark is lost.", "Infirmier, carte CPS", ["SI DEP", "SCOR"]));
            evidence.Add(RecordedRun.Step(1));
            evidence.End(new ScenarioEnded(true, null));
        }

        RunReport.Write(_run.Load());
        XElement section = Parse().Descendants("section").Single(one => one.Element("h2")?.Value == _texts.Assumptions);
        Assert.That(section.Descendants("summary").Single().Value, Does.StartWith(_texts.Language == "fr" ? "La marque est perdue." : "The mark is lost.").And.EndWith(_texts.Uses(2, 1)));
        Assert.That(section.Descendants("li").Single().Value, Is.EqualTo("Infirmier, carte CPS : SI DEP ; SCOR"));
        Assert.That((string?)section.Descendants("a").Single().Attribute("href"), Is.EqualTo("#supposition"));
    }

    [Test]
    public async Task Browser_shows_it_whole_without_a_network()
    {
        await using BrowserHost browser = await BrowserHost.StartAsync();
        await using IBrowserContext context = await browser.NewDesktopAsync();
        IPage page = await context.NewPageAsync();
        List<string> requests = [];
        List<string> complaints = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(_file).AbsoluteUri);
        string sizes = await page.EvaluateAsync<string>(
            """
            async () => {
                for (const image of document.images) {
                    image.loading = 'eager';
                    await image.decode();
                }
                return [...document.images].map(image => `${image.naturalWidth}x${image.naturalHeight}`).join(' ');
            }
            """);
        Assert.That(sizes, Is.EqualTo("40x30 20x40 40x30"));
        Assert.That(requests, Has.Count.EqualTo(4).And.All.StartsWith("file:"));
        Assert.That(complaints, Is.Empty);
        string red = await ColourAsync(page.Locator(".badge.failed").First);
        Assert.That(await ColourAsync(page.Locator("#echec li.failed p").First), Is.EqualTo(red));
        Assert.That(await ColourAsync(page.Locator("h1")), Is.Not.EqualTo(red));
        Assert.That(await page.Locator("#reussite ol").IsVisibleAsync(), Is.False);
        Assert.That(await page.Locator("#echec ol").IsVisibleAsync(), Is.True);
    }

    // HTML closes a few elements by itself; any other that is written <name /> would stay open.
    private static void AssertClosed(XElement page) =>
        Assert.That(
            page.DescendantsAndSelf().Where(element => element.IsEmpty).Select(element => element.Name.LocalName), Has.All.AnyOf("meta", "img", "input"));

    private static Task<string> ColourAsync(ILocator element) => element.EvaluateAsync<string>("element => getComputedStyle(element).color");

    private static IEnumerable<string> Addresses(XElement page) =>
        page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src").Select(attribute => attribute.Value);

    private static XElement Scenario(XElement page, string id) =>
        page.Descendants("details").Single(details => (string?)details.Attribute("id") == id);

    private static byte[] Picture(int width, int height, byte grey) =>
        Png.Encode(Enumerable.Repeat(grey, 4 * width * height).ToArray(), width, height);

    private void Record()
    {
        using (ScenarioEvidence evidence = _run.Begin("reussite", "A_01"))
        {
            evidence.Add(RecordedRun.Exchange(0.5, "00 20 00 01 04 ** ** ** **", "90 00"));
            evidence.Add(Picture(40, 30, 10), "ordinateur", "Portail");
            evidence.Add(RecordedRun.Step(1));
            evidence.End(new ScenarioEnded(true, null));
        }

        var failed = new ScenarioBegun("echec", "Activer son e-CPS", "Un titre <script>alert(1)</script>", ["A_01"]);
        using (ScenarioEvidence evidence = _run.Begin(failed))
        {
            evidence.Add(Picture(40, 30, 20), "ordinateur", "Espace");
            evidence.Add(Picture(20, 40, 30), "téléphone", "Application \u001b[31mrouge");
            evidence.Add(new Remark("Pas d'image de l'écran : \u001b[2mTimeout\u001b[22m"));
            evidence.Add(RecordedRun.Step(1, "il voit « <i>rien</i> »", Error));
            File.WriteAllBytes(evidence.In("ordinateur.zip"), []);
            evidence.End(new ScenarioEnded(false, Error, "attendu"));
        }
    }

    private XElement Parse() => XDocument.Load(_file).Root!;

    private string Resolve(string address) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(_file)!, Uri.UnescapeDataString(address)));
}
