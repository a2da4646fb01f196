using CardConformance.Reference.ProSanteConnect;

namespace CardConformance.Reference.Pages;

/// <summary>What a screen says to somebody whose e-CPS did not let them in. The words are ours: those of Pro Santé Connect are not public.</summary>
internal sealed record ECpsFailureText(string Screen, string Title, string Sentence, string Remedy)
{
    /// <summary>Whom to call.</summary>
    internal const string Contact = "0 806 800 213 (appel gratuit) monservicclient.e-cps@esante.gouv.fr";

    internal static ECpsFailureText Of(ECpsFailure failure) => failure switch
    {
        ECpsFailure.Unknown => new(
            "connexion-e-cps-identifiant-inconnu",
            "Identifiant inconnu",
            "Aucun professionnel ne porte cet identifiant national.",
            "Vérifiez votre identifiant : RPPS précédé par 8, ou ADELI précédé par 0."),
        ECpsFailure.NotActivated => new(
            "connexion-e-cps-non-activee",
            "e-CPS non activée",
            "Vous n'avez pas d'e-CPS active.",
            "Activez votre e-CPS, ou connectez-vous avec votre carte CPS."),
        ECpsFailure.Expired => new(
            "connexion-e-cps-expiree",
            "e-CPS expirée",
            "Votre e-CPS n'est plus valable.",
            "Supprimez votre e-CPS dans l'application (Compte, Paramètres, « Supprimer ma e-CPS »), puis activez-la à nouveau."),
        ECpsFailure.Refused => new(
            "connexion-e-cps-refusee",
            "Connexion refusée sur le téléphone",
            "Vous avez refusé la connexion sur votre téléphone.",
            "Si vous n'aviez rien demandé, quelqu'un d'autre a saisi votre identifiant : ne validez rien."),
        ECpsFailure.WrongCode => new(
            "connexion-e-cps-code-faux",
            "Code dynamique incorrect",
            "Le code choisi sur le téléphone n'est pas celui qui était affiché ici.",
            "Recommencez : un nouveau code sera affiché."),
        ECpsFailure.WrongPassword => new(
            "connexion-e-cps-mot-de-passe-faux",
            "Mot de passe incorrect",
            "Trois mots de passe faux ont été saisis sur le téléphone.",
            "Si vous avez oublié votre mot de passe, activez à nouveau votre e-CPS."),
        ECpsFailure.NoAnswer => new(
            "connexion-e-cps-sans-reponse",
            "Pas de réponse du téléphone",
            "La demande n'a pas été validée sur votre téléphone à temps.",
            "Vérifiez que votre téléphone a accès au réseau, puis recommencez."),
        ECpsFailure.ServiceDown => new(
            "connexion-e-cps-service-indisponible",
            "Connexion momentanément indisponible",
            "Il n'a pas été possible de vérifier votre e-CPS. Par sécurité, la connexion est refusée.",
            "Réessayez dans quelques minutes, ou connectez-vous avec votre carte CPS."),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "This failure has no screen."),
    };
}
