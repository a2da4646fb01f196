namespace CardConformance.Fuzz;

/// <summary>What kinds of cards have in common.</summary>
internal static class FuzzCardKinds
{
    extension(FuzzCardKind kind)
    {
        /// <summary>Whether its cards fail now and then.</summary>
        internal bool Fails => kind is FuzzCardKind.Failing or FuzzCardKind.Cps4Failing;
    }
}
