using System.Text.Json.Nodes;
using CardConformance.Harness.Actors;
using CardConformance.Harness.StandIns;

namespace CardConformance.Harness.Cli;

/// <summary>Shows somebody's SMS and e-mails in the terminal as they arrive, for whoever explores by hand.</summary>
/// <param name="standIn">The back ends.</param>
/// <param name="reach">Whose.</param>
internal sealed class ArrivingMessages(StandIn standIn, Correspondence reach)
{
    // WireMock tells nobody that a request has arrived: it has to be asked.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private int _shown;

    /// <summary>Shows them until it is stopped.</summary>
    internal async Task ShowAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await ShowNewAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: the end that everybody waits for.
        }
    }

    private async Task ShowNewAsync()
    {
        ReceivedRequest[] messages = [.. await standIn.FindMessagesAsync(reach.Mobile), .. await standIn.FindMessagesAsync(reach.Email)];
        foreach (ReceivedRequest message in messages.OrderBy(message => message.Time).Skip(_shown))
        {
            Console.WriteLine($"{message.Time.ToLocalTime():HH:mm:ss}  {Describe(message)}");
        }

        _shown = messages.Length;
    }

    private string Describe(ReceivedRequest message)
    {
        JsonNode body = JsonNode.Parse(message.Body)!;
        return message.Url == BackEnd.Sms.Address
            ? $"SMS to {reach.Mobile}: {body["texte"]}"
            : $"e-mail to {reach.Email}: {body["objet"]}, {string.Join(", ", Mailbox.LinksIn((string)body["html"]!))}";
    }
}
