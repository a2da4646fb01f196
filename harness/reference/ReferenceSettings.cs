using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CardConformance.Reference.Rights;
using CardConformance.Reference.WithoutCard;

namespace CardConformance.Reference;

/// <summary>What the reference is told when it starts. It knows its back ends by address only.</summary>
internal sealed record ReferenceSettings
{
    private const string UsualSeconds = "5";

    /// <summary>The back end that keeps e-CPS.</summary>
    internal required Uri Wallet { get; init; }

    /// <summary>The back end that sends SMS.</summary>
    internal required Uri Sms { get; init; }

    /// <summary>The back end that sends e-mail.</summary>
    internal required Uri Mail { get; init; }

    /// <summary>Who may activate an e-CPS without a card.</summary>
    internal required RuleBook Rules { get; init; }

    /// <summary>Who may use which service.</summary>
    internal required RightsTable Rights { get; init; }

    /// <summary>Certificate of the port for cards, with private key, and the authorities between it and its root.</summary>
    internal required X509Certificate2Collection ServerCertificates { get; init; }

    /// <summary>Roots that a card's certificate may lead to.</summary>
    internal required X509Certificate2Collection TrustedRoots { get; init; }

    /// <summary>Authorities between those roots and a card's certificate.</summary>
    internal required X509Certificate2Collection Intermediates { get; init; }

    /// <summary>How long a back end may take for an answer: 100 ms to 5 minutes.</summary>
    internal required TimeSpan BackEndLimit { get; init; }

    /// <summary>How long after one look whether the card of a session is still there the next one follows: 100 ms to 5 minutes.</summary>
    internal required TimeSpan CardWatch { get; init; }

    /// <summary>Ports of portal, card and control; 0 for any free one.</summary>
    internal required (int Portal, int Card, int Control) Ports { get; init; }

    /// <summary>What is wrong with it on order.</summary>
    internal required Defects Defects { get; init; }

    /// <summary>Reads the settings and finds all mistakes in them at once.</summary>
    /// <param name="configuration">Command line and environment.</param>
    /// <param name="arguments">The command line alone.</param>
    /// <param name="mistakes">One sentence for each mistake.</param>
    /// <returns>The settings, or <see langword="null"/> when there is a mistake.</returns>
    internal static ReferenceSettings? Read(IConfiguration configuration, string[] arguments, out IReadOnlyList<string> mistakes)
    {
        List<string> found = [];
        var settings = new ReferenceSettings
        {
            Wallet = Address(configuration, "wallet", found),
            Sms = Address(configuration, "sms", found),
            Mail = Address(configuration, "mail", found),
            Rules = ReadRules(configuration, found),
            Rights = ReadRights(configuration, found),
            ServerCertificates = CertificatesWithKey(configuration, found),
            TrustedRoots = Certificates(configuration, "trusted-roots", found),
            Intermediates = Certificates(configuration, "intermediates", found),
            BackEndLimit = Seconds(configuration, "back-end-limit", found),
            CardWatch = Seconds(configuration, "card-watch", found),
            Ports = (Port(configuration, "portal-port", found), Port(configuration, "card-port", found), Port(configuration, "control-port", found)),
            Defects = Defects.Read(arguments, found),
        };
        mistakes = found;
        return found.Count == 0 ? settings : null;
    }

