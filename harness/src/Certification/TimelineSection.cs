using System.Globalization;
using System.Xml.Linq;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>Timelines as a page shows them, with boxes that say which kinds are shown. No script: CSS looks at the boxes.</summary>
/// <param name="run">The run.</param>
/// <param name="texts">The language.</param>
internal sealed class TimelineSection(RunResult run, ReportTexts texts)
{
    private const int LongestShownResponse = 120;

    private readonly TimelineTexts _words = TimelineTexts.In(texts.Language);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(texts.Language == "fr" ? "fr-FR" : "en-GB");

    // What screens look like, from scenarios that passed.
    private readonly Dictionary<string, (ScenarioResult Scenario, PictureTaken Picture)> _known =
        (from scenario in run.Scenarios
         where scenario.Passed
         from picture in scenario.Events.OfType<PictureTaken>()
         where picture.Screen is not null
         select (Scenario: scenario, Picture: picture))
        .DistinctBy(one => one.Picture.Screen)
        .ToDictionary(one => one.Picture.Screen!);

    /// <summary>The boxes, for all timelines of the page.</summary>
    internal XElement Filter() => new(
        "fieldset",
        new XAttribute("class", "filter"),
        new XElement("legend", _words.Filter),
        from kind in Enum.GetValues<TimelineKind>()
        where kind != TimelineKind.Step
        select new XElement(
            "label",
            new XElement("input", new XAttribute("type", "checkbox"), new XAttribute("id", $"show-{ClassOf(kind)}"), new XAttribute("checked", "checked")),
            " ",
            Kind(kind)));

    /// <summary>A scenario's timeline; <see langword="null"/> when nothing happened in it.</summary>
    internal XElement? Of(ScenarioResult scenario)
    {
        IReadOnlyList<TimelineRow> rows = Timeline.Of(scenario);
        List<XElement> items = [];
        for (int i = 0; i < rows.Count; i++)
        {
            List<TimelineRow> exchanges = [];
            while (i < rows.Count && rows[i].Exchange is not null)
            {
                exchanges.Add(rows[i++]);
            }

            if (exchanges.Count > 0)
            {
                items.Add(Item(scenario, exchanges[0], "", Exchanges(scenario, exchanges)));
                i--;
            }
            else
            {
                items.Add(Row(scenario, rows[i]));
            }
        }

        return items.Count == 0 ? null : new XElement("ol", new XAttribute("class", "timeline"), items);
    }

    private static string ClassOf(TimelineKind kind) => kind.ToString().ToLowerInvariant();

    private XElement Row(ScenarioResult scenario, TimelineRow row) => row switch
    {
        { NotShown: > 0 } => Item(scenario, row, "", new XElement(
            "p", _words.NotShown(row.NotShown, row.Kind == TimelineKind.Card ? ScenarioEvidence.TraceFile : ScenarioEvidence.EventsFile))),
        { Event: StepDone step, IsFailure: true } => Item(scenario, row, "failed", [.. Failure(scenario, step)]),
        { Event: StepDone step } => Item(scenario, row, step.Passed ? "passed" : "failed", new XElement(
            "p",
            new XAttribute("lang", "fr"),
            new XElement("strong", step.Keyword),
            " ",
            XmlText.Clean(step.Text),
            new XElement("span", new XAttribute("class", "time"), (step.DurationMilliseconds / 1000).ToString("0.0 s", _culture)))),
        { Event: PictureTaken picture } => Item(scenario, row, "", Picture(scenario, picture)),
        { Event: PageAsked page } => Item(scenario, row, "", new XElement(
            "p", new XElement("span", new XAttribute("lang", "fr"), page.Device), " : ", new XElement("code", XmlText.Clean($"{page.Method} {page.Address}")), $" → {page.Status?.ToString(CultureInfo.InvariantCulture) ?? _words.NoAnswer}")),
        { Event: BackEndAsked asked } => Item(scenario, row, "", new XElement("p", new XElement("code", XmlText.Clean($"{asked.Method} {asked.Address}")))),
        { Event: Remark remark } => Item(scenario, row, "", new XElement("p", new XAttribute("lang", "fr"), XmlText.Clean(remark.Text))),
        _ => throw new InvalidOperationException($"a row of a timeline without anything in it, at {row.Time:O}"),
    };

