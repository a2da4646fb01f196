namespace CardConformance.Harness.Nights;

/// <summary>The words of the letter in one language. Titles of scenarios and what went wrong stay French in both.</summary>
internal sealed record LetterTexts
{
    internal required string Language { get; init; }

    internal required string FileName { get; init; }

    internal required string OtherFileName { get; init; }

    internal required string OtherLanguageLink { get; init; }

    internal required string Title { get; init; }

    internal required string Worse { get; init; }

    internal required string Different { get; init; }

    internal required string Same { get; init; }

    internal required string Before { get; init; }

    internal required string After { get; init; }

    internal required string OtherChoice { get; init; }

    internal required string NewScreens { get; init; }

    internal required string GoneScreens { get; init; }

    internal required string Applicability { get; init; }

    internal required Func<int, string> More { get; init; }

    internal required Func<string, string> Speed { get; init; }

    internal required Func<ScenarioChange, string> ChangeWords { get; init; }

    internal static LetterTexts French { get; } = new()
    {
        Language = "fr",
        FileName = "index.html",
        OtherFileName = "index.en.html",
        OtherLanguageLink = "In English",
        Title = "Ce qui a changé depuis la dernière fois",
        Worse = "MOINS BIEN",
        Different = "DIFFÉRENT",
        Same = "PAREIL",
        Before = "Avant",
        After = "Après",
        OtherChoice = "Les deux exécutions n'ont pas joué le même choix de scénarios : ce qui manque ou s'ajoute peut venir de là.",
        NewScreens = "Écrans nouveaux",
        GoneScreens = "Écrans disparus",
        Applicability = "Exigences devenues sans objet, ou qui ne le sont plus",
        More = count => $"et {count} de plus, dans le rapport",
        Speed = ratio => $"Durée médiane : ×{ratio}. Plus lent veut dire : loin au-dessus de ce que fait l'ensemble des scénarios.",
        ChangeWords = change => change switch
        {
            ScenarioChange.NewRed => "Nouveaux échecs",
            ScenarioChange.Gone => "Scénarios disparus",
            ScenarioChange.OtherBlame => "Échecs dont la cause change",
            ScenarioChange.OtherMessage => "Échecs dont le message change",
            ScenarioChange.StillRed => "Échouent toujours",
            ScenarioChange.Unstable => "Instables : même produit, même harnais, même graine, autre résultat",
            ScenarioChange.NotTestableAnyMore => "Ne sont plus testables",
            ScenarioChange.TestableNow => "Sont devenus testables",
            ScenarioChange.Fixed => "Corrigés",
            ScenarioChange.Slower => "Plus lents",
            _ => "Scénarios ajoutés",
        },
    };

    internal static LetterTexts English { get; } = new()
    {
        Language = "en",
        FileName = "index.en.html",
        OtherFileName = "index.html",
        OtherLanguageLink = "En français",
        Title = "What has changed since the last time",
        Worse = "WORSE",
        Different = "DIFFERENT",
        Same = "THE SAME",
        Before = "Before",
        After = "After",
        OtherChoice = "The two runs did not play the same choice of scenarios: what is missing or added may come from that.",
        NewScreens = "New screens",
        GoneScreens = "Screens that are gone",
        Applicability = "Requirements that do not apply any more, or apply now",
        More = count => $"and {count} more, in the report",
        Speed = ratio => $"Median duration: ×{ratio}. Slower means far above what all scenarios do.",
        ChangeWords = change => change switch
        {
            ScenarioChange.NewRed => "New failures",
            ScenarioChange.Gone => "Scenarios that are gone",
            ScenarioChange.OtherBlame => "Failures that are somebody else's now",
            ScenarioChange.OtherMessage => "Failures with another message",
            ScenarioChange.StillRed => "Still failing",
            ScenarioChange.Unstable => "Unstable: same product, same harness, same seed, other result",
            ScenarioChange.NotTestableAnyMore => "Not testable any more",
            ScenarioChange.TestableNow => "Testable now",
            ScenarioChange.Fixed => "Fixed",
            ScenarioChange.Slower => "Slower",
            _ => "Added scenarios",
        },
    };
}
