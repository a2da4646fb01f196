namespace CardConformance.Simulator.Profiles;

/// <summary>One data object ("donnée métier") that every card of a generation has.</summary>
/// <param name="Label">Its PKCS #15 label.</param>
/// <param name="File">The file of the application that holds it.</param>
/// <param name="Content">What it is made from.</param>
/// <param name="Flags">What PKCS #15 announces about it.</param>
public sealed record DataObjectEntry(string Label, ushort File, FileContent Content, IReadOnlyList<ObjectFlag> Flags)
{
    internal static DataObjectEntry From(FixtureObject json) => new(
        json.Text("label"),
        json.Identifier("file"),
        json.Value<FileContent>("content"),
        json.Values<ObjectFlag>("flags"));
}
