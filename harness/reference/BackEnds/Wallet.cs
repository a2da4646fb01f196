using System.Net;
using System.Text.Json;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.BackEnds;

/// <summary>The back end that keeps e-CPS ("portefeuille"). Contract: <c>fixtures/contracts/portefeuille.yaml</c>.</summary>
internal sealed class Wallet(HttpClient client)
{
    private const string Name = "wallet";

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
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await ReadAsync(response, identifiantNational, cancellation),
            HttpStatusCode.NotFound => null,
            var status => throw new BackEndException($"the wallet answered {(int)status}"),
        };
    }

    /// <summary>Activates an e-CPS. Asked twice for the same activation, the wallet does it once.</summary>
    /// <exception cref="BackEndException">It gave no usable answer.</exception>
    internal async Task ActivateAsync(ECpsOrder order, CancellationToken cancellation)
    {
        Professional owner = order.Owner;
        var request = new HttpRequestMessage(HttpMethod.Put, $"porteurs/{Uri.EscapeDataString(owner.IdentifiantNational)}/e-cps")
        {
            Content = JsonContent.Create(new
            {
                identifiantNational = owner.IdentifiantNational,
                nom = owner.FamilyName,
                prenom = owner.GivenName,
                profession = owner.Profession,
                methode = order.Method,
                telephone = order.Phone,
            }),
        };
        request.Headers.Add("Idempotency-Key", order.Id);
        using HttpResponseMessage response = await client.AskAsync(Name, request, cancellation);
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw new BackEndException($"the wallet answered {(int)response.StatusCode}");
        }
    }

    private static async Task<Holder> ReadAsync(HttpResponseMessage response, string identifiantNational, CancellationToken cancellation)
    {
        try
        {
            Porteur? found = await response.Content.ReadFromJsonAsync<Porteur>(Json, cancellation);
            return found?.IdentifiantNational == identifiantNational
                ? new(
                    new(found.IdentifiantNational, found.Nom, found.Prenom, found.Profession),
                    found.Mobile,
                    found.Courriel,
                    found.TypeCarte,
                    found.CoordonneesModifieesLe)
                : throw new BackEndException("the wallet answered about somebody else");
        }
        catch (JsonException mistake)
        {
            throw new BackEndException("the wallet's answer is not as its contract says", mistake);
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
        DateTimeOffset? CoordonneesModifieesLe = null);
}
