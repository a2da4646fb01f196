using System.Collections.Frozen;
using System.Collections.Immutable;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Card;

/// <summary>What cards of one generation have in common. Immutable, and shared by all of them.</summary>
/// <param name="Atr">Answer to reset.</param>
/// <param name="Protocols">The protocols it speaks; the first one is its own choice.</param>
/// <param name="Commands">The commands it understands.</param>
/// <param name="MasterFile">The file tree.</param>
/// <param name="KeyDirectory">The directory whose keys MANAGE SECURITY ENVIRONMENT and GET DATA find.</param>
/// <param name="Pins">The codes, which belong to the master file.</param>
/// <param name="Cps2ter">The file tree of the older part ("volet CPS2ter"), or <see langword="null"/> when the card has none.</param>
/// <param name="EnvironmentPins">Security environment number to reference of the code it names, for conditions <c>1n</c>.</param>
public sealed record CardLayout(
    ReadOnlyMemory<byte> Atr,
    ImmutableArray<TransmissionProtocol> Protocols,
    CommandSet Commands,
    DedicatedFile MasterFile,
    DedicatedFile KeyDirectory,
    ImmutableArray<PinDefinition> Pins,
    DedicatedFile? Cps2ter,
    FrozenDictionary<int, byte> EnvironmentPins);
