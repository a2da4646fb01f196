using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Profiles;

/// <summary>What all cards of one generation and interface have in common: identification, file tree, codes, keys, labels.</summary>
/// <remarks>Read from <c>fixtures/cards/generations/*.json</c>, where values that are not public are marked as ours.</remarks>
/// <param name="Description">What it is, in French, for lists.</param>
/// <param name="Atr">Answer to reset, 2 to 33 bytes.</param>
/// <param name="Protocols">Transmission protocols, the card's own choice first.</param>
/// <param name="Commands">The commands it understands.</param>
/// <param name="MasterFileName">DF name of the master file.</param>
/// <param name="ApplicationName">DF name of the PKCS #15 application.</param>
/// <param name="ObjectPrefix">First part of every PKCS #15 identifier (CKA_ID); the last byte is the key's own.</param>
/// <param name="Codes">The codes.</param>
/// <param name="Keys">The private keys.</param>
/// <param name="Token">What EF.TokenInfo says.</param>
/// <param name="DataObjects">The data objects that every card has.</param>
/// <param name="Situations">How practice situations are laid down.</param>
/// <param name="Cps2ter">The older part ("volet CPS2ter"), or <see langword="null"/> when the interface has none.</param>
/// <param name="Files">The files of the master file and of the application.</param>
public sealed record CardGeneration(
    string Description,
    byte[] Atr,
    IReadOnlyList<TransmissionProtocol> Protocols,
    CommandSet Commands,
    byte[] MasterFileName,
    byte[] ApplicationName,
    byte[] ObjectPrefix,
    IReadOnlyList<CodeEntry> Codes,
    IReadOnlyList<KeyEntry> Keys,
    TokenEntry Token,
    IReadOnlyList<DataObjectEntry> DataObjects,
    SituationLayout Situations,
    Cps2terLayout? Cps2ter,
    IReadOnlyList<FileEntry> Files)
{
    /// <summary>Reads a generation.</summary>
    /// <param name="file">Path of the JSON file.</param>
    /// <exception cref="FixtureException">Something in the file is wrong.</exception>
    public static CardGeneration Load(string file) => FixtureObject.Load(file).Whole(From);

    // ChipDoc puts them into a template for control information, and CryptoLib insists on it.
    internal byte FileControlTag => (byte)(Commands == CommandSet.ChipDoc ? 0x6F : 0x62);

    /// <summary>The code with a role, or <see langword="null"/>.</summary>
    /// <param name="role">The role.</param>
    public CodeEntry? FindCode(CodeRole role) => Codes.FirstOrDefault(code => code.Role == role);

    private static TransmissionProtocol ProtocolNamed(string name) =>
        name == "T=0" ? TransmissionProtocol.T0 : TransmissionProtocol.T1;

    private static CardGeneration From(FixtureObject json)
    {
        var generation = new CardGeneration(
            json.Text("description"),
            json.Bytes("atr", 2, 33),
            [.. json.Choices("protocols", ["T=0", "T=1"]).Select(ProtocolNamed)],
            json.Value<CommandSet>("commands"),
            json.Bytes("masterFileName", 1, 16),
            json.Bytes("applicationName", 1, 16),
            json.Bytes(json.Has("objectPrefix") ? "objectPrefix" : "applicationName", 1, 16),
            json.List("codes", CodeEntry.From),
            json.List("keys", KeyEntry.From),
            json.Part("token", TokenEntry.From),
            json.List("dataObjects", DataObjectEntry.From),
            json.Part("situations", SituationLayout.From),
            json.Has("cps2ter") ? json.Part("cps2ter", Cps2terLayout.From) : null,
            json.List("files", FileEntry.From));
        return generation.Protocols.Count > 0 ? generation : throw json.Mistake("protocols", "at least one protocol is expected here.");
    }
}
