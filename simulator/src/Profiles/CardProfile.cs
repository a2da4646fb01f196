namespace CardConformance.Simulator.Profiles;

/// <summary>One card: whose it is, its numbers, its codes. What it looks like inside is its generation's business.</summary>
/// <remarks>Read from <c>fixtures/cards/*.json</c>; a test changes single members with a <c>with</c> expression.</remarks>
/// <param name="Description">What it is, in French, for lists.</param>
/// <param name="Generation">Generation and interface.</param>
/// <param name="Kind">Kind of card.</param>
/// <param name="CardNumber">The number printed on it, 10 digits; part of the token label.</param>
/// <param name="SerialNumber">Serial number of the chip, 8 digits; part of EF.SN.ICC. Middlewares cache by it: never give one to two cards.</param>
/// <param name="Validity">From when to when it is valid.</param>
/// <param name="CodePorteur">The holder's code. Never write it to a log.</param>
/// <param name="CodeDeblocage">The unblocking code. Never write it to a log.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Situations">Where the holder practises.</param>
public sealed record CardProfile(
    string Description,
    CardGeneration Generation,
    CardKind Kind,
    string CardNumber,
    string SerialNumber,
    CardValidity Validity,
    string CodePorteur,
    string CodeDeblocage,
    CardHolder Holder,
    IReadOnlyList<PracticeSituation> Situations)
{
    /// <summary>What is wrong with its authentication certificate; of profiles in files, nothing.</summary>
    public CertificateFlaw Flaw { get; init; }

    /// <summary>The token label that middlewares show, for example <c>CPS3v3-2600000001</c>.</summary>
    public string TokenLabel => $"{Generation.Token.LabelPrefix}-{CardNumber}";

    /// <summary>A code of the right length that is not the code porteur.</summary>
    public string WrongCode => new(CodePorteur.All(digit => digit == '9') ? '8' : '9', CodePorteur.Length);

    /// <summary>The codes by role, as personalisation needs them.</summary>
    /// <param name="role">The role.</param>
    internal string CodeOf(CodeRole role) => role == CodeRole.CodePorteur ? CodePorteur : CodeDeblocage;

    /// <summary>Label and description: a record's own text would show the codes.</summary>
    public override string ToString() => $"{TokenLabel}, {Description}";

    internal static CardProfile From(FixtureObject json, CardGeneration generation)
    {
        var profile = new CardProfile(
            json.Text("description"),
            generation,
            json.Value<CardKind>("kind"),
            json.Digits("cardNumber", 10),
            json.Digits("serialNumber", 8),
            json.Part("validity", CardValidity.From),
            json.SecretDigits("codePorteur", LengthOf(generation, CodeRole.CodePorteur, usual: 4)),
            json.SecretDigits("codeDeblocage", LengthOf(generation, CodeRole.CodeDeblocage, usual: 8)),
            json.Part("holder", CardHolder.From),
            json.List("situations", PracticeSituation.From));
        bool professional = profile.Kind is CardKind.CPS or CardKind.CPF;
        if (professional != (profile.Holder.Profession is not null))
        {
            throw json.Mistake(
                "holder", $"a {profile.Kind} needs {(professional ? "a profession" : "an employer")}: see \"kind\".");
        }

        if (profile.Situations.DistinctBy(situation => situation.Number).Count() != profile.Situations.Count)
        {
            throw json.Mistake("situations", "two situations have the same number.");
        }

        return profile;
    }

    private static int LengthOf(CardGeneration generation, CodeRole role, int usual) =>
        generation.FindCode(role)?.Definition.Length ?? usual;
}
