using CardConformance.Reference.Login;

namespace CardConformance.Reference.Pages;

/// <summary>What a screen says to somebody whose card was not let in.</summary>
/// <remarks>Remedies are those of the guides (SI-DEP guide, "e-CPS avec CPS", step 3); titles and sentences are ours.</remarks>
internal sealed record LoginFailureText(string Screen, string Title, IReadOnlyList<string> Sentences, IReadOnlyList<string> Remedies)
{
    private const string CheckCard = "Vérifiez que votre carte est bien insérée dans le lecteur.";
    private const string ChooseAuthentication = "Choisissez le certificat d'authentification de votre carte.";
    private const string Support =
        "Si aucune de ces tentatives de résolution ne fonctionne : Contactez le support de l'ANS au : 0 825 852 000";

    private static readonly string[] Workstation =
    [
        CheckCard,
        "Installez le package ATSAM comme expliqué en pages 10 à 13.",
        "Essayez de renouveler ces opérations avec un autre navigateur.",
        "Essayez de réaliser ces opérations depuis un autre poste en y branchant un lecteur de cartes.",
        "Essayez de faire la manipulation depuis le poste d'un collègue qui a réussi à activer sa e-CPS.",
        Support,
    ];

    private static readonly string[] Incident =
    [
        "Complétez le formulaire d'incident téléchargeable à l'adresse suivante : https://esante.gouv.fr/sites/default/files/media_entity/documents/501_1.pdf",
        "Adressez ce formulaire ainsi qu'un scan de votre pièce d'identité à l'adresse : monserviceclient.cartes@asipsante.fr",
    ];

    internal static LoginFailureText Of(LoginFailure failure) => failure switch
    {
        LoginFailure.NoCard => new(
            "connexion-aucune-carte",
            "Aucune carte détectée",
            [
                "Votre navigateur n'a présenté aucun certificat.",
                "Si vous avez saisi trois codes porteurs faux, la carte est bloquée.",
                "Sinon, la carte est peut-être absente, mise à l'envers, ou n'est pas une carte de professionnel ; le lecteur ou ses composants ne sont peut-être pas installés.",
            ],
            Workstation),
        LoginFailure.Interrupted => new(
            "connexion-interrompue",
            "Lecture de la carte interrompue",
            [
                "La carte a été retirée pendant la connexion, ou le code porteur n'a pas été accepté.",
                "Après trois codes porteurs faux, la carte est bloquée.",
            ],
            [ChooseAuthentication, .. Workstation]),
        LoginFailure.UnknownAuthority => new(
            "connexion-carte-non-reconnue",
            "Carte non reconnue",
            ["Le certificat présenté n'a pas été émis par l'IGC-Santé."],
            ["Insérez votre carte de professionnel.", Support]),
        LoginFailure.WrongCertificate => new(
            "connexion-certificat-inadapte",
            "Certificat inadapté",
            ["Le certificat présenté ne permet pas de s'authentifier."],
            [ChooseAuthentication, Support]),
        LoginFailure.NotNominative => new(
            "connexion-carte-non-nominative",
            "Carte non nominative",
            ["Cette carte n'est au nom de personne : elle ne permet pas d'activer une e-CPS."],
            ["Demandez une carte nominative à votre structure (formulaire 301, tableau 1).", Support]),
        LoginFailure.UnreadableHolder => new(
            "connexion-titulaire-non-reconnu",
            "Titulaire de la carte non reconnu",
            ["Le certificat présenté ne dit pas qui est le titulaire de la carte."],
            [Support]),
        LoginFailure.NotYetValid => new(
            "connexion-carte-pas-encore-valide",
            "Carte pas encore valide",
            ["La période de validité de votre carte n'a pas commencé."],
            [Support]),
        LoginFailure.Expired => new(
            "connexion-carte-expiree",
            "Carte expirée",
            ["La période de validité de votre carte est terminée. Une carte est valable trois ans."],
            ["Demandez le renouvellement de votre carte.", Support]),
        LoginFailure.Revoked => new(
            "connexion-carte-en-opposition",
            "Carte en opposition",
            ["Votre carte a été mise en opposition : elle ne peut plus être utilisée."],
            Incident),
        LoginFailure.RevocationUnknown => new(
            "connexion-verification-impossible",
            "Vérification impossible",
            ["Il n'a pas été possible de vérifier que votre carte n'est pas en opposition. Par sécurité, la connexion est refusée."],
            ["Réessayez dans quelques minutes.", Support]),
        LoginFailure.Stale => new(
            "connexion-expiree",
            "Connexion expirée",
            ["La connexion a pris trop de temps, ou a été commencée dans un autre navigateur."],
            []),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "This failure has no screen."),
    };
}
