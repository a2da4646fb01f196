namespace CardConformance.LittleTarget;

/// <summary>Where the doors are, once they are open.</summary>
internal sealed class Addresses
{
    internal Uri Portal { get; set; } = null!;

    internal Uri Card { get; set; } = null!;
}
