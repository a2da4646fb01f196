namespace CardConformance.Simulator.Profiles;

/// <summary>A health profession.</summary>
/// <remarks>Source: ANS, TRE_G15 "Profession de santé" (OID 1.2.250.1.71.1.2.7).</remarks>
/// <param name="Code">Two digits, for example <c>10</c>.</param>
/// <param name="Label">Name as certificates carry it, for example <c>Médecin</c>.</param>
public sealed record Profession(string Code, string Label)
{
    internal static Profession From(FixtureObject json) => new(json.Digits("code", 2), json.Text("label"));
}
