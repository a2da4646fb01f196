namespace CardConformance.Fuzz;

/// <summary>Kinds of cards that are fuzzed: those of each generation, what other profiles may make of them, and some that fail.</summary>
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

    /// <summary>A card whose code porteur anyone may set anew, and only the holder of the code de déblocage may enter or change.</summary>
    OtherRules,

    /// <summary>A CPS3 over its contactless interface: no code, one key that anyone may use.</summary>
    Contactless,

    /// <summary>A CPS4 as it is.</summary>
    Cps4,

    /// <summary>A CPS4 whose code de déblocage can be used twice and entered wrongly twice.</summary>
    Cps4FewUses,

    /// <summary>A CPS4 with the codes of <see cref="OtherRules"/>.</summary>
    Cps4OtherRules,

    /// <summary>A CPS3 that fails now and then.</summary>
    Failing,

    /// <summary>A CPS4 that fails now and then.</summary>
    Cps4Failing,
}
