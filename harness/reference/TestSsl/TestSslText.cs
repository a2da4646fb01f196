using CardConformance.Reference.Login;
using CardConformance.Reference.Pages;

namespace CardConformance.Reference.TestSsl;

/// <summary>What the screen of a failed test says, above ANS's support.</summary>
/// <remarks>The guides show these screens as pictures, which are lost: the words are ours.</remarks>
internal sealed record TestSslText(string Screen, string Title, IReadOnlyList<string> Sentences)
{
    internal static TestSslText Of(LoginFailure failure) => failure switch
    {
        LoginFailure.NoCard => new(
            "test-ssl-aucune-carte",
            "Échec du Test SSL : aucune carte",
            [
                "Votre navigateur n'a présenté aucun certificat.",
                "Vérifiez que votre carte est bien insérée dans le lecteur, et que tous les composants du package ATSAM sont installés.",
                "Si vous avez saisi trois codes porteurs faux, la carte est bloquée.",
            ]),
        LoginFailure.Interrupted => new(
            "test-ssl-interrompu",
            "Échec du Test SSL : lecture interrompue",
            ["La carte a été retirée pendant le test, ou le code porteur n'a pas été accepté.", "Après trois codes porteurs faux, la carte est bloquée."]),
        _ => new(
            "test-ssl-carte-refusee",
            "Échec du Test SSL : carte refusée",
            ["Votre carte a signé la connexion, mais son certificat n'est pas accepté.", .. LoginFailureText.Of(failure).Sentences]),
    };
}
