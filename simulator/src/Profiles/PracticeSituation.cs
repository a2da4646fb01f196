namespace CardConformance.Simulator.Profiles;

/// <summary>One place where the holder practises ("situation d'exercice").</summary>
/// <param name="Number">Its number on the card, 1 to 16; numbers may have holes.</param>
/// <param name="Organisation">Name of the structure ("raison sociale").</param>
/// <param name="Structure">National identifier of the structure: type digit and value.</param>
/// <param name="Sector">Sector of activity (TRE_R02), for example <c>SA07</c>, private practice; <see langword="null"/> when it is not known.</param>
public sealed record PracticeSituation(int Number, string Organisation, string Structure, string? Sector)
{
    internal static PracticeSituation From(FixtureObject json) => new(
        json.Number("number", 1, 16),
        json.Text("organisation"),
        NationalIdentifier.OfStructure(json, "structure"),
        json.OptionalText("sector"));
}
