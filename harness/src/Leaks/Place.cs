namespace CardConformance.Harness.Leaks;

/// <summary>A place where something of a person can come to stand.</summary>
public enum Place
{
    /// <summary>An address that a browser asks for: it stands in histories, logs and the next server's Referer.</summary>
    Address,

    /// <summary>What a browser sends.</summary>
    Form,

    /// <summary>The browser's console.</summary>
    Console,

    /// <summary>Cookies and local storage.</summary>
    Cookie,

    /// <summary>What a tab keeps for itself.</summary>
    SessionStorage,

    /// <summary>A page, seen or hidden.</summary>
    Page,

    /// <summary>What the product asked or told the wallet about the scenario's person.</summary>
    Wallet,

    /// <summary>An SMS or e-mail to the scenario's person.</summary>
    Message,

    /// <summary>The product's log.</summary>
    Log,

    /// <summary>What we write ourselves: events, traces, reports.</summary>
    Evidence,
}
