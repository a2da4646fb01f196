using System.Collections.Immutable;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Card;

/// <summary>What a card was given when it was personalised and never changes. Immutable and shareable.</summary>
/// <param name="Atr">Answer to reset.</param>
/// <param name="Protocols">The protocols it speaks; the first one is its own choice.</param>
/// <param name="Commands">The commands it understands.</param>
/// <param name="MasterFile">The file tree.</param>
/// <param name="KeyDirectory">The directory whose keys MANAGE SECURITY ENVIRONMENT and GET DATA find.</param>
/// <param name="Pins">The codes, which belong to the master file, with the digits they begin with.</param>
/// <param name="Keys">The private keys.</param>
/// <param name="Cps2ter">The file tree of the older part ("volet CPS2ter"), or <see langword="null"/> when the card has none.</param>
/// <param name="EnvironmentPins">Security environment number to reference of the code it names, for conditions <c>1n</c>.</param>
public sealed record CardImage(
    ReadOnlyMemory<byte> Atr,
    IReadOnlyList<TransmissionProtocol> Protocols,
    CommandSet Commands,
    DedicatedFile MasterFile,
    DedicatedFile KeyDirectory,
    IReadOnlyList<(PinDefinition Definition, ReadOnlyMemory<byte> Value)> Pins,
    ImmutableArray<PrivateKey> Keys,
    DedicatedFile? Cps2ter,
    IReadOnlyDictionary<int, byte> EnvironmentPins);
