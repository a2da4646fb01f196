using System.Globalization;
using System.Xml.Linq;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Nights;

/// <summary>A comparison as one page for somebody who has a minute: better or worse, what, and where to read on.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="texts">The language.</param>
internal sealed class ComparisonLetter(RunComparison comparison, LetterTexts texts)
{
    // More would not fit on a page.
    private const int MostOfAKind = 6;

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(texts.Language == "fr" ? "fr-FR" : "en-GB");

    private ReportTexts Report => texts.Language == "fr" ? ReportTexts.French : ReportTexts.English;

    /// <summary>Writes it in both languages.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>Path of the French one.</returns>
    internal static string Write(RunComparison comparison, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (LetterTexts texts in new[] { LetterTexts.French, LetterTexts.English })
        {
            File.WriteAllText(Path.Combine(folder, texts.FileName), new ComparisonLetter(comparison, texts).Make());
        }

        return Path.Combine(folder, LetterTexts.French.FileName);
    }

    /// <summary>The page as text.</summary>
    internal string Make() => HtmlPage.Make(
        texts.Language,
        $"{Outcome} – {texts.Title}",
        ReportStyle.Css,
        Header(),
        new XElement("main", Sections()));

    private string Outcome => comparison.IsWorse ? texts.Worse : comparison.IsDifferent ? texts.Different : texts.Same;

    private XElement Header() => new(
        "header",
        new XElement("p", new XElement("a", new XAttribute("href", texts.OtherFileName), texts.OtherLanguageLink)),
        new XElement("h1", texts.Title),
        new XElement("p", new XAttribute("class", comparison.IsWorse ? "verdict" : "verdict Conforming"), Outcome),
        new XElement("dl", Run(texts.Before, comparison.Before), Run(texts.After, comparison.After)),
        comparison.IsSameChoice ? null : new XElement("p", new XElement("strong", texts.OtherChoice)));

    private XElement Run(string term, RunResult run) => new(
        "div",
        new XElement("dt", term),
        new XElement(
            "dd",
            $"{Report.VerdictWord(run.Verdict)} – {run.Info.Target} {run.Info.TargetVersion}, {run.Info.Started.ToLocalTime().ToString("g", _culture)}. ",
            Report.Summary(run.Scenarios.Count(scenario => scenario.Passed), run.Scenarios.Count)));

    private IEnumerable<XElement> Sections()
    {
        foreach (IGrouping<ScenarioChange, ComparedScenario> kind in comparison.Scenarios.GroupBy(one => one.Change))
        {
            yield return Section(texts.ChangeWords(kind.Key), [.. kind.Select(one => one.Details.Length == 0 ? one.Title : $"{one.Title} : {one.Details}")]);
        }

        foreach ((string heading, IReadOnlyList<string> items) in new[]
        {
            (texts.NewScreens, comparison.NewScreens), (texts.GoneScreens, comparison.GoneScreens), (texts.Applicability, comparison.Applicability),
        })
        {
            if (items.Count > 0)
            {
                yield return Section(heading, items);
            }
        }

        if (comparison.Speed is { } speed)
        {
            yield return new("p", texts.Speed(speed.Median.ToString("0.00", _culture)));
        }
    }

    private XElement Section(string heading, IReadOnlyList<string> items) => new(
        "section",
        new XElement("h2", $"{heading} ({items.Count})"),
        new XElement(
            "ul",
            items.Take(MostOfAKind).Select(item => new XElement("li", new XAttribute("lang", "fr"), XmlText.Clean(item))),
            items.Count > MostOfAKind ? new XElement("li", texts.More(items.Count - MostOfAKind)) : null));
}
