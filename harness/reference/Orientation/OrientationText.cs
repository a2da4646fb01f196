namespace CardConformance.Reference.Orientation;

/// <summary>A page of the decision tree before an activation: a question with its answers, or an advice without.</summary>
/// <remarks>Words of the guides (URPS decision trees, SI-DEP guide), odd spellings kept; forms: ANS, assistance.</remarks>
/// <param name="Screen">Its id, also the end of its address.</param>
/// <param name="Title">The question, or what the advice is about.</param>
/// <param name="Sentences">What stands below.</param>
/// <param name="Choices">The answers; none on an advice.</param>
public sealed record OrientationText(string Screen, string Title, IReadOnlyList<string> Sentences, IReadOnlyList<OrientationChoice> Choices)
{
    internal const string First = "orientation";

    private const string LostCard = "J'ai perdu ma carte CPS, comment en obtenir une nouvelle ?";
    private const string LostCode = "J'ai perdu le code PIN de ma carte CPS, que dois-je faire ?";
    private const string HasBoth = "J'ai une carte CPS et son code porteur";
    private const string HasNot = "Je n'ai pas de carte CPS ou je n'ai plus son code porteur";
    private const string Form501 =
        "Complétez le formulaire d'incident téléchargeable à l'adresse suivante : https://esante.gouv.fr/sites/default/files/media_entity/documents/501_1.pdf";

    private const string Send501 = "Adressez ce formulaire ainsi qu'un scan de votre pièce d'identité à l'adresse : monserviceclient.cartes@asipsante.fr";

    private static readonly Dictionary<string, OrientationText> All = new OrientationText[]
    {
        new("orientation", "Avant de commencer",
            [
                "Carte CPS actualisée depuis moins de trois ans",
                "Ordinateur avec lecteur port USB",
                "Lecteur de carte CPS",
                "Téléphone portable type smartphone avec lecteur de QR Code",
                "Code d'accès au téléchargement d'application sur AppStore ou GooglePlay",
            ],
            [new("Je suis médecin", "orientation-medecin"), new("Je suis infirmier ou infirmière", "orientation-infirmier"), new("Je travaille dans une structure", "orientation-structure")]),
        new("orientation-medecin", "Avez-vous une carte CPS non périmée ?", [], YesNo("orientation-code-porteur", "orientation-carte-medecin")),
        new("orientation-infirmier", "Disposez-vous d'une carte CPS ?", [], YesNo("orientation-code-porteur", "orientation-carte-infirmier")),
        new("orientation-structure", "Quelle carte vous faut-il ?", [],
            [new("Je dirige la structure", "orientation-carte-cde"), new("J'y suis employé", "orientation-carte-cpe"), new("J'ai déjà ma carte", "orientation-code-porteur")]),
        new("orientation-code-porteur", "Avez-vous votre carte et son code porteur ?", [],
            [new(HasBoth, "orientation-coordonnees"), new(HasNot, "orientation-perte")]),
        new("orientation-perte", HasNot, [],
            [new(LostCard, "orientation-carte-perdue"), new(LostCode, "orientation-code-perdu")]),
        new("orientation-coordonnees", "Vos coordonnées sont-elles à jour ?",
            ["Vérifiez que les coordonnées présentes dans votre espace privé, sur le site de l'Ordre, comprennent un numéro de portable et une adresse mail valide – Vous en aurez besoin ultérieurement"],
            YesNo("orientation-lecteur", "orientation-mise-a-jour")),
        new("orientation-lecteur", "Êtes-vous détenteur d'un lecteur de carte CPS ?", [], YesNo("orientation-prete", "orientation-acheter-lecteur")),

        new("orientation-carte-medecin", "Je n'ai pas de carte CPS, comment m'en procurer une ?",
            ["Faites une demande de carte CPS auprès de l'Ordre des médecins"], []),
        new("orientation-carte-infirmier", "Demander une carte CPS à l'Ordre infirmier",
            [
                "Faites une demande à l'aide du formulaire 201 en ligne sur site de l'Ordre infirmier",
                "Il est en revanche plus complexe pour les infirmiers salariés de disposer d'une CPS à ce jour.",
            ], []),
        new("orientation-carte-cde", "Demander une carte de directeur d'établissement",
            ["Adressez à l'ANS le formulaire 101 (carte CDE)."], []),
        new("orientation-carte-cpe", "Demander une carte de personnel d'établissement",
            ["Votre structure adresse à l'ANS le formulaire 301, tableau 1 (carte CPE nominative)."], []),
        new("orientation-carte-perdue", LostCard, [Form501, Send501], []),
        new("orientation-code-perdu", LostCode, [Form501, Send501], []),
        new("orientation-mise-a-jour", "Mettre à jour ses coordonnées",
            ["Si votre adresse mail et votre n° de téléphone ne sont pas dans les bases de l'ANS il vous faut alors les renseigner individuellement sur le site de l'ordre."], []),
        new("orientation-acheter-lecteur", "Se procurer un lecteur",
            ["Faites acheter un lecteur de carte CSP", "Le lecteur de carte CPS s'achète auprès de distributeurs, … un lecteur monofente suffit.", "Entre 10 et 20 € TTC"], []),
        new("orientation-prete", "Tout est prêt",
            [
                "Téléchargez sur votre ordinateur l'application Gestion CPS (site de l'ASIP)",
                "Le logiciel Cryptolib se télécharge gratuitement à partir site de l'Agence du Numérique en Santé :",
                "Introduisez votre carte dans le lecteur",
                "Renseignez votre numéro de carte",
                "Téléchargez sur votre téléphone portable l'application e-CPS",
                "Activez votre carte CPS et ensuite vous pourrez accéder au Sidep ou autre application autorisée",
            ], []),
    }.ToDictionary(text => text.Screen);

    /// <summary>The page with an id, or <see langword="null"/>.</summary>
    internal static OrientationText? Find(string screen) => All.GetValueOrDefault(screen);

    private static OrientationChoice[] YesNo(string yes, string no) => [new("Oui", yes), new("Non", no)];
}
