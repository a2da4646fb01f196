using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Targets;

/// <summary>Looks, before a run begins, whether a target is where its file says and set up as it has to be.</summary>
/// <param name="target">The target.</param>
/// <param name="authority">Whose certificates the test browsers trust.</param>
public sealed class TargetCheck(RunningTarget target, TestAuthority authority)
{
    private const string Certificates =
        "it has to be the one that {serverCertificates} in \"start\" names, or one of an authority that browsers know";

    // Enough for a page of a product that has just been started, on a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan MostClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>Everything that is wrong, each with its place in the file; empty when the run may begin.</summary>
    public async Task<IReadOnlyList<string>> FindProblemsAsync()
    {
        List<string?> problems =
        [
            await FindPageProblemAsync("portal", target.Addresses.Portal),
            await FindPageProblemAsync("telephone", target.Addresses.Telephone),
        ];
        if (target.Description.WhyNot(Capability.CardActivation) is null)
        {
            problems.Add(target.Addresses.Card is null
                ? Said("card", "it did not say where it asks for cards, and \"cardActivation\" begins there.")
                : await FindCardProblemAsync(target.Addresses.Card));
        }

        if (target.Description.WhyNot(Capability.Clock) is null)
        {
            problems.Add(await FindClockProblemAsync());
        }

        foreach (Capability capability in TargetReader.Controlled.Where(capability =>
            capability != Capability.Clock && target.Description.WhyNot(capability) is null && target.Addresses.Control is null))
        {
            problems.Add(Said("control", $"it did not say where it is, and \"{TargetReader.Word(capability)}\" is offered there."));
        }

        if (target.Description.LogFile is { } log && target.Description.WhyNot(Capability.Log) is null && !File.Exists(log))
        {
            problems.Add($"{target.Description.File}, $.log: there is no file {log}.");
        }

        return [.. problems.OfType<string>()];
    }

    /// <summary>An address of a target at which nobody listens, or <see langword="null"/>.</summary>
    /// <param name="target">The target.</param>
    public static async Task<Uri?> FindDeadAsync(RunningTarget target)
    {
        foreach (Uri address in new[] { target.Addresses.Portal, target.Addresses.Telephone })
        {
            using var client = new TcpClient();
            using var limit = new CancellationTokenSource(Limit);
            try
            {
                await client.ConnectAsync(address.Host, address.Port, limit.Token);
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException)
            {
                return address;
            }
        }

        return null;
    }

    private async Task<string?> FindPageProblemAsync(string name, Uri address)
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => IsTrusted(certificate) };
        using var client = new HttpClient(handler) { Timeout = Limit };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            string type = answer.Content.Headers.ContentType?.MediaType ?? "nothing";
            return !answer.IsSuccessStatusCode ? Said(name, $"{address} answers {(int)answer.StatusCode}; a page is expected.")
                : type != "text/html" ? Said(name, $"{address} answers {type}; a page is expected.")
                : answer.Headers.Date is { } date && (date - DateTimeOffset.UtcNow).Duration() > MostClockDifference
                    ? Said(name, $"the clock of {address} says {date:u}, ours {DateTimeOffset.UtcNow:u}: set one of them right, certificates and codes depend on it.")
                : null;
        }
        catch (HttpRequestException failure) when (failure.InnerException is AuthenticationException)
        {
            return Said(name, $"the certificate of {address} is not trusted: {Certificates}.");
        }
        catch (HttpRequestException failure)
        {
            return Said(name, $"{address} does not answer: {(failure.InnerException ?? failure).Message}. Is the product running?");
        }
        catch (TaskCanceledException)
        {
            return Said(name, $"{address} does not answer within {Limit.TotalSeconds} s.");
        }
    }

    private async Task<string?> FindCardProblemAsync(Uri address)
    {
        bool asked = false;
        bool trusted = true;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, limit.Token);
            await using var tls = new SslStream(client.GetStream());
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,

                // As the card's middleware does: no signature with PSS.
                EnabledSslProtocols = SslProtocols.Tls12,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => trusted = certificate is not null && IsTrusted(new X509Certificate2(certificate)),
                LocalCertificateSelectionCallback = (_, _, _, remote, _) =>
                {
                    asked |= remote is not null;
                    return null!;
                },
            };
            await tls.AuthenticateAsClientAsync(options, limit.Token);
        }
        catch (AuthenticationException) when (!trusted)
        {
            return Said("card", $"the certificate of {address} is not trusted: {Certificates}.");
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            return Said("card", $"{address} does not answer: {failure.Message}");
        }
        catch (Exception failure) when ((failure is AuthenticationException or IOException) && !asked)
        {
            return Said("card", $"no TLS 1.2 with {address}: {failure.Message}");
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            // Whoever shows no certificate may be refused at once.
        }

        return asked ? null : Said("card", $"{address} does not ask for the browser's certificate: no card can log in there.");
    }

    private async Task<string?> FindClockProblemAsync()
    {
        try
        {
            await target.TimeOfAsync("899000000000");
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException or TargetException)
        {
            return Said("control", $"\"clock\" is offered, and {target.Addresses.Control}temps does not say a person's time: {failure.Message}");
        }
    }

    private string Said(string name, string problem) =>
        $"{target.Description.File}, {(target.Description.Start is null ? $"$.addresses.{name}" : $"what $.start said of \"{name}\"")}: {problem}";

    private bool IsTrusted(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return false;
        }

        using var known = new X509Chain();
        known.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (known.Build(certificate))
        {
            return true;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority.Roots);
        chain.ChainPolicy.ExtraStore.AddRange(authority.Intermediates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
