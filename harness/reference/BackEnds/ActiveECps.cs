namespace CardConformance.Reference.BackEnds;

/// <summary>An e-CPS that is in use.</summary>
/// <param name="Telephone">The phone that has it, by the name that the application gave it.</param>
internal sealed record ActiveECps(string? Telephone);
