using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CardConformance.Reference.Activation;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.BackEnds;

/// <summary>The back end that keeps e-CPS ("portefeuille"). Contract: <c>fixtures/contracts/portefeuille.yaml</c>.</summary>
internal sealed class Wallet(HttpClient client)
{
    private const string Active = "active";

    /// <summary>What it knows about a person as a holder of a card.</summary>
    /// <returns><see langword="null"/> when it does not know the person.</returns>
    /// <exception cref="BackEndException">It gave no usable answer.</exception>
    internal async Task<Holder?> FindAsync(Professional professional, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await SendAsync(
            new(HttpMethod.Get, $"porteurs/{Uri.EscapeDataString(professional.IdentifiantNational)}"), cancellation);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                return null;
            case HttpStatusCode.OK:
                Holder holder = await ReadAsync<Holder>(response, cancellation);
                return holder.IdentifiantNational == professional.IdentifiantNational && holder.ECps is null or { Telephone.Length: > 0 }
                    ? holder
                    : throw new BackEndException("the wallet answered about somebody else, or left something out");
            default:
                throw new BackEndException($"the wallet answered {(int)response.StatusCode}");
        }
    }

    /// <summary>Activates an e-CPS. Asked twice for the same activation, the wallet does it once.</summary>
    /// <remarks>Not given up when the person closes the page: what was begun is brought to its end, so that both sides know of it.</remarks>
    /// <exception cref="BackEndException">It gave no usable answer.</exception>
    internal async Task ActivateAsync(CardActivation activation)
    {
        Professional owner = activation.Owner;
        var order = new Dictionary<string, string?>
        {
            ["identifiantNational"] = owner.IdentifiantNational,
            ["nom"] = owner.FamilyName,
            ["prenom"] = owner.GivenName,
            ["profession"] = owner.Profession,
            ["methode"] = "carte",
            ["telephone"] = activation.Phone,
        };
        if (activation.ActivePhone is not null)
        {
            order["remplace"] = activation.ActivePhone;
        }

        var request = new HttpRequestMessage(HttpMethod.Put, $"porteurs/{Uri.EscapeDataString(owner.IdentifiantNational)}/e-cps")
        {
            Content = JsonContent.Create(order),
        };
        request.Headers.Add("Idempotency-Key", activation.Id);
        using HttpResponseMessage response = await SendAsync(request, CancellationToken.None);
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

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            return await client.SendAsync(request, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new BackEndException($"the wallet did not answer: {failure.Message}", failure);
        }
        finally
        {
            request.Dispose();
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(cancellation) ?? throw new BackEndException("the wallet answered nothing");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new BackEndException($"the wallet's answer cannot be read: {failure.Message}", failure);
        }
    }
}
