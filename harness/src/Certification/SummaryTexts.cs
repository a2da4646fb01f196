using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Certification;

/// <summary>What the view for who decides says beyond the report's words, in one language.</summary>
internal sealed record SummaryTexts(string Language)
{
    private bool IsFrench => Language == "fr";

    internal static SummaryTexts In(string language) => new(language);

    internal string FileName => IsFrench ? "summary.html" : "summary.en.html";

    internal string OtherFileName => IsFrench ? "summary.en.html" : "summary.html";

    internal string Link => IsFrench ? "L'essentiel" : "Summary";

    internal string DetailLink => IsFrench ? "Tout le détail" : "All the detail";

    internal string Title => IsFrench ? "L'essentiel" : "Summary";

    internal string Meaning(Verdict verdict) => (IsFrench, verdict) switch
    {
        (true, Verdict.Conforming) => "Le produit a satisfait toutes les exigences qui ont pu être éprouvées.",
        (true, Verdict.AsExpected) => "Seuls des échecs que l'éditeur avait déclarés ont eu lieu ; le produit n'est pas conforme pour autant.",
        (true, Verdict.NotConforming) => "Le produit enfreint au moins une exigence.",
        (true, Verdict.Misconfigured) => "La description du produit ou son installation est à corriger ; rien n'est dit du produit lui-même.",
        (true, Verdict.HarnessFailed) => "CardConformance ou sa machine a failli ; rien n'est dit du produit.",
        (true, Verdict.Unfinished) => "L'exécution n'est pas allée au bout ; rien n'est dit de ce qui manque.",
        (true, _) => "Rien n'a été éprouvé.",
        (false, Verdict.Conforming) => "The product met all requirements that could be tested.",
        (false, Verdict.AsExpected) => "Only failures that the vendor had declared came up; that does not make the product conforming.",
        (false, Verdict.NotConforming) => "The product breaks at least one requirement.",
        (false, Verdict.Misconfigured) => "The product's description or its installation has to be mended; nothing is said of the product itself.",
        (false, Verdict.HarnessFailed) => "CardConformance or its machine failed; nothing is said of the product.",
        (false, Verdict.Unfinished) => "The run did not come to its end; nothing is said of what is missing.",
        (false, _) => "Nothing was tested.",
    };

    internal string NotConforming => IsFrench ? "Ce qui n'est pas conforme, et à qui d'agir" : "What is not conforming, and whose failure it is";

    internal string BlameTitle(Blame? blame) => (IsFrench, blame) switch
    {
        (true, Blame.Product) => "Produit : à l'éditeur de corriger",
        (true, Blame.Configuration) => "Configuration : à corriger par qui installe ou décrit le produit",
        (true, Blame.Harness) => "Harnais : à nous de corriger, le produit n'y est pour rien",
        (true, _) => "Interrompu : à rejouer",
        (false, Blame.Product) => "Product: for its vendor to mend",
        (false, Blame.Configuration) => "Configuration: for whoever installs or describes the product",
        (false, Blame.Harness) => "Harness: for us to mend, the product has no part in it",
        (false, _) => "Broken off: to be played again",
    };

    internal string AllConforms => IsFrench ? "Aucun scénario n'a échoué." : "No scenario failed.";

    internal string DoesNotProve => IsFrench ? "Ce que ce rapport ne prouve pas" : "What this report does not prove";

    internal IReadOnlyList<string> Limits => IsFrench
        ?
        [
            "Il dit ce que cette version du produit a fait ce jour-là avec ces scénarios, et rien d'une autre version.",
            "La carte, son lecteur, les personnes, le portefeuille, les SMS et les courriels sont simulés : le produit n'a rencontré ni vraie carte ni vrai service.",
            "Ce n'est ni un audit de sécurité ni un essai de charge.",
            "L'accessibilité des écrans n'est examinée que là où un programme peut le faire (axe-core) ; le reste demande une personne.",
            "Ce qui est non testable ou sans objet, plus haut, n'a pas été jugé.",
        ]
        :
        [
            "It says what this version of the product did on that day with these scenarios, and nothing of another version.",
            "The card, its reader, the people, the wallet, SMS and e-mails are simulated: the product met no real card and no real service.",
            "It is neither a security audit nor a load test.",
            "Screens are examined for accessibility only where a program can do so (axe-core); the rest takes a person.",
            "What is not testable or not applicable, above, was not judged.",
        ];
}
