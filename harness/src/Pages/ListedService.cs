namespace CardConformance.Harness.Pages;

/// <summary>What the portal says of a service: in its list, and when it is opened from there.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Right">The right in the list, for example <c>Accès avec conditions</c>.</param>
/// <param name="Words">What stands beside it in the list; empty when nothing does.</param>
/// <param name="Status">HTTP status of the service.</param>
/// <param name="Title">Heading of the service.</param>
/// <param name="Text">Text of the service.</param>
public sealed record ListedService(string Name, string Right, string Words, int Status, string Title, string Text);
