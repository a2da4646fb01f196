using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Diagnosis;

/// <summary>What somebody wants to have looked at. No record: the text of one would show the code.</summary>
internal sealed class DiagnosisRequest
{
    /// <summary>The middleware's PKCS #11 module.</summary>
    internal string Module { get; init; } = OpenSc.Module;

    /// <summary>The reader to look at; <see langword="null"/> for the first with a card in it, or the first.</summary>
    internal string? Reader { get; init; }

    /// <summary>Roots that certificates may lead to.</summary>
    internal X509Certificate2Collection Roots { get; init; } = [];

    /// <summary>Authorities between those and the card's certificates.</summary>
    internal X509Certificate2Collection Intermediates { get; init; } = [];

    /// <summary>Variables for the middleware's programs, on top of those of this process.</summary>
    internal IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The page of a server to log in at with the card, or <see langword="null"/>.</summary>
    internal Uri? TestSsl { get; init; }

    /// <summary>The code porteur, when the card is to sign; <see langword="null"/> spends no try. Never write it anywhere.</summary>
    internal string? Code { get; init; }
}
