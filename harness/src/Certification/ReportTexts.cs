using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Certification;

/// <summary>The words of the report in one language. What features and screens say stays French in both.</summary>
internal sealed record ReportTexts
{
    internal required string Language { get; init; }

    internal required string FileName { get; init; }

    internal required string OtherFileName { get; init; }

    internal required string OtherLanguageLink { get; init; }

    internal required string Title { get; init; }

    internal required Func<Verdict, string> VerdictWord { get; init; }

    internal required Func<Blame, string> BlameWord { get; init; }

    internal required Func<BlameRule, string> RuleWords { get; init; }

    internal required string NotBegun { get; init; }

    internal required string NotJudged { get; init; }

    internal required string NotApplicable { get; init; }

    internal required string NotTestable { get; init; }

    internal required string Plan { get; init; }

    internal required Func<string, string?, string> PlanWords { get; init; }

    internal required Func<int, int, string> Summary { get; init; }

    internal required string Started { get; init; }

    internal required string Target { get; init; }

    internal required string Seed { get; init; }

    internal required string Workers { get; init; }

    internal required string Machine { get; init; }

    internal required string Version { get; init; }

    internal required string Limited { get; init; }

    internal required string Requirements { get; init; }

    internal required string Requirement { get; init; }

    internal required string Scenarios { get; init; }

    internal required string Result { get; init; }

    internal required string Passed { get; init; }

    internal required string Failed { get; init; }

    internal required string Failures { get; init; }

    internal required string Sources { get; init; }

    internal required string Assumptions { get; init; }

    internal required string AssumptionsMeaning { get; init; }

    internal required Func<int, int, string> Uses { get; init; }

    internal required Func<int, string> Exchanges { get; init; }

    internal required Func<int, int, string> Share { get; init; }

    internal required string HowToRead { get; init; }

    internal required string Files { get; init; }

    internal static ReportTexts French { get; } = new()
    {
        Language = "fr",
        FileName = "index.html",
        OtherFileName = "index.en.html",
        OtherLanguageLink = "In English",
        Title = "Rapport de conformité",
        VerdictWord = verdict => verdict switch
        {
            Verdict.Conforming => "CONFORME",
            Verdict.NotConforming => "NON CONFORME",
            Verdict.Misconfigured => "À CONFIGURER",
            Verdict.HarnessFailed => "HARNAIS EN PANNE",
            Verdict.Unfinished => "INACHEVÉ",
            _ => "RIEN N'A ÉTÉ EXÉCUTÉ",
        },
        BlameWord = blame => blame switch
        {
            Blame.Product => "produit",
            Blame.Configuration => "configuration",
            _ => "harnais",
        },
        RuleWords = rule => rule.French,
        NotBegun = "L'exécution n'a pas commencé",
        NotJudged = "Non jugé",
        NotApplicable = "sans objet",
        NotTestable = "non testable",
        Plan = "Plan",
        PlanWords = (plan, revision) => revision is null ? plan : $"{plan}, révision {revision}, en certification",
        Summary = (passed, all) => passed < 2 ? $"{passed} scénario sur {all} a réussi." : $"{passed} scénarios sur {all} ont réussi.",
        Started = "Début",
        Target = "Système testé",
        Seed = "Graine",
        Workers = "Scénarios en parallèle",
        Machine = "Machine",
        Version = "CardConformance",
        Limited = "Limité à",
        Requirements = "Exigences",
        Requirement = "Exigence",
        Scenarios = "Scénarios",
        Result = "Résultat",
        Passed = "réussi",
        Failed = "échoué",
        Failures = "Échecs",
        Assumptions = "Hypothèses déclarées",
        AssumptionsMeaning =
            "Ce que la source ne dit pas, ou ne dit plus, et qui a été supposé. Ces scénarios vérifient que le produit suit l'hypothèse et l'annonce ; ils ne prouvent pas qu'elle soit vraie. Ouvrez-en une pour voir qui s'appuie dessus.",
        Uses = (rights, scenarios) => $"{rights} {(rights < 2 ? "droit" : "droits")}, {scenarios} {(scenarios < 2 ? "scénario" : "scénarios")}",
        Sources = "Sources",
        Exchanges = count => count == 1 ? "1 échange avec la carte" : $"{count} échanges avec la carte",
        Share = (passed, all) => $"{passed} sur {all}",
        HowToRead = "Ouvrez un scénario pour voir ses étapes, les écrans et les échanges avec la carte (codes masqués : **).",
        Files = "Fichiers du scénario",
    };

    internal static ReportTexts English { get; } = new()
    {
        Language = "en",
        FileName = "index.en.html",
        OtherFileName = "index.html",
        OtherLanguageLink = "En français",
        Title = "Conformance report",
        VerdictWord = verdict => verdict switch
        {
            Verdict.Conforming => "CONFORMING",
            Verdict.NotConforming => "NOT CONFORMING",
            Verdict.Misconfigured => "CONFIGURATION TO BE MENDED",
            Verdict.HarnessFailed => "HARNESS FAILED",
            Verdict.Unfinished => "UNFINISHED",
            _ => "NOTHING WAS RUN",
        },
        BlameWord = blame => blame switch
        {
            Blame.Product => "product",
            Blame.Configuration => "configuration",
            _ => "harness",
        },
        RuleWords = rule => rule.English,
        NotBegun = "The run did not begin",
        NotJudged = "Not judged",
        NotApplicable = "not applicable",
        NotTestable = "not testable",
        Plan = "Plan",
        PlanWords = (plan, revision) => revision is null ? plan : $"{plan}, revision {revision}, certification",
        Summary = (passed, all) => $"{passed} of {all} scenarios passed.",
        Started = "Started",
        Target = "System under test",
        Seed = "Seed",
        Workers = "Scenarios at a time",
        Machine = "Machine",
        Version = "CardConformance",
        Limited = "Limited to",
        Requirements = "Requirements",
        Requirement = "Requirement",
        Scenarios = "Scenarios",
        Result = "Result",
        Passed = "passed",
        Failed = "failed",
        Failures = "Failures",
        Assumptions = "Declared assumptions",
        AssumptionsMeaning =
            "What the source does not say, or does not say any more, and was assumed. These scenarios check that the product keeps to the assumption and says so; they do not prove it true. Open one to see what leans on it.",
        Uses = (rights, scenarios) => $"{rights} {(rights == 1 ? "right" : "rights")}, {scenarios} {(scenarios == 1 ? "scenario" : "scenarios")}",
        Sources = "Sources",
        Exchanges = count => count == 1 ? "1 exchange with the card" : $"{count} exchanges with the card",
        Share = (passed, all) => $"{passed} of {all}",
        HowToRead = "Open a scenario to see its steps, its screens and what passed between reader and card (codes masked: **).",
        Files = "Files of the scenario",
    };
}
