namespace CardConformance.Harness.StandIns;

/// <summary>A request that a stand-in received.</summary>
/// <param name="Time">When.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Path and query.</param>
/// <param name="Body">Body as text.</param>
public sealed record ReceivedRequest(DateTimeOffset Time, string Method, string Url, string Body);
