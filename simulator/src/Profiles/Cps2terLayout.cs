namespace CardConformance.Simulator.Profiles;

/// <summary>Where the older part of a card ("volet CPS2ter") keeps the holder's data.</summary>
/// <param name="FirstSituation">File of practice situation 1, in the root; situation n has the n-th file from there.</param>
/// <param name="BillingDirectory">Directory of the billing situation ("situation de facturation", CPS_SIT_FACT).</param>
/// <param name="BillingFile">Its file.</param>
/// <param name="Listed">
/// Whether EF.DODF lists its objects, which are then files of the master file like any other, as on a CPS4; else they lie in a file
/// tree of their own, for commands of class A0, and a middleware knows of them by itself.
/// </param>
public sealed record Cps2terLayout(ushort FirstSituation, ushort BillingDirectory, ushort BillingFile, bool Listed)
{
    /// <summary>The file of a situation.</summary>
    /// <param name="number">Its number, 1 to 16.</param>
    public ushort FileOf(int number) => (ushort)(FirstSituation + number - 1);

    internal static Cps2terLayout From(FixtureObject json) => new(
        json.Identifier("firstSituation"),
        json.Identifier("billingDirectory"),
        json.Identifier("billingFile"),
        json.Has("listed") && json.Boolean("listed"));
}
