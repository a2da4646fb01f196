using System.Collections.Frozen;
using CardConformance.Fuzz.Generation;
using CardConformance.Simulator.Card;
using FsCheck;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>A card of each generation and interface, and sessions with it.</summary>
internal static class Generations
{
    internal const string Contact = "medecin";
    internal const string Contactless = "medecin-sans-contact";
    internal const string Cps4 = "medecin-cps4";

    /// <summary>Profiles of all of them.</summary>
    internal static readonly string[] All = [Contact, Contactless, Cps4];

    private static readonly Lazy<FrozenDictionary<string, CardImage>> Images =
        new(() => All.ToFrozenDictionary(name => name, name => TestCards.New(TestCards.Profile(name)).State.Image));

    /// <summary>A new card.</summary>
    internal static VirtualCard New(string profile) => new(new(Images.Value[profile]));

    /// <summary>Some commands for it, with a reset or a loss of power now and then.</summary>
    internal static Arbitrary<Session> SessionWith(string profile) => Any.SessionOf(CommandFor(profile));

    /// <summary>Commands that software sends to it, mutated ones, and any bytes.</summary>
    internal static Gen<byte[]> CommandFor(string profile) => Any.CommandLike(ValidCommands.For(Images.Value[profile].Layout));
}
