using System.Net;
using System.Net.Http.Headers;

namespace CardConformance.Reference.BackEnds;

/// <summary>How every back end is asked: in JSON, and with one exception for whatever goes wrong on the way.</summary>
internal static class BackEndHttp
{
    /// <summary>Asks, and waits for the whole answer.</summary>
    /// <param name="client">The back end's client.</param>
    /// <param name="backEnd">What the log calls it.</param>
    /// <param name="request">What is asked; disposed of here.</param>
    /// <param name="cancellation">Whoever asked has gone.</param>
    /// <exception cref="BackEndException">There was no answer.</exception>
    internal static async Task<HttpResponseMessage> AskAsync(
        this HttpClient client, string backEnd, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            return await client.SendAsync(request, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new BackEndException($"the {backEnd} did not answer: {failure.Message}", failure);
        }
        finally
        {
            request.Dispose();
        }
    }

    /// <summary>Hands a message over for sending.</summary>
    /// <param name="client">The back end's client.</param>
    /// <param name="backEnd">What the log calls it.</param>
    /// <param name="message">The message, as its contract has it.</param>
    /// <param name="cancellation">Whoever asked has gone.</param>
    /// <exception cref="BackEndException">The message was not accepted.</exception>
    internal static async Task HandOverAsync<T>(this HttpClient client, string backEnd, T message, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await client.AskAsync(
            backEnd, new(HttpMethod.Post, "messages") { Content = JsonContent.Create(message) }, cancellation);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            throw new BackEndException($"the {backEnd} answered {(int)response.StatusCode}");
        }
    }
}
