namespace CardConformance.Simulator.Profiles;

/// <summary>Where the older part of a CPS3 ("volet CPS2ter") keeps the holder's data.</summary>
/// <param name="FirstSituation">File of practice situation 1, in the root; situation n has the n-th file from there.</param>
/// <param name="BillingDirectory">Directory of the billing situation ("situation de facturation", CPS_SIT_FACT).</param>
/// <param name="BillingFile">Its file.</param>
public sealed record Cps2terLayout(ushort FirstSituation, ushort BillingDirectory, ushort BillingFile)
{
    internal static Cps2terLayout From(FixtureObject json) => new(
        json.Identifier("firstSituation"),
        json.Identifier("billingDirectory"),
        json.Identifier("billingFile"));
}
