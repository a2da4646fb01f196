using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz;

/// <summary>One card of each generation and interface, from which the kinds of fuzzed cards are made.</summary>
/// <param name="Contact">A CPS3 with contacts.</param>
/// <param name="Contactless">A CPS3 over its contactless interface.</param>
/// <param name="Cps4">A CPS4.</param>
internal sealed record FuzzModels(VirtualCard Contact, VirtualCard Contactless, VirtualCard Cps4)
{
    /// <summary>The profiles that they are made from, in this order.</summary>
    internal static readonly string[] Profiles = ["medecin", "medecin-sans-contact", "medecin-cps4"];

    /// <summary>Makes one of each.</summary>
    /// <param name="make">Makes a card from the profile with a name.</param>
    internal static FuzzModels Of(Func<string, VirtualCard> make) => new(make(Profiles[0]), make(Profiles[1]), make(Profiles[2]));
}
