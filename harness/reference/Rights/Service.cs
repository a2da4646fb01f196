namespace CardConformance.Reference.Rights;

/// <summary>A service that the portal lists.</summary>
/// <param name="Id">Name of its column in the table of rights, which is also its address.</param>
/// <param name="Name">What people call it.</param>
public sealed record Service(string Id, string Name);
