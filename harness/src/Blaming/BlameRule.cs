namespace CardConformance.Harness.Blaming;

/// <summary>Why a failure is somebody's.</summary>
/// <param name="Id">Its name in evidence and machine-readable results.</param>
/// <param name="Blame">Whose.</param>
/// <param name="French">The rule in French, for reports.</param>
/// <param name="English">The rule in English.</param>
public sealed record BlameRule(string Id, Blame Blame, string French, string English)
{
    /// <summary>A screen, a text or a message is not what the requirement says.</summary>
    public static BlameRule Expectation { get; } = new(
        "attendu", Blame.Product,
        "ce qui a été vu n'est pas ce que demande l'exigence, et tout le reste répondait",
        "what was seen is not what the requirement says, and all else answered");

    /// <summary>Something that a person uses does not come.</summary>
    public static BlameRule Missing { get; } = new(
        "absent", Blame.Product,
        "ce dont la personne se sert n'est pas venu sur la page, et le produit répondait",
        "what a person uses did not come on the page, and the product answered");

    /// <summary>The product answered when the run began and does not any more.</summary>
    public static BlameRule Down { get; } = new(
        "tombe", Blame.Product,
        "le produit répondait au début de l'exécution et ne répond plus",
        "the product answered when the run began, and does not any more");

    /// <summary>What the target's file says does not hold.</summary>
    public static BlameRule Description { get; } = new(
        "description", Blame.Configuration,
        "ce que dit le fichier de la cible ne tient pas",
        "what the target's file says does not hold");

    /// <summary>The browser does not accept an address of the product.</summary>
    public static BlameRule Address { get; } = new(
        "adresse", Blame.Configuration,
        "le navigateur n'accepte pas une adresse du produit : nom ou certificat",
        "the browser does not accept an address of the product: its name or its certificate");

    /// <summary>A part of ours is gone.</summary>
    public static BlameRule BrokenPart { get; } = new(
        "panne", Blame.Harness,
        "une partie de CardConformance ne fonctionne plus",
        "a part of CardConformance does not work any more");

    /// <summary>The scenario is about our own card and readers.</summary>
    public static BlameRule OwnCard { get; } = new(
        "carte", Blame.Harness,
        "l'exigence porte sur la carte et les lecteurs de CardConformance",
        "the requirement is about CardConformance's own card and readers");

    /// <summary>What we wrote holds what nobody may read.</summary>
    public static BlameRule OwnLeak { get; } = new(
        "fuite", Blame.Harness,
        "ce que CardConformance a écrit contient un code de la carte",
        "what CardConformance wrote holds a code of the card");

    /// <summary>Nothing else explains it.</summary>
    public static BlameRule Unexplained { get; } = new(
        "inexplique", Blame.Harness,
        "rien ne l'explique par le produit ou sa description",
        "nothing about the product or its description explains it");

    /// <summary>All rules.</summary>
    public static IReadOnlyList<BlameRule> All { get; } = [Expectation, Missing, Down, Description, Address, BrokenPart, OwnCard, OwnLeak, Unexplained];

    /// <summary>The rule with an id; <see cref="Unexplained"/> for one that an older run used and is gone.</summary>
    /// <param name="id">The id.</param>
    public static BlameRule Of(string id) => All.FirstOrDefault(rule => rule.Id == id) ?? Unexplained;
}
