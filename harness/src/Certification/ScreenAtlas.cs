using System.Globalization;
using System.Xml.Linq;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Certification;

/// <summary>All screens that people can meet, on one page, with pictures of a run: for who writes scenarios, helps users, or makes a product.</summary>
/// <remarks>Needs no network and no script; the pictures are copied beside it, so that the folder can be passed on.</remarks>
internal sealed class ScreenAtlas
{
    private const string FolderName = "screens";
    private const string FileName = "index.html";
    private const string Ours = "ours";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly Dictionary<string, string> Guides = GuideText.All.ToDictionary(text => text.Id, text => text.Text);

    private readonly RunResult _run;
    private readonly Dictionary<string, (ScenarioResult Scenario, PictureTaken Picture)> _pictures;

    /// <summary>Looks the pictures up.</summary>
    /// <param name="run">Whose pictures; those of scenarios that passed come first.</param>
    internal ScreenAtlas(RunResult run)
    {
        _run = run;
        _pictures = (
            from scenario in run.Scenarios.OrderByDescending(scenario => scenario.Passed)
            from step in scenario.Steps
            from picture in step.Pictures
            where picture.Screen is not null
            group (scenario, picture) by picture.Screen).ToDictionary(same => same.Key!, same => same.First());
        ILookup<bool, Screen> screens = Screen.All.ToLookup(screen => _pictures.ContainsKey(screen.Id));
        Seen = [.. screens[true]];
        NeverSeen = [.. screens[false]];
    }

    /// <summary>The screens that the run came to.</summary>
    internal IReadOnlyList<Screen> Seen { get; }

    /// <summary>The others.</summary>
    internal IReadOnlyList<Screen> NeverSeen { get; }

    /// <summary>Writes the page and its pictures below the run's folder.</summary>
    /// <returns>Path of the page.</returns>
    internal string Write()
    {
        string folder = Path.Combine(_run.Folder.Path, FolderName);
        Directory.CreateDirectory(folder);
        foreach (Screen screen in Seen)
        {
            (ScenarioResult scenario, PictureTaken picture) = _pictures[screen.Id];
            File.Copy(Path.Combine(_run.Folder.Scenarios, scenario.Begun.Id, picture.File), Path.Combine(folder, $"{screen.Id}.png"), overwrite: true);
        }

        string file = Path.Combine(folder, FileName);
        File.WriteAllText(file, Make());
        return file;
    }

    /// <summary>The page as text.</summary>
    internal string Make() => HtmlPage.Make(
        "fr",
        "Atlas des écrans – CardConformance",
        ReportStyle.Css + "\n" + AtlasStyle.Css,
        Header(),
        new XElement("main", Of(Workstation.Device, "Sur l'ordinateur"), Of(Phone.Device, "Sur le téléphone"), Missing()));

    private XElement Header() => new(
        "header",
        new XElement("h1", "Atlas des écrans"),
        new XElement("p", $"{Seen.Count} écrans sur {Screen.All.Count} ont été vus lors de l'exécution du {_run.Info.Started.ToLocalTime().ToString("f", French)}."),
        NeverSeen.Count == 0 ? null : new XElement("p", Link("#jamais-vus", $"{NeverSeen.Count} n'ont jamais été vus"), "."),
        new XElement(
            "p",
            new XAttribute("class", "remark"),
            "Les textes viennent mot pour mot des guides publics ; « nos mots » : les guides nomment la situation, mais pas les mots."));

    private XElement? Of(string device, string heading)
    {
        Screen[] screens = [.. Seen.Where(screen => screen.Device == device)];
        return screens.Length == 0
            ? null
            : new(
                "section",
                new XElement("h2", heading),
                new XElement(
                    "nav",
                    new XAttribute("aria-label", heading),
                    new XElement("ul", new XAttribute("class", "contents"), screens.Select(screen => new XElement("li", Link("#" + screen.Id, screen.Name))))),
                screens.Select(Article));
    }

    private XElement Article(Screen screen)
    {
        ScenarioResult scenario = _pictures[screen.Id].Scenario;
        return new(
            "article",
            new XAttribute("id", screen.Id),
            new XAttribute("class", "screen"),
            new XElement(
                "figure",
                new XAttribute("class", screen.Device == Phone.Device ? "tall" : "wide"),
                new XElement("a", new XAttribute("href", $"{screen.Id}.png"), new XElement(
                    "img", new XAttribute("src", $"{screen.Id}.png"), new XAttribute("alt", $"Écran « {screen.Name} »"), new XAttribute("loading", "lazy")))),
            new XElement(
                "div",
                new XAttribute("class", "words"),
                new XElement("h3", screen.Name),
                new XElement("p", screen.Cause),
                new XElement(
                    "dl",
                    screen.Title == screen.Name ? null : Definition("Titre", screen.Title),
                    Definition("Textes", List(screen.Texts)),
                    screen.Next.Count == 0 ? null : Definition("Et après", List(screen.Next)),
                    screen.Contact is null ? null : Definition("Qui appeler", screen.Contact),
                    Definition("Scénario", Link($"../report/{ReportTexts.French.FileName}#{scenario.Begun.Id}", scenario.Begun.Title)),
                    Definition("Identifiant", new XElement("code", screen.Id))),
                new XElement("details", new XElement("summary", "Sources"), List(screen.Sources.Select(Source)))));
    }

    private XElement? Missing() => NeverSeen.Count == 0
        ? null
        : new(
            "section",
            new XAttribute("id", "jamais-vus"),
            new XAttribute("class", "missing"),
            new XElement("h2", "Écrans jamais vus"),
            new XElement("ul", NeverSeen.Select(screen => new XElement(
                "li", new XElement("strong", screen.Name), $" ({screen.Device}) : {screen.Cause} ", new XElement("code", screen.Id)))));

    private static string Source(string id) => id == Ours ? "nos mots" : Guides.TryGetValue(id, out string? text) ? $"{id} : {text}" : id;

    private static XElement Link(string address, string words) => new("a", new XAttribute("href", address), words);

    private static XElement List(IEnumerable<string> items) => new("ul", items.Select(item => new XElement("li", item)));

    private static XElement Definition(string term, object value) => new("div", new XElement("dt", term), new XElement("dd", value));
}
