using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Cli;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>A vendor's description of a service to be tested. Every mistake in it is named, with its place, before anything starts.</summary>
public sealed class ServiceFile
{
    private const string IssuerPath = "/auth/realms/esante-wallet";

    private readonly FixtureObject _json;
    private readonly string _folder;
    private readonly Mistakes _mistakes = new();

    private ServiceFile(FixtureObject json, string folder)
    {
        _json = json;
        _folder = folder;
    }

    /// <summary>Reads one.</summary>
    /// <param name="file">The file, JSON; its members are in <c>harness/pro-sante-connect/README.md</c>.</param>
    /// <exception cref="UserException">The file cannot be read, or has mistakes: all are in the message.</exception>
    public static TestedService Load(string file)
    {
        try
        {
            return new ServiceFile(FixtureObject.Load(file), Path.GetDirectoryName(Path.GetFullPath(file))!).Read();
        }
        catch (Exception mistake) when (mistake is FixtureException or IOException or UnauthorizedAccessException)
        {
            throw new UserException(mistake.Message);
        }
    }

    private TestedService Read()
    {
        string name = _mistakes.Try(() => _json.Text("name"), "");
        string? version = _mistakes.Try(() => _json.OptionalText("version"), null);
        Uri home = _mistakes.Try(() => Address("home"), Nowhere);
        IReadOnlyList<string> login = _mistakes.Try(() => SomeTexts("login"), []);
        Uri session = _mistakes.Try(() => Address("session"), Nowhere);
        string connected = _mistakes.Try(() => _json.Text("connected"), "");
        IReadOnlyList<string> notConnected = _mistakes.Try(() => SomeTexts("notConnected"), []);
        IReadOnlyList<PersonShown> shown = _mistakes.Try(Shown, []);
        int answersWithin = _mistakes.Try(() => _json.OptionalNumber("answersWithin", 1, 120), null) ?? 30;
        ServiceAuthentication authentication = _mistakes.Try(
            () => _json.Has("authentication") ? _json.Value<ServiceAuthentication>("authentication") : ServiceAuthentication.ClientSecretBasic, default);
        bool bySecret = authentication is ServiceAuthentication.ClientSecretBasic or ServiceAuthentication.ClientSecretPost;
        Uri issuer = _mistakes.Try(() => Issuer(bySecret), Nowhere);
        string id = _mistakes.Try(() => _json.Text("clientId"), "");
        string? secret = _mistakes.Try(() => bySecret ? _json.Text("clientSecret") : null, null);
        X509Certificate2? certificate = _mistakes.Try(() => bySecret ? null : Certificate(), null);
        Uri[] redirects = _mistakes.Try(() => Addresses("redirectUris"), []);
        Uri? afterLogout = _mistakes.Try(() => _json.Has("postLogoutRedirectUri") ? Address("postLogoutRedirectUri") : null, null);
        _mistakes.Try(() => NoContradiction(connected, notConnected), true);

        // Members that nobody has read.
        _mistakes.Try(() => _json.Whole(_ => true), true);
        return _mistakes.Found.Count > 0
            ? throw new UserException(string.Join('\n', _mistakes.Found))
            : new(
                name, home, login, session, connected, notConnected, shown, TimeSpan.FromSeconds(answersWithin),
                new(id, name, redirects[0])
                {
                    OtherRedirectUris = [.. redirects.Skip(1)],
                    Authentication = authentication,
                    ClientSecret = secret,
                    Certificate = certificate,
                    PostLogoutRedirectUri = afterLogout,
                },
                issuer) { Version = version };
    }

    private static Uri Nowhere => new("about:blank");

    private Uri Address(string name) => WebAddress.Read(_json, name, _json.Text(name));

    private Uri[] Addresses(string name) => [.. SomeTexts(name).Select(text => WebAddress.Read(_json, name, text))];

    private IReadOnlyList<string> SomeTexts(string name) =>
        _json.Texts(name) is { Count: > 0 } texts && !texts.Contains("") ? texts : throw _json.Mistake(name, "at least one text is expected here, and none that is empty.");

    private IReadOnlyList<PersonShown> Shown() =>
        _json.Values<PersonShown>("shows") is { Count: > 0 } shown
            ? shown
            : throw _json.Mistake("shows", "what the service shows of the person is expected here, for example [\"identifiantNational\"].");

    // Other services could have registered anything: this one is told where Pro Santé Connect is, and it is on this machine.
    private Uri Issuer(bool bySecret)
    {
        Uri issuer = Address("issuer");
        if (issuer.Host != "localhost" || issuer.AbsolutePath != IssuerPath)
        {
            throw _json.Mistake("issuer", $"http://localhost:PORT{IssuerPath} is expected here, or the same with https, found \"{issuer}\".");
        }

        return bySecret || issuer.Scheme == "https"
            ? issuer
            : throw _json.Mistake("issuer", $"a service that authenticates by its certificate needs https here, found \"{issuer}\".");
    }

    private X509Certificate2 Certificate()
    {
        string file = Path.Combine(_folder, _json.Text("certificate"));
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception refusal) when (refusal is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw _json.Mistake("certificate", $"a certificate, PEM or DER, is expected in {file}: {refusal.Message}");
        }
    }

    private bool NoContradiction(string connected, IReadOnlyList<string> notConnected) =>
        connected.Length > 0 && notConnected.FirstOrDefault(text => text.Contains(connected, StringComparison.Ordinal)) is { } both
            ? throw _json.Mistake("notConnected", $"\"{both}\" holds the words of \"connected\": whoever reads it could not tell them apart.")
            : true;
}
