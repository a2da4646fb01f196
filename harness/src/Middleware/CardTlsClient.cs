using System.Globalization;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Middleware;

/// <summary>
/// A program that logs in with the card in the reader, as a professional's software does: curl, with OpenSSL asking OpenSC to sign
/// the TLS handshake.
/// </summary>
/// <remarks>
/// A process of its own for each login: libraries of PKCS #11 keep what they know of a token for as long as they live, and each
/// scenario has another card.
/// </remarks>
/// <param name="environment">Where its middleware finds the reader.</param>
/// <param name="opensslConfiguration">Path of a file made by <see cref="WriteOpensslConfiguration"/>.</param>
/// <param name="trustedRoots">Path of a PEM file with the roots of the servers to talk to.</param>
public sealed class CardTlsClient(IReadOnlyDictionary<string, string> environment, string opensslConfiguration, string trustedRoots)
{
    // What curl prints behind the answer: status and where it leads.
    private const string Summary = "%{http_code} %{redirect_url}";

    // curl's exit code for "the private key cannot be used".
    private const int KeyNotUsable = 58;

    /// <summary>Writes a configuration under which OpenSSL signs as a CPS3 can: PKCS #1 v1.5, not PSS.</summary>
    /// <param name="file">Where to.</param>
    public static void WriteOpensslConfiguration(string file) => File.WriteAllText(
        file,
        """
        openssl_conf = settings
        [settings]
        ssl_conf = tls
        [tls]
        system_default = card_clients
        [card_clients]
        ClientSignatureAlgorithms = RSA+SHA256:RSA+SHA384:RSA+SHA512

        """);

    /// <summary>Asks for a page with a certificate of the card.</summary>
    /// <param name="address">The page.</param>
    /// <param name="tokenLabel">The card, by the label of its token.</param>
    /// <param name="code">The code porteur.</param>
    /// <param name="key">Which of the card's certificates, with the key that belongs to it.</param>
    /// <returns>What came of it. A redirection is not followed.</returns>
    public async Task<CardTlsAnswer> GetAsync(Uri address, string tokenLabel, string code, KeyRole key = KeyRole.Authentication)
    {
        (string certificateLabel, string keyLabel) = key == KeyRole.Authentication
            ? ("Certificat d'Authentification CPS", "CPS_PRIV_AUT")
            : ("Certificat de Signature CPS", "CPS_PRIV_SIG");
        // OpenSC adds the code's name to the label. Everything goes in by the standard input, the code with it.
        string token = Uri.EscapeDataString($"{tokenLabel} (Code porteur)");
        string configuration =
            $"""
            engine = "pkcs11"
            cert-type = "ENG"
            key-type = "ENG"
            cert = "pkcs11:token={token};object={Uri.EscapeDataString(certificateLabel)};type=cert"
            key = "pkcs11:token={token};object={keyLabel};type=private;pin-value={code}"
            cacert = "{trustedRoots}"
            url = "{address}"
            output = "/dev/null"
            write-out = "{Summary}"
            silent
            show-error

            """;
        ProgramResult result = await new ProgramRun("curl", "--config", "-")
        {
            Environment = new Dictionary<string, string>(environment)
            {
                ["OPENSSL_CONF"] = opensslConfiguration,
                ["PKCS11_MODULE_PATH"] = OpenSc.Module,
            },
            Input = configuration,
        }.RunAsync();
        if (result.ExitCode == 0)
        {
            string[] parts = result.Output.Split(' ', 2);
            return new(
                CardTlsOutcome.Answered,
                int.Parse(parts[0], CultureInfo.InvariantCulture),
                Uri.TryCreate(parts[1], UriKind.Absolute, out Uri? location) ? location : null,
                result.Errors);
        }

        // libp11 writes the address of the key, and the code with it, into its messages.
        string message = result.Errors.Replace(code, "****", StringComparison.Ordinal);
        CardTlsOutcome outcome = result.ExitCode == KeyNotUsable && result.Errors.Contains("Login failed", StringComparison.Ordinal)
            ? CardTlsOutcome.CodeRefused
            : result.ExitCode == KeyNotUsable ? CardTlsOutcome.NoCard : CardTlsOutcome.Broken;
        return new(outcome, 0, null, message);
    }
}
