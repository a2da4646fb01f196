namespace CardConformance.Harness.StandIns;

/// <summary>A request that a stand-in received.</summary>
/// <param name="Time">When.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Path and query.</param>
/// <param name="Body">Body as text.</param>
/// <param name="IdempotencyKey">What the sender gives to a request and its repetitions, so that they are carried out once; or <see langword="null"/>.</param>
public sealed record ReceivedRequest(DateTimeOffset Time, string Method, string Url, string Body, string? IdempotencyKey = null);
