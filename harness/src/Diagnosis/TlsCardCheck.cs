using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the card signs a login at the server that was named. The only check that spends a try, if the code is wrong.</summary>
internal sealed class TlsCardCheck : ICheck
{
    private const string SystemRoots = "/etc/ssl/certs/ca-certificates.crt";

    // What OpenSC adds to a token's label, and CardTlsClient too.
    private const string CodeName = " (Code porteur)";

    /// <inheritdoc/>
    public string Name => "Login with the card";

    /// <inheritdoc/>
    public async Task<Finding> RunAsync(Workplace workplace)
    {
        DiagnosisRequest request = workplace.Request;
        if (workplace.Token is not { } token)
        {
            return Finding.NotTestable("the middleware does not see the card");
        }

        if (request.Module != OpenSc.Module)
        {
            return Finding.NotTestable($"it goes through OpenSC only ({OpenSc.Module})");
        }

        if (!workplace.ServerIsTrusted)
        {
            return Finding.NotTestable("the server is not trusted");
        }

        if (workplace.TriesLeft is not > 1)
        {
            return Finding.NotTestable(workplace.TriesLeft switch
            {
                null => "the card does not say how many tries are left",
                0 => "the code porteur is blocked",
                _ => "the last try of the code porteur is not risked",
            });
        }

        string configuration = workplace.In("openssl.cnf");
        CardTlsClient.WriteOpensslConfiguration(configuration);
        var client = new CardTlsClient(request.Environment, configuration, await WriteRootsAsync(workplace));
        string label = token.Label.EndsWith(CodeName, StringComparison.Ordinal) ? token.Label[..^CodeName.Length] : token.Label;
        CardTlsAnswer answer = await client.GetAsync(request.TestSsl!, label, request.Code!);
        return answer.Outcome switch
        {
            CardTlsOutcome.Answered => await JudgeAsync(workplace, answer),
            CardTlsOutcome.CodeRefused => Finding.Bad(
                $"the card refused the code: {workplace.TriesLeft - 1} {(workplace.TriesLeft == 2 ? "try" : "tries")} left",
                Remedy.Ours("Take the code of the letter that came with this card; the right one gives all tries back.")),
            CardTlsOutcome.NoCard => Finding.Bad("the middleware lost the card", Remedy.OfGuide("S028"), Remedy.OfGuide("S031"), Remedy.Support),
            _ => Finding.Bad("the server ended the handshake", Remedy.OfGuide("S030"), Remedy.OfGuide("S062")),
        };
    }

    private static async Task<Finding> JudgeAsync(Workplace workplace, CardTlsAnswer answer)
    {
        // Where the server sends the browser stands what it made of the card.
        int status = answer.Location is { } next ? (await ServerAnswer.AskAsync(next, workplace.Request, workplace.Now)).Status : answer.Status;
        return status is > 0 and < 400
            ? Finding.Good($"the card signed, and {workplace.Request.TestSsl!.Authority} accepted it")
            : Finding.Bad($"the card signed, and {workplace.Request.TestSsl!.Authority} did not accept it (HTTP {status})", Remedy.OfGuide("S062"));
    }

    private static async Task<string> WriteRootsAsync(Workplace workplace)
    {
        string file = workplace.In("roots.pem");
        X509Certificate2Collection known = [.. workplace.Request.Roots, .. workplace.Request.Intermediates];
        string system = File.Exists(SystemRoots) ? await File.ReadAllTextAsync(SystemRoots) : "";
        await File.WriteAllTextAsync(file, $"{known.ExportCertificatePems()}\n{system}");
        return file;
    }
}
