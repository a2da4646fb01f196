using CardConformance.Harness.Pages;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Rights;

/// <summary>What a feature says that somebody may do at a service, in one of its short words.</summary>
/// <param name="ScreenName">Name of the screen that says so, which is also what the list says.</param>
/// <param name="LetsIn">Whether the service lets in.</param>
/// <param name="Assumed">Whether no source says so.</param>
/// <param name="HasWords">Whether something has to stand beside it: a condition, or for when it is planned.</param>
public sealed record ExpectedRight(string ScreenName, bool LetsIn, bool Assumed = false, bool HasWords = false)
{
    private static readonly Dictionary<string, ExpectedRight> Words = new()
    {
        ["oui"] = new("Accès", LetsIn: true),
        ["si"] = new("Accès avec conditions", LetsIn: true, HasWords: true),
        ["non"] = new("Pas d'accès", LetsIn: false),
        ["oui ?"] = new("Accès supposé", LetsIn: true, Assumed: true),
        ["si ?"] = new("Accès supposé", LetsIn: true, Assumed: true, HasWords: true),
        ["non ?"] = new("Accès non établi", LetsIn: false, Assumed: true, HasWords: true),
        ["?"] = new("Accès non établi", LetsIn: false, Assumed: true),
    };

    /// <summary>The right that a word stands for.</summary>
    /// <param name="word">As the feature says it.</param>
    /// <exception cref="ArgumentException">There is no such word; the message lists the known ones.</exception>
    public static ExpectedRight Named(string word) =>
        Words.TryGetValue(word, out ExpectedRight? right)
            ? right
            : throw new ArgumentException($"le droit « {word} » n'existe pas ; droits connus : {string.Join(", ", Words.Keys.Select(known => $"« {known} »"))}.");

    /// <summary>What differs in what the portal says of a service; nothing when all is as expected.</summary>
    /// <param name="seen">What the portal says.</param>
    /// <param name="mark">The mark that the fixtures have for it.</param>
    public IEnumerable<string> Compare(ListedService seen, Mark mark)
    {
        Screen screen = Target.OfThisRun.Say(Screen.Named(ScreenName));
        if (seen.Right != screen.Title)
        {
            yield return $"attendu dans la liste : « {screen.Title} » ; vu : « {seen.Right} »";
        }

        if (seen.Title != screen.Title)
        {
            yield return $"attendu à l'ouverture : « {screen.Title} » ; vu : « {seen.Title} »";
        }

        if ((seen.Status == 200) != LetsIn)
        {
            yield return $"attendu à l'ouverture : {(LetsIn ? "le service ouvert" : "un refus")} ; vu : la réponse {seen.Status}";
        }

        foreach (string text in screen.Texts.Where(text => !seen.Text.Contains(text, StringComparison.Ordinal)))
        {
            yield return $"texte attendu à l'ouverture : « {text} » ; vu : « {seen.Text} »";
        }

        if (HasWords && seen.Words.Length == 0)
        {
            yield return "attendu dans la liste : une condition ou un motif à côté du droit ; vu : rien";
        }

        if (seen.Words.Length > 0 && !seen.Text.Contains($" : {seen.Words}", StringComparison.Ordinal))
        {
            yield return $"attendu à l'ouverture : « {seen.Words} », comme dans la liste ; vu : « {seen.Text} »";
        }

        if (Assumed != mark.Assumption is not null)
        {
            yield return Assumed
                ? $"attendu : une hypothèse déclarée ; les données disent : « {mark.Name} »"
                : $"attendu : un fait ; les données déclarent une hypothèse : « {mark.Name} »";
        }
        else if (Assumed && !seen.Text.Contains(mark.Assumption!.French, StringComparison.Ordinal))
        {
            yield return $"hypothèse attendue à l'ouverture : « {mark.Assumption.French} » ; vu : « {seen.Text} »";
        }
    }
}
