using System.Text.Json.Nodes;

namespace CardConformance.Harness.StandIns;

/// <summary>A way in which a back end fails.</summary>
/// <param name="Words">As features say it: "le portefeuille …".</param>
/// <param name="Response">What comes instead of the answer, for WireMock; <see langword="null"/> where the usual answer comes, late.</param>
/// <param name="DelayMilliseconds">How long the answer takes.</param>
public sealed record BackEndFault(string Words, JsonObject? Response, int DelayMilliseconds = 0)
{
    /// <summary>Longer than any product should wait for a back end.</summary>
    private const int TooLong = 15_000;

    // As long as a person notices, and no product may give up.
    private const int Slow = 1_000;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BackEndFault> All { get; } =
    [
        new("répond par une erreur 500", new JsonObject { ["status"] = 500 }),
        new("répond par une erreur 503", new JsonObject { ["status"] = 503 }),
        new("ne répond pas", new JsonObject { ["status"] = 200 }, TooLong),
        new("coupe la connexion", new JsonObject { ["fault"] = "CONNECTION_RESET_BY_PEER" }),
        new("répond de façon incompréhensible", new JsonObject
        {
            ["status"] = 200,
            ["body"] = "<html>Maintenance</html>",
            ["headers"] = new JsonObject { ["Content-Type"] = "text/html" },
        }),
        new("répond lentement", null, Slow),
    ];

    /// <summary>The fault with these words.</summary>
    /// <param name="words">As features say it.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static BackEndFault Named(string words) => All.FirstOrDefault(fault => fault.Words == words)
        ?? throw new ArgumentException($"un service qui « {words} » n'est pas connu ; connus : {string.Join(", ", All.Select(known => $"« {known.Words} »"))}.");
}
