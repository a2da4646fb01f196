using System.Globalization;

namespace CardConformance.Harness.Nights;

/// <summary>An entry of the vendor's file that does not hold any more, which makes the run red until somebody has looked at it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="HasExpired">Whether its time is over; else, what it expected to fail has passed.</param>
internal sealed record ExpectationProblem(ExpectedFailure Entry, bool HasExpired)
{
    internal string English => HasExpired
        ? string.Create(CultureInfo.InvariantCulture, $"{Entry.Subject}: the expected failure has expired on {Entry.Expires:yyyy-MM-dd}: {Entry.Owner} has to mend it, or to say until when (\"{Entry.Reason}\").")
        : $"{Entry.Subject}: expected to fail, and has passed: take the entry out of the file of expected failures (\"{Entry.Reason}\", {Entry.Owner}).";

    internal string French => HasExpired
        ? string.Create(CultureInfo.InvariantCulture, $"{Entry.Subject} : l'échec attendu a expiré le {Entry.Expires:dd/MM/yyyy} ; {Entry.Owner} doit le corriger, ou dire jusqu'à quand (« {Entry.Reason} »).")
        : $"{Entry.Subject} : un échec était attendu, et le scénario a réussi : retirez l'entrée du fichier des échecs attendus (« {Entry.Reason} », {Entry.Owner}).";
}
