namespace CardConformance.Harness.Evidence;

/// <summary>A browser asked a server for a page, or a script on a page asked for data; pictures, styles and scripts are not written down.</summary>
/// <param name="Device">Whose browser: <c>ordinateur</c> or <c>téléphone</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">Host and path, as <see cref="ShownAddress"/> leaves them.</param>
/// <param name="Status">What the server answered, or <see langword="null"/> for a request that got no answer.</param>
public sealed record PageAsked(string Device, string Method, string Address, int? Status) : EvidenceEvent;
