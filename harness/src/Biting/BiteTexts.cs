using System.Globalization;
using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Biting;

/// <summary>What the page about defects says, in one language.</summary>
internal sealed record BiteTexts(string Language)
{
    private bool IsFrench => Language == "fr";

    internal static BiteTexts French { get; } = new("fr");

    internal static BiteTexts English { get; } = new("en");

    internal static BiteTexts In(string language) => language == French.Language ? French : English;

    internal string FileName => IsFrench ? "index.html" : "index.en.html";

    internal string OtherFileName => IsFrench ? "index.en.html" : "index.html";

    internal string OtherLanguageLink => IsFrench ? "This page in English" : "Cette page en français";

    internal string Title => IsFrench ? "Ce que les scénarios savent trouver" : "What the scenarios are able to find";

    internal string Meaning => IsFrench
        ? "La référence intégrée a été démarrée avec un défaut volontaire à la fois. Un défaut est trouvé quand, pour chaque exigence qu'il enfreint, un scénario de cette exigence échoue et que l'échec est attribué au produit."
        : "The built-in reference was started with one deliberate defect at a time. A defect is found when, for each requirement that it breaks, a scenario of that requirement fails and the failure is blamed on the product.";

    internal string Extent(bool whole) => (IsFrench, whole) switch
    {
        (true, true) => "Tous les scénarios du socle ont été joués avec chaque défaut.",
        (true, false) => "Avec chaque défaut, les scénarios de ses exigences ont été joués jusqu'au premier échec : d'autres l'auraient peut-être trouvé aussi.",
        (false, true) => "All scenarios of the base plan were played with each defect.",
        (false, false) => "With each defect, the scenarios of its requirements were played until the first failed: others might have found it too.",
    };

    internal string Count(int caught, int all) => IsFrench
        ? $"{caught} {(caught < 2 ? "défaut trouvé" : "défauts trouvés")} sur {all}"
        : $"{caught} of {all} {(all == 1 ? "defect" : "defects")} found";

    internal string Partial(int all) => IsFrench ? $"Essai partiel : il y a {all} {(all < 2 ? "défaut" : "défauts")} en tout." : $"A part only: there are {all} defects in all.";

    internal string Defect => IsFrench ? "Défaut" : "Defect";

    internal string Requirement => IsFrench ? "Exigences enfreintes" : "Requirements broken";

    internal string Scenarios => IsFrench ? "Scénarios en échec" : "Scenarios that failed";

    internal string Result => IsFrench ? "Résultat" : "Result";

    internal string Found => IsFrench ? "trouvé" : "found";

    internal string Missed(IEnumerable<string> requirements) => (IsFrench ? "non trouvé : " : "missed: ") + string.Join(' ', requirements);

    internal string Nothing => IsFrench ? "aucun" : "none";

    internal string Idle => IsFrench ? "Scénarios du socle qu'aucun défaut ne fait échouer" : "Scenarios of the base plan that no defect turns red";

    internal string Made(DateTimeOffset started, string version, double seconds)
    {
        string when = started.ToLocalTime().ToString("f", CultureInfo.GetCultureInfo(IsFrench ? "fr-FR" : "en-GB"));
        string minutes = (seconds / 60).ToString("0.0", CultureInfo.GetCultureInfo(IsFrench ? "fr-FR" : "en-GB"));
        return IsFrench ? $"Fait le {when} avec CardConformance {version}, en {minutes} minutes." : $"Made on {when} with CardConformance {version}, in {minutes} minutes.";
    }

    internal string Words(SeededDefect defect) => IsFrench ? defect.French : defect.English;

    internal string BlameWord(Blame blame) => (IsFrench, blame) switch
    {
        (true, Blame.Product) => "produit",
        (true, Blame.Configuration) => "configuration",
        (true, _) => "harnais",
        (false, Blame.Product) => "product",
        (false, Blame.Configuration) => "configuration",
        (false, _) => "harness",
    };
}
