using System.Globalization;
using System.Net;

namespace CardConformance.Harness.Tests.Diagnosis;

/// <summary>A web server that publishes one revocation list, and says what time it is.</summary>
internal sealed class ListServer : IDisposable
{
    private readonly HttpListener _listener;

    internal ListServer()
    {
        (_listener, Address) = Listen();
        _ = AnswerAsync();
    }

    internal Uri Address { get; }

    /// <summary>What it gives; until there is something, 404.</summary>
    internal byte[]? List { get; set; }

    /// <summary>Whether it says what time it is.</summary>
    internal bool TellsTime { get; set; } = true;

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, Uri Address) Listen()
    {
        // Ports are taken by others at any time.
        while (true)
        {
            var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Random.Shared.Next(20_000, 30_000)}/"));
            var listener = new HttpListener();
            listener.Prefixes.Add(address.ToString());
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            context.Response.StatusCode = (int)(List is null ? HttpStatusCode.NotFound : HttpStatusCode.OK);
            if (!TellsTime)
            {
                // It sets a date of its own unless there is one.
                context.Response.Headers[HttpResponseHeader.Date] = "";
            }

            context.Response.Close(List ?? [], willBlock: false);
        }
    }
}
