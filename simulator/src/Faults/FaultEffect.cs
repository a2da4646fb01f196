using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>What goes wrong.</summary>
public abstract record FaultEffect
{
    private static readonly Dictionary<string, Func<FixtureObject, FaultEffect>> Kinds = new()
    {
        ["mute"] = _ => new Mute(),
        ["removal"] = json => new Removal(json.Value<RemovalMoment>("moment")),
        ["powerLoss"] = _ => new PowerLoss(),
        ["delay"] = Delay.From,
        ["latency"] = Latency.From,
        ["statusWord"] = json => new RewrittenStatus(new StatusWord(json.Identifier("value"))),
        ["truncation"] = Truncation.From,
        ["corruption"] = Corruption.From,
        ["padding"] = Padding.From,
        ["atr"] = json => new ChangedAtr(json.Bytes("bytes", 2, 33)),
    };

    private protected FaultEffect()
    {
    }

    /// <summary>Whether it can befall a command.</summary>
    internal virtual bool BefallsCommands => true;

    /// <summary>Whether it can befall a reset.</summary>
    internal virtual bool BefallsResets => true;

    internal static FaultEffect Read(FixtureObject json) => Kinds[json.Choice("kind", Kinds.Keys)](json);
}
