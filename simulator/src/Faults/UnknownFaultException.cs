namespace CardConformance.Simulator.Faults;

/// <summary>A fault was asked for by a name that no file has.</summary>
/// <param name="name">The name.</param>
/// <param name="known">The names that exist.</param>
public sealed class UnknownFaultException(string name, IReadOnlyList<string> known)
    : Exception($"there is no fault \"{name}\"; known faults: {string.Join(", ", known)}.");
