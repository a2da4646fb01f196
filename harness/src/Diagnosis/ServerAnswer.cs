using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Harness.Diagnosis;

/// <summary>What a TLS server answers to somebody without a card.</summary>
/// <param name="Certificate">How far its certificate can be trusted; <see langword="null"/> when it sent none.</param>
/// <param name="Status">HTTP status, or 0: a server may hang up on whoever shows no certificate.</param>
/// <param name="Date">Its own clock, where it says.</param>
/// <param name="Problem">What went wrong, or <see langword="null"/>.</param>
internal sealed record ServerAnswer(ServerTrust? Certificate, int Status, DateTimeOffset? Date, string? Problem)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Asks.</summary>
    /// <param name="address">The page.</param>
    /// <param name="request">Whom to trust.</param>
    /// <param name="now">What the clock says.</param>
    internal static async Task<ServerAnswer> AskAsync(Uri address, DiagnosisRequest request, DateTimeOffset now)
    {
        ServerTrust? trust = null;
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };

        // Whatever its certificate is like, it is asked what time it is; nothing secret goes to it.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            trust = Judge(certificate, chain, errors, request, now);
            return certificate is not null;
        };
        using var client = new HttpClient(handler) { Timeout = Limit };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            return new(trust, (int)answer.StatusCode, answer.Headers.Date, null);
        }
        catch (HttpRequestException failure)
        {
            return new(trust, 0, null, failure.InnerException?.Message ?? failure.Message);
        }
        catch (TaskCanceledException)
        {
            return new(trust, 0, null, $"no answer within {Limit.TotalSeconds} s");
        }
    }

    private static ServerTrust Judge(
        X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors, DiagnosisRequest request, DateTimeOffset now)
    {
        if (errors == SslPolicyErrors.None)
        {
            return ServerTrust.Trusted;
        }

        if (certificate is not X509Certificate2 presented || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return ServerTrust.OtherName;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(request.Roots);
        chain.ChainPolicy.ExtraStore.AddRange(request.Intermediates);
        foreach (X509ChainElement element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        return chain.Build(presented)
            ? ServerTrust.Trusted
            : chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.NotTimeValid) ? ServerTrust.OutOfDate : ServerTrust.UnknownAuthority;
    }
}