    private static Uri Address(IConfiguration configuration, string name, List<string> mistakes)
    {
        if (Uri.TryCreate(configuration[name], UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        mistakes.Add($"--{name}: an address that begins with http:// or https:// is expected, found \"{configuration[name]}\".");
        return new("http://127.0.0.1/");
    }

    // One version in each file of the folder, named after it; without a choice, the last by name holds.
    private static RuleBook ReadRules(IConfiguration configuration, List<string> mistakes)
    {
        Dictionary<string, ActivationRule> versions = [];
        string? folder = configuration["rules"];
        try
        {
            foreach (string file in Directory.EnumerateFiles(Given(folder), "*.json"))
            {
                versions[Path.GetFileNameWithoutExtension(file)] = ActivationRule.Parse(File.ReadAllText(file));
            }
        }
        catch (Exception mistake) when (IsUnreadable(mistake) || mistake is JsonException)
        {
            mistakes.Add($"--rules: a folder with rules in JSON is expected, found \"{folder}\": {mistake.Message}");
            return new(versions, "");
        }

        string? usual = configuration["rules-version"] ?? versions.Keys.Max(StringComparer.Ordinal);
        if (usual is null)
        {
            mistakes.Add($"--rules: {folder} holds no rule.");
        }
        else if (!versions.ContainsKey(usual))
        {
            mistakes.Add($"--rules-version: one of {string.Join(", ", versions.Keys.Order(StringComparer.Ordinal))} is expected, found \"{usual}\".");
        }

        return new(versions, usual ?? "");
    }

    private static RightsTable ReadRights(IConfiguration configuration, List<string> mistakes)
    {
        string? folder = configuration["rights"];
        try
        {
            return RightsTable.Load(Given(folder));
        }
        catch (Exception mistake) when (IsUnreadable(mistake) || mistake is JsonException or FormatException)
        {
            mistakes.Add(
                $"--rights: a folder with {RightsTable.ProfessionsFile}, {RightsTable.RightsFile} and {RightsTable.ServicesFile} is expected, found \"{folder}\": {mistake.Message}");
            return RightsTable.Empty;
        }
    }

    private static TimeSpan Seconds(IConfiguration configuration, string name, List<string> mistakes)
    {
        string text = configuration[name] ?? UsualSeconds;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0.1 and <= 300)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        mistakes.Add($"--{name}: seconds from 0.1 to 300 are expected, found \"{text}\".");
        return TimeSpan.FromSeconds(1);
    }

    private static int Port(IConfiguration configuration, string name, List<string> mistakes)
    {
        string text = configuration[name] ?? "0";
        if (int.TryParse(text, out int port) && port is >= 0 and <= 65_535)
        {
            return port;
        }

        mistakes.Add($"--{name}: a port from 0 to 65535 is expected, found \"{text}\".");
        return 0;
    }

    // The first certificate of the server's goes with its key.
    private static X509Certificate2Collection CertificatesWithKey(IConfiguration configuration, List<string> mistakes)
    {
        X509Certificate2Collection certificates = Certificates(configuration, "server-certificates", mistakes);
        string? file = configuration["server-key"];
        try
        {
            string key = File.ReadAllText(Given(file));
            if (certificates.Count > 0)
            {
                certificates[0] = X509Certificate2.CreateFromPem(certificates[0].ExportCertificatePem(), key);
            }
        }
        catch (Exception mistake) when (IsUnreadable(mistake))
        {
            mistakes.Add(
                $"--server-key: a file with the private key of the server's certificate in PEM is expected, found \"{file}\": {mistake.Message}");
        }

        return certificates;
    }

    private static X509Certificate2Collection Certificates(IConfiguration configuration, string name, List<string> mistakes)
    {
        X509Certificate2Collection certificates = [];
        string? file = configuration[name];
        try
        {
            certificates.ImportFromPemFile(Given(file));
            if (certificates.Count == 0)
            {
                mistakes.Add($"--{name}: {file} holds no certificate.");
            }
        }
        catch (Exception mistake) when (IsUnreadable(mistake))
        {
            mistakes.Add($"--{name}: a file with certificates in PEM is expected, found \"{file}\": {mistake.Message}");
        }

        return certificates;
    }

    private static string Given(string? file) => string.IsNullOrEmpty(file) ? throw new FileNotFoundException("none was given") : file;

    private static bool IsUnreadable(Exception mistake) => mistake is IOException or CryptographicException or UnauthorizedAccessException;
}
