using CardConformance.Reference.Login;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>Who somebody has proved to be.</summary>
/// <param name="Professional">Who.</param>
/// <param name="Means"><c>carte</c> or <c>e-cps</c>.</param>
internal sealed record ProvenIdentity(Professional Professional, string Means);
