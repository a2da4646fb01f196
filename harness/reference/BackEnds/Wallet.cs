using System.Net;
using System.Text.Json;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.BackEnds;

/// <summary>The back end that keeps e-CPS ("portefeuille"). Contract: <c>fixtures/contracts/portefeuille.yaml</c>.</summary>
internal sealed class Wallet(HttpClient client, Defects defects)
{
    private const string Name = "wallet";
    private const string Active = "active";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What it knows about a person.</summary>
    /// <returns><see langword="null"/> when it does not know the person.</returns>
    /// <exception cref="BackEndException">It gave no usable answer.</exception>
    internal async Task<Holder?> FindAsync(string identifiantNational, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await client.AskAsync(
            Name, new(HttpMethod.Get, $"porteurs/{Uri.EscapeDataString(identifiantNational)}"), cancellation);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                return null;
            case HttpStatusCode.OK:
                Porteur found = await ReadAsync<Porteur>(response, cancellation);
                return found.IdentifiantNational == identifiantNational && found.ECps is null or { Telephone.Length: > 0 }
                    ? found.ToHolder()
                    : throw new BackEndException("the wallet answered about somebody else, or left something out");
            default:
                throw new BackEndException($"the wallet answered {(int)response.StatusCode}");
        }
    }

    /// <summary>Activates an e-CPS. Asked twice for the same activation, the wallet does it once.</summary>
    /// <remarks>Not given up when the person closes the page: what was begun is brought to its end, so that both sides know of it.</remarks>
    /// <exception cref="BackEndException">It gave no usable answer.</exception>
    internal async Task ActivateAsync(ECpsOrder order)
    {
        if (defects.Has(Defect.ActivationNeverTold))
        {
            return;
        }

        Professional owner = order.Owner;
        var body = new Dictionary<string, string?>
        {
            ["identifiantNational"] = owner.IdentifiantNational,
            ["nom"] = owner.FamilyName,
            ["prenom"] = owner.GivenName,
            ["profession"] = owner.Profession,
            ["methode"] = order.Method,
            ["telephone"] = order.Phone,
        };
        if (order.Replaces is not null)
        {
            body["remplace"] = order.Replaces;
        }

        var request = new HttpRequestMessage(HttpMethod.Put, $"porteurs/{Uri.EscapeDataString(owner.IdentifiantNational)}/e-cps")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", defects.Has(Defect.RetryIsAnother) ? RandomText.New() : order.Id);
        using HttpResponseMessage response = await client.AskAsync(Name, request, CancellationToken.None);
        if (response.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
        {
            throw new BackEndException($"the wallet answered {(int)response.StatusCode}");
        }

        if (await ReadAsync<WalletReceipt>(response, CancellationToken.None) is not { Etat: Active } receipt
            || receipt.IdentifiantNational != owner.IdentifiantNational)
        {
            throw new BackEndException("the wallet did not confirm the activation");
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellation) ?? throw new BackEndException("the wallet answered nothing");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new BackEndException($"the wallet's answer cannot be read: {failure.Message}", failure);
        }
    }

    private sealed record Porteur(
        string IdentifiantNational,
        string Nom,
        string Prenom,
        string Profession,
        string? Mobile = null,
        string? Courriel = null,
        string? TypeCarte = null,
        string? Exercice = null,
        DateTimeOffset? CoordonneesModifieesLe = null,
        ActiveECps? ECps = null)
    {
        internal Holder ToHolder() =>
            new(new(IdentifiantNational, Nom, Prenom, Profession), Mobile, Courriel, TypeCarte, CoordonneesModifieesLe, ECps) { Practice = Exercice };
    }
}
