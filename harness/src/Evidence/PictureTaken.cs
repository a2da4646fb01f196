namespace CardConformance.Harness.Evidence;

/// <summary>A picture was taken of a screen.</summary>
/// <param name="File">Its file in the scenario's folder.</param>
/// <param name="Device">Whose screen: <c>ordinateur</c> or <c>téléphone</c>.</param>
/// <param name="Title">What is on it.</param>
/// <param name="Screen">Id of the screen that was recognised on it, or <see langword="null"/>.</param>
public sealed record PictureTaken(string File, string Device, string Title, string? Screen = null) : EvidenceEvent;
