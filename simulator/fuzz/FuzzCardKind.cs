namespace CardConformance.Fuzz;

/// <summary>Kinds of cards that are fuzzed: a CPS3, and what other profiles may make of one.</summary>
internal enum FuzzCardKind
{
    /// <summary>A CPS3 as it is: T=0 only.</summary>
    Contact,

    /// <summary>A card that prefers T=1, as over the contactless interface.</summary>
    Blocks,

    /// <summary>A card without the older part (class A0).</summary>
    WithoutCps2ter,

    /// <summary>A card whose code de déblocage can be used twice and entered wrongly twice.</summary>
    FewUses,
}
