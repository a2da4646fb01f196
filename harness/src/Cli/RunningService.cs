using System.Net.Sockets;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Cli;

/// <summary>A vendor's service that a run is about: it was started before the run, by somebody else.</summary>
internal static class RunningService
{
    // Scenarios with this tag reach a service from outside only, whosever it is.
    private const string Tag = "service";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Reads what a service is, and makes sure that it is there.</summary>
    /// <param name="file">Its description.</param>
    /// <param name="cancellation">Stops waiting for it.</param>
    /// <exception cref="UserException">The description has mistakes, or nothing answers where it says.</exception>
    internal static async Task<TestedService> FindAsync(string file, CancellationToken cancellation)
    {
        TestedService service = ServiceFile.Load(file);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(service.Home.Host, service.Home.Port, limit.Token);
            return service;
        }
        catch (Exception refusal) when (refusal is SocketException || (refusal is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new UserException(
                $"{service.Name} does not answer at {service.Home}: {refusal.Message.TrimEnd('.')}. Start it before the run. "
                + $"If it needs Pro Santé Connect to start, let \"portal --service {file}\" run until it is there, then stop that.");
        }
    }

    /// <summary>An expression of tags, limited to scenarios that can be played against any service.</summary>
    /// <param name="expression">What else is asked for, or <see langword="null"/>.</param>
    internal static string OnlyAboutServices(string? expression) => expression is null ? Tag : $"({expression}) and {Tag}";
}
