namespace CardConformance.Harness.StandIns;

/// <summary>A back end that a stand-in plays, or a part of one.</summary>
/// <param name="Name">As features say it.</param>
/// <param name="Stubs">What it answers, as files of <c>fixtures/stubs</c>.</param>
/// <param name="Recipient">Whom a message to a person is addressed to; <see langword="null"/> where the address of the request names the person.</param>
public sealed record BackEnd(string Name, IReadOnlyList<string> Stubs, Func<Correspondence, string>? Recipient = null)
{
    /// <summary>What the wallet answers when it is asked about a person.</summary>
    internal const string KnownHolder = "porteur/connu.json";

    /// <summary>What the wallet answers when it is told to activate.</summary>
    internal const string Activation = "porteur/activation.json";

    /// <summary>What the wallet answers about a person who has an e-CPS already.</summary>
    internal const string AlreadyActive = "porteur/deja-active.json";

    /// <summary>What sends SMS.</summary>
    public static BackEnd Sms { get; } = new("service de SMS", ["mappings/sms.json"], reach => reach.Mobile) { Address = "/sms/messages" };

    /// <summary>What sends e-mail.</summary>
    public static BackEnd Mail { get; } = new("service de courriel", ["mappings/courriel.json"], reach => reach.Email) { Address = "/courriel/messages" };

    /// <summary>Where messages are handed over to it; <see langword="null"/> for a back end that sends none.</summary>
    public string? Address { get; private init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BackEnd> All { get; } =
    [
        new("portefeuille", [KnownHolder, Activation]),
        new("portefeuille, à l'activation,", [Activation]),
        Sms,
        Mail,
    ];

    /// <summary>The back end with a name.</summary>
    /// <param name="name">As features say it.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static BackEnd Named(string name) => All.FirstOrDefault(backEnd => backEnd.Name == name)
        ?? throw new ArgumentException($"il n'y a pas de « {name} » ; il y a : {string.Join(", ", All.Select(known => $"« {known.Name} »"))}.");
}