    private XElement Item(ScenarioResult scenario, TimelineRow row, string state, params object[] what) => new(
        "li",
        new XAttribute("class", $"{ClassOf(row.Kind)} {state}".TrimEnd()),
        new XElement("span", new XAttribute("class", "offset"), Offset(scenario, row.Time)),
        " ",
        Kind(row.Kind),
        new XElement("div", what));

    private XElement Kind(TimelineKind kind) => new(
        "span",
        new XAttribute("class", "kind"),
        new XElement("span", new XAttribute("aria-hidden", "true"), TimelineTexts.Shape(kind)),
        $" {_words.Word(kind)}");

    // The journal's clock counts whole milliseconds: what it saw may seem to lie a little before the scenario.
    private string Offset(ScenarioResult scenario, DateTimeOffset time) =>
        (time - scenario.Begun.Time).TotalSeconds.ToString("+0.000 s;−0.000 s", _culture);

    // What was expected and what was seen stand beside one another, each with its picture where there is one.
    private IEnumerable<object> Failure(ScenarioResult scenario, StepDone failed)
    {
        yield return new XElement("p", $"✘ {_words.StepFails}");
        if (failed.Mismatch is not { } mismatch)
        {
            yield return failed.Error is { } error && error != scenario.Error ? new XElement("pre", XmlText.Clean(error)) : new XElement("p", new XAttribute("lang", "fr"), FirstLine(failed.Error ?? ""));
            yield break;
        }

        // None is taken of a screen that still looks as it did before.
        PictureTaken? seen = scenario.Events.TakeWhile(happened => happened != failed).OfType<PictureTaken>().LastOrDefault();
        (ScenarioResult Scenario, PictureTaken Picture) known = mismatch.Screen is { } screen ? _known.GetValueOrDefault(screen) : default;
        yield return new XElement(
            "div",
            new XAttribute("class", "compared"),
            new XElement(
                "div",
                new XElement("h4", _words.Expected),
                new XElement("p", new XAttribute("lang", "fr"), XmlText.Clean(mismatch.Expected)),
                known.Picture is null ? null : new object[] { Picture(known.Scenario, known.Picture), new XElement("p", _words.SeenElsewhere(known.Scenario.Begun.Title)) }),
            new XElement(
                "div",
                new XElement("h4", _words.Seen),
                new XElement("p", new XAttribute("lang", "fr"), XmlText.Clean(mismatch.Seen)),
                seen is null ? new XElement("p", _words.NoPicture) : Picture(scenario, seen)));
    }

    private static string FirstLine(string text) => XmlText.Clean(text).Split('\n')[0];

    private static XElement Picture(ScenarioResult scenario, PictureTaken picture)
    {
        string source = $"../scenarios/{scenario.Begun.Id}/{Uri.EscapeDataString(picture.File)}";

        // The title is the product's: it may hold anything.
        string words = $"{picture.Device} : {XmlText.Clean(picture.Title)}";
        return new(
            "figure",
            new XAttribute("class", picture.Device == "ordinateur" ? "wide" : "tall"),
            new XElement("a", new XAttribute("href", source), new XElement(
                "img", new XAttribute("src", source), new XAttribute("alt", words), new XAttribute("loading", "lazy"))),
            new XElement("figcaption", new XAttribute("lang", "fr"), words));
    }

    private XElement Exchanges(ScenarioResult scenario, List<TimelineRow> exchanges) => new(
        "details",
        new XAttribute("class", "exchanges"),
        new XElement("summary", texts.Exchanges(exchanges.Count)),
        new XElement(
            "table",
            new XElement("tbody", exchanges.Select(row => new XElement(
                "tr",
                new XElement("td", Offset(scenario, row.Time)),
                new XElement("td", CommandName.Of(row.Exchange!.Command)),
                new XElement("td", new XElement("code", "→ " + Cut(row.Exchange.Command)), new XElement("code", "← " + Cut(row.Exchange.Response))))))));

    private static string Cut(string hexadecimal) =>
        hexadecimal.Length <= LongestShownResponse ? hexadecimal : $"{hexadecimal[..(LongestShownResponse - 8)]}… {hexadecimal[^5..]}";
}
