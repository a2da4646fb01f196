using System.Globalization;
using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Biting;

/// <summary>What the page about defects says, in one language.</summary>
internal sealed record BiteTexts(string Language)
{
    private bool IsFrench => Language == "fr";

    private CultureInfo Culture => CultureInfo.GetCultureInfo(IsFrench ? "fr-FR" : "en-GB");

    internal static BiteTexts French { get; } = new("fr");

    internal static BiteTexts English { get; } = new("en");

    internal static BiteTexts In(string language) => language == French.Language ? French : English;

    internal string FileName => IsFrench ? "index.html" : "index.en.html";

    internal string OtherFileName => IsFrench ? "index.en.html" : "index.html";

    internal string OtherLanguageLink => IsFrench ? "This page in English" : "Cette page en français";

    internal string Title => IsFrench ? "Ce que les scénarios savent trouver" : "What the scenarios are able to find";

    internal string Meaning => IsFrench
        ? "La référence intégrée, ou le service d'exemple, a été démarré avec un défaut volontaire à la fois. Un défaut est trouvé quand, pour chaque exigence qu'il enfreint, un scénario de cette exigence échoue dans les mots attendus, que l'échec est attribué au produit, et que le même scénario réussit sans le défaut."
        : "The built-in reference, or the example service, was started with one deliberate defect at a time. A defect is found when, for each requirement that it breaks, a scenario of that requirement fails in the words that are expected, the failure is blamed on the product, and the same scenario passes without the defect.";

    internal string Extent(bool whole) => (IsFrench, whole) switch
    {
        (true, true) => "Tous les scénarios du socle ont été joués avec chaque défaut de la référence, et ceux de C_06 avec chaque défaut du service.",
        (true, false) => "Avec chaque défaut, les scénarios de ses exigences ont été joués jusqu'à ce que l'un le trouve : d'autres l'auraient peut-être trouvé aussi.",
        (false, true) => "All scenarios of the base plan were played with each defect of the reference, and those of C_06 with each of the service.",
        (false, false) => "With each defect, the scenarios of its requirements were played until one found it: others might have found it too.",
    };

    internal string Count(int caught, int all) => (IsFrench, caught, all) switch
    {
        (true, < 2, _) => $"{caught} défaut trouvé sur {all}",
        (true, _, _) => $"{caught} défauts trouvés sur {all}",
        (false, _, 1) => $"{caught} of 1 defect found",
        (false, _, _) => $"{caught} of {all} defects found",
    };

    internal string Partial(int left) => (IsFrench, left) switch
    {
        (true, 1) => "Essai partiel : il reste un défaut à essayer.",
        (true, _) => $"Essai partiel : il reste {left} défauts à essayer.",
        (false, 1) => "A part only: one defect is left to be tried.",
        (false, _) => $"A part only: {left} defects are left to be tried.",
    };

    internal string Defect => IsFrench ? "Défaut" : "Defect";

    internal string Requirement => IsFrench ? "Exigences enfreintes" : "Requirements broken";

    internal string Scenarios => IsFrench ? "Scénarios en échec" : "Scenarios that failed";

    internal string Result => IsFrench ? "Résultat" : "Result";

    internal string Nothing => IsFrench ? "aucun" : "none";

    internal string Idle => IsFrench ? "Scénarios qui n'ont trouvé aucun défaut" : "Scenarios that found no defect";

    internal string IdleMeaning => IsFrench
        ? "Chaque exigence du socle a au moins un défaut volontaire. Ce n'est pas vrai de chaque scénario : ceux-ci ont été joués jusqu'au bout avec un défaut au moins, et aucun ne les concernait. Ils regardent une autre partie de leur exigence, ou ce qui doit continuer à marcher. Rien ne prouve ici qu'ils trouvent quelque chose."
        : "Each requirement of the base plan has a deliberate defect at least. Not so each scenario: these were played to their end with some defect, and none concerned them. They look at another part of their requirement, or at what has to go on working. Nothing here proves that they find anything.";

    /// <summary>How many scenarios are not proved to find anything.</summary>
    internal string Unproved(BiteMatrix matrix)
    {
        int played = matrix.Bites.SelectMany(bite => bite.Played).DistinctBy(one => one.Id).Count();
        return IsFrench
            ? $"Chaque exigence du socle a un défaut, non chaque scénario. Scénarios joués avec un défaut : {played} ; sans en trouver : {matrix.Idle.Count}."
            : $"Each requirement of the base plan has a defect, not each scenario. Scenarios played with one: {played}; that found none: {matrix.Idle.Count}.";
    }

    internal string Made(BiteMatrix matrix)
    {
        string minutes = (matrix.Seconds / 60).ToString("0.0", Culture);
        return IsFrench
            ? $"Fait du {When(matrix.First)} au {When(matrix.Last)} avec CardConformance {matrix.Version}, en {minutes} minutes de jeu."
            : $"Made from {When(matrix.First)} to {When(matrix.Last)} with CardConformance {matrix.Version}, in {minutes} minutes of playing.";
    }

    /// <summary>What came of a defect, in a word or two.</summary>
    internal string Word(BiteOutcome outcome) => (IsFrench, outcome) switch
    {
        (true, BiteOutcome.Caught) => "trouvé",
        (true, BiteOutcome.OtherReason) => "en échec pour une autre raison, qui ne compte pas",
        (true, BiteOutcome.Missed) => "non trouvé",
        (true, BiteOutcome.Unclaimed) => "sans scénario",
        (true, _) => "non joué",
        (false, BiteOutcome.Caught) => "found",
        (false, BiteOutcome.OtherReason) => "red for another reason, which does not count",
        (false, BiteOutcome.Missed) => "missed",
        (false, BiteOutcome.Unclaimed) => "without any scenario",
        (false, _) => "not played",
    };

    /// <summary>Why a failure is not a defect's doing.</summary>
    internal string WhyNot(SeededDefect defect, BittenScenario red) => red switch
    {
        { Blame: not Blame.Product } => (IsFrench ? "ne compte pas, attribué à : " : "does not count, blamed on: ") + BlameWord(red.Blame),
        { PassesWithout: false } => IsFrench ? "ne compte pas, ne réussit pas non plus sans le défaut" : "does not count, does not pass without the defect either",
        _ when red.Requirements.FirstOrDefault(defect.Seen.ContainsKey) is { } requirement =>
            IsFrench ? $"ne compte pas, attendu : {defect.Seen[requirement]}" : $"does not count, expected: {defect.Seen[requirement]}",
        _ => IsFrench ? "d'une autre exigence" : "of another requirement",
    };

    internal string Words(SeededDefect defect) => IsFrench ? defect.French : defect.English;

    internal string Name(DefectiveProduct product) => (IsFrench, product) switch
    {
        (true, DefectiveProduct.Reference) => "la référence",
        (true, _) => "le service d'exemple",
        (false, DefectiveProduct.Reference) => "the reference",
        (false, _) => "the example service",
    };

    internal string BlameWord(Blame blame) => (IsFrench, blame) switch
    {
        (true, Blame.Product) => "produit",
        (true, Blame.Configuration) => "configuration",
        (true, _) => "harnais",
        (false, Blame.Product) => "product",
        (false, Blame.Configuration) => "configuration",
        (false, _) => "harness",
    };

    private string When(DateTimeOffset time) => time.ToLocalTime().ToString("f", Culture);
}
