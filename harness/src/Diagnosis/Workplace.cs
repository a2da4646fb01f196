using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Diagnosis;

/// <summary>The workstation that is looked at, and what the checks have learned of it so far.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="time">The clock of the workstation.</param>
internal sealed class Workplace(DiagnosisRequest request, TimeProvider time) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-doctor-");
    private PcscContext? _context;
    private FetchedList? _list;
    private ServerAnswer? _server;

    /// <summary>What was asked for.</summary>
    internal DiagnosisRequest Request => request;

    /// <summary>What the clock says.</summary>
    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>PC/SC, once it was reached.</summary>
    internal PcscContext? Pcsc { get => _context; set => _context = value; }

    /// <summary>The reader, once there is one.</summary>
    internal string? Reader { get; set; }

    /// <summary>ATR of the card that answers, once there is one.</summary>
    internal byte[]? Atr { get; set; }

    /// <summary>What the card is, once it is known for a professional's.</summary>
    internal CardGeneration? Generation { get; set; }

    /// <summary>Wrong codes that the card would still accept, as far as it said so.</summary>
    internal int? TriesLeft { get; set; }

    /// <summary>Whether the middleware's module could be loaded.</summary>
    internal bool ModuleLoads { get; set; }

    /// <summary>The card as the middleware shows it, once it does.</summary>
    internal Token? Token { get; set; }

    /// <summary>The card's certificates, once they were read.</summary>
    internal IReadOnlyList<X509Certificate2> Certificates { get; set; } = [];

    /// <summary>Who issued the certificates, once that is known to be a known authority.</summary>
    internal X509Certificate2? Issuer { get; set; }

    /// <summary>Whether the clock was found to be wrong: what is compared with it says nothing then.</summary>
    internal bool ClockIsWrong { get; set; }

    /// <summary>The revocation list that the card's certificates name, once it was found good.</summary>
    internal RevocationList? RevocationList { get; set; }

    /// <summary>Whether the server that was named was reached and trusted.</summary>
    internal bool ServerIsTrusted { get; set; }

    /// <summary>Path of a file that goes away with this object.</summary>
    /// <param name="name">Its name.</param>
    internal string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs <c>pkcs11-tool</c> with the module. It never logs in here.</summary>
    /// <param name="arguments">What it is to do.</param>
    internal Task<ProgramResult> RunPkcs11ToolAsync(params IReadOnlyList<string> arguments) =>
        new ProgramRun("pkcs11-tool", ["--module", request.Module, .. arguments]) { Environment = request.Environment }.RunAsync();

    /// <summary>The revocation list that the card's first certificate names; asked for once.</summary>
    /// <returns><see langword="null"/> when no certificate names one.</returns>
    internal async Task<FetchedList?> FetchRevocationListAsync() =>
        _list ??= Certificates.Select(ListAddress).FirstOrDefault(address => address is not null) is { } address ? await FetchedList.FetchAsync(address) : null;

    /// <summary>What the server that was named answers to somebody without a card; asked once.</summary>
    /// <returns><see langword="null"/> when none was named.</returns>
    internal async Task<ServerAnswer?> AskServerAsync() =>
        _server ??= request.TestSsl is { } address ? await ServerAnswer.AskAsync(address, request, Now) : null;

    /// <summary>Lets go of the reader and clears away.</summary>
    public void Dispose()
    {
        _context?.Dispose();
        foreach (X509Certificate2 certificate in Certificates)
        {
            certificate.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    // RFC 5280, 4.2.1.13: DistributionPoint → distributionPoint [0] → fullName [0] → uniformResourceIdentifier [6].
    private static Uri? ListAddress(X509Certificate2 certificate)
    {
        const string DistributionPointsOid = "2.5.29.31";
        if (certificate.Extensions[DistributionPointsOid] is not { } extension)
        {
            return null;
        }

        Asn1Tag first = new(TagClass.ContextSpecific, 0);
        Asn1Tag address = new(TagClass.ContextSpecific, 6);
        AsnReader points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        while (points.HasData)
        {
            AsnReader point = points.ReadSequence();
            if (!point.HasData || !point.PeekTag().HasSameClassAndValue(first))
            {
                continue;
            }

            AsnReader name = point.ReadSequence(first);
            AsnReader? names = name.PeekTag().HasSameClassAndValue(first) ? name.ReadSequence(first) : null;
            while (names?.HasData == true)
            {
                if (!names.PeekTag().HasSameClassAndValue(address))
                {
                    names.ReadEncodedValue();
                }
                else if (Uri.TryCreate(names.ReadCharacterString(UniversalTagNumber.IA5String, address), UriKind.Absolute, out Uri? found)
                    && found.Scheme is "http" or "https")
                {
                    return found;
                }
            }
        }

        return null;
    }
}
