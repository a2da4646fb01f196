namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the card was put under opposition: its certificates stand on the revocation list.</summary>
internal sealed class OppositionCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Opposition";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace) => Task.FromResult(workplace.RevocationList switch
    {
        null => Finding.NotTestable("there is no revocation list to look into"),
        { } list when workplace.Certificates.Any(list.Contains) => Finding.Bad(
            "the card is revoked: servers refuse it", Remedy.OfGuide("S024"), Remedy.OfGuide("S025")),
        _ => Finding.Good("the card is not on the list"),
    });
}
