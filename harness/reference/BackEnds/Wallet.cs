using System.Net;
using System.Net.Http.Headers;
using CardConformance.Reference.Activation;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.BackEnds;

/// <summary>The back end that keeps e-CPS ("portefeuille"). Contract: <c>fixtures/contracts/portefeuille.yaml</c>.</summary>
internal sealed class Wallet(HttpClient client)
{
    /// <summary>Whether it knows a person as a holder of a card.</summary>
    /// <exception cref="BackEndException">It gave no usable answer.</exception>
    internal async Task<bool> KnowsAsync(Professional professional, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await SendAsync(
            new(HttpMethod.Get, $"porteurs/{Uri.EscapeDataString(professional.IdentifiantNational)}"), cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.NotFound => false,
            var status => throw new BackEndException($"the wallet answered {(int)status}"),
        };
    }

    /// <summary>Activates an e-CPS. Asked twice for the same activation, the wallet does it once.</summary>
    /// <exception cref="BackEndException">It gave no usable answer.</exception>
    internal async Task ActivateAsync(CardActivation activation, CancellationToken cancellation)
    {
        Professional owner = activation.Owner;
        var request = new HttpRequestMessage(HttpMethod.Put, $"porteurs/{Uri.EscapeDataString(owner.IdentifiantNational)}/e-cps")
        {
            Content = JsonContent.Create(new
            {
                identifiantNational = owner.IdentifiantNational,
                nom = owner.FamilyName,
                prenom = owner.GivenName,
                profession = owner.Profession,
                methode = "carte",
                telephone = activation.Phone,
            }),
        };
        request.Headers.Add("Idempotency-Key", activation.Id);
        using HttpResponseMessage response = await SendAsync(request, cancellation);
        if (response.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
        {
            throw new BackEndException($"the wallet answered {(int)response.StatusCode}");
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
}
