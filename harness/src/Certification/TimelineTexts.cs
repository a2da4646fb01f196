namespace CardConformance.Harness.Certification;

/// <summary>What timelines say, in one language.</summary>
internal sealed record TimelineTexts(string Language)
{
    private bool IsFrench => Language == "fr";

    internal static TimelineTexts In(string language) => new(language);

    internal string Filter => IsFrench ? "Montrer dans les chronologies" : "Show in the timelines";

    internal string Expected => IsFrench ? "Attendu" : "Expected";

    internal string Seen => IsFrench ? "Vu" : "Seen";

    internal string StepFails => IsFrench ? "L'étape échoue" : "The step fails";

    internal string SeenElsewhere(string scenario) => IsFrench ? $"Cet écran tel qu'il est venu dans un autre scénario : {scenario}" : $"This screen as it came in another scenario: {scenario}";

    internal string NoPicture => IsFrench ? "aucune image" : "no picture";

    internal string NoAnswer => IsFrench ? "sans réponse" : "no answer";

    internal string NotShown(int count, string file) => IsFrench
        ? $"… {count} {(count == 1 ? "autre" : "autres")} entre-temps, dans {file}"
        : $"… {count} more in between, in {file}";

    internal string Word(TimelineKind kind) => (IsFrench, kind) switch
    {
        (true, TimelineKind.Step) => "étape",
        (true, TimelineKind.Screen) => "écran",
        (true, TimelineKind.Page) => "page",
        (true, TimelineKind.Wallet) => "portefeuille",
        (true, TimelineKind.Mail) => "courriel",
        (true, TimelineKind.Sms) => "SMS",
        (true, TimelineKind.Card) => "carte",
        (true, _) => "remarque",
        (false, TimelineKind.Step) => "step",
        (false, TimelineKind.Screen) => "screen",
        (false, TimelineKind.Page) => "page",
        (false, TimelineKind.Wallet) => "wallet",
        (false, TimelineKind.Mail) => "e-mail",
        (false, TimelineKind.Sms) => "SMS",
        (false, TimelineKind.Card) => "card",
        (false, _) => "note",
    };

    // Shapes that differ without colour, of the fonts that every machine has.
    internal static string Shape(TimelineKind kind) => kind switch
    {
        TimelineKind.Step => "●",
        TimelineKind.Screen => "▣",
        TimelineKind.Page => "◇",
        TimelineKind.Wallet => "▲",
        TimelineKind.Mail => "✉",
        TimelineKind.Sms => "☎",
        TimelineKind.Card => "▬",
        _ => "✎",
    };
}
