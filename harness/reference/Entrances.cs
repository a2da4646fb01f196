namespace CardConformance.Reference;

/// <summary>The addresses of the reference, known once it listens.</summary>
internal sealed class Entrances
{
    /// <summary>Where the portal and the phone's pages are.</summary>
    internal Uri Portal { get; private set; } = Unknown;

    /// <summary>Where cards are asked for.</summary>
    internal Uri Card { get; private set; } = Unknown;

    /// <summary>Where tests move the time.</summary>
    internal Uri Control { get; private set; } = Unknown;

    private static Uri Unknown => new("http://localhost/");

    internal void Open(int portal, int card, int control)
    {
        Portal = new($"http://localhost:{portal}/");
        Card = new($"https://localhost:{card}/");
        Control = new($"http://localhost:{control}/");
    }
}
