using CardConformance.Reference.Login;

namespace CardConformance.Reference.BackEnds;

/// <summary>What the wallet is told to activate.</summary>
/// <param name="Id">Names it: the wallet carries each one out once.</param>
/// <param name="Owner">Whose e-CPS.</param>
/// <param name="Method"><c>carte</c> or <c>coordonnees</c>.</param>
/// <param name="Phone">The phone, by the name that the application gave it.</param>
/// <param name="Replaces">The phone whose e-CPS it replaces, or <see langword="null"/>.</param>
internal sealed record ECpsOrder(string Id, Professional Owner, string Method, string Phone, string? Replaces = null);
