using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>
/// A reader with a card, alone on its pcscd, before ANS's own middleware: CryptoLib takes the first card that it finds. It is not
/// Debian's: its tests run where <c>CPS_PKCS11_MODULE</c> names its module, for example
/// <c>/opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so</c>.
/// </summary>
internal sealed class CryptoLibDesk : IAsyncDisposable
{
    private const string Variable = "CPS_PKCS11_MODULE";

    private readonly PcscDaemon _daemon;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-cryptolib-");
    private ReaderLink _link;

    private CryptoLibDesk(PcscDaemon daemon, CardProfile profile, ICard card)
    {
        _daemon = daemon;
        Profile = profile;
        Card = card;
        _link = ReaderLink.Insert(daemon.SlotSockets[0], card);
    }

    internal static string Module => Environment.GetEnvironmentVariable(Variable) ?? "";

    internal CardProfile Profile { get; }

    internal ICard Card { get; }

    /// <summary>The environment of programs that are to find this reader.</summary>
    internal IReadOnlyDictionary<string, string> MiddlewareEnvironment => new Dictionary<string, string>
    {
        [PcscDaemon.SocketVariable] = _daemon.ClientSocket,
        ["LC_ALL"] = "C.UTF-8",
    };

    /// <summary>The code porteur, typed.</summary>
    internal string[] Login => ["--login", "--pin", Profile.CodePorteur];

    /// <summary>Skips the test where CryptoLib is missing.</summary>
    internal static void NeedCryptoLib()
    {
        if (!File.Exists(Module))
        {
            Assert.Ignore($"CryptoLib CPS is missing: {Variable} has to name its PKCS#11 module.");
        }
    }

    internal static Task<CryptoLibDesk> WithAsync(string name) => WithAsync(name, profile => profile, card => card);

    /// <summary>A desk with a card that is not as usual.</summary>
    internal static async Task<CryptoLibDesk> WithAsync(
        string name, Func<CardProfile, CardProfile> profile, Func<VirtualCard, ICard> card, Uri? revocationList = null)
    {
        NeedCryptoLib();

        // CryptoLib keeps files by serial number, on disk and for good: a card that was there before would be read from there.
        string serial = $"{Random.Shared.Next(10_000_000, 97_000_000)}";
        CardProfile changed = profile(CardIssuing.Catalogue.Load(name) with { SerialNumber = serial, CardNumber = "26" + serial });
        PcscDaemon daemon = await PcscDaemon.StartAsync(new() { Readers = 1 });
        var desk = new CryptoLibDesk(daemon, changed, card(Cards.New(changed, revocationList)));
        ProgramResult seen = await new ProgramRun("dotnet", "exec", typeof(CryptoLibDesk).Assembly.Location, Pkcs11Program.Wait, PcscDaemon.ReaderName(0))
        {
            Environment = desk.MiddlewareEnvironment,
        }.RunAsync();
        return seen.ExitCode == 0 ? desk : throw new InvalidOperationException(seen.Text);
    }

    /// <summary>Where a file of this test is.</summary>
    internal string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Pulls the card out.</summary>
    internal void Remove() => _link.Dispose();

    /// <summary>Puts the card in again.</summary>
    internal void InsertAgain() => _link = ReaderLink.Insert(_daemon.SlotSockets[0], Card);

    /// <summary>Starts a process that makes single PKCS #11 calls.</summary>
    internal Pkcs11Client StartClient() => Pkcs11Client.Start(Module, _daemon.ClientSocket);

    /// <summary>pkcs11-tool with CryptoLib, which has to succeed.</summary>
    internal async Task<string> RunAsync(params string[] arguments)
    {
        ProgramResult result = await Pkcs11ToolAsync(arguments);
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        return result.Output;
    }

    /// <summary>pkcs11-tool with CryptoLib, which has to be refused.</summary>
    internal async Task<string> RefuseAsync(params string[] arguments)
    {
        ProgramResult result = await Pkcs11ToolAsync(arguments);
        Assert.That(result.ExitCode, Is.Not.Zero, result.Text);
        return result.Text;
    }

    // Codes of test cards on a test's command line: nobody's secret, and pkcs11-tool has no other way.
    internal Task<ProgramResult> Pkcs11ToolAsync(string[] arguments) =>
        new ProgramRun("pkcs11-tool", ["--module", Module, .. arguments]) { Environment = MiddlewareEnvironment }.RunAsync();

    /// <summary>CKA_ID of the key with a role.</summary>
    internal string IdentifierOf(KeyRole role)
    {
        KeyEntry key = Profile.Generation.Keys.Single(key => key.Role == role);
        return Convert.ToHexStringLower([.. Profile.Generation.ObjectPrefix, key.Identifier]);
    }

    /// <summary>The public key of the certificate with a CKA_ID.</summary>
    internal async Task<RSA> PublicKeyAsync(string identifier)
    {
        await RunAsync("--read-object", "--type", "cert", "--id", identifier, "--output-file", In("certificate"));
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(In("certificate"));
        return certificate.GetRSAPublicKey()!;
    }

    public async ValueTask DisposeAsync()
    {
        _link.Dispose();
        await _link.Ended;
        await _daemon.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
