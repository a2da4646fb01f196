namespace CardConformance.Simulator.Profiles;

/// <summary>One algorithm that a card announces in EF.TokenInfo.</summary>
/// <param name="Reference">Number by which other objects name this entry.</param>
/// <param name="Mechanism">The PKCS #11 mechanism, big-endian.</param>
/// <param name="Operation">What it does.</param>
/// <param name="ObjectIdentifier">Dotted object identifier.</param>
/// <param name="Algorithm">The byte that MANAGE SECURITY ENVIRONMENT carries for it.</param>
public sealed record AlgorithmEntry(
    int Reference,
    byte[] Mechanism,
    AlgorithmOperation Operation,
    string ObjectIdentifier,
    byte Algorithm)
{
    internal static AlgorithmEntry From(FixtureObject json) => new(
        json.Number("reference", 1, 127),
        json.Bytes("mechanism", 1, 4),
        json.Value<AlgorithmOperation>("operation"),
        json.Text("identifier"),
        json.Byte("algorithm"));
}
