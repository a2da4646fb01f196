using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Certificates;

/// <summary>A certification authority of three levels for test cards, shaped like ANS's IGC-Santé.</summary>
/// <remarks>
/// Its keys are made on first use and kept in a folder that only its owner may read. Names come from
/// <c>fixtures/certificates/authorities.json</c>. Thread-safe after opening.
/// </remarks>
public sealed class TestAuthority
{
    /// <summary>The authority that issues health professionals' certificates.</summary>
    public const string Persons = "fort-personnes";

    /// <summary>The authority that issues the certificates of directors and staff.</summary>
    public const string Staff = "standard-personnes";

    /// <summary>The authority that issues servers' certificates.</summary>
    public const string Organisations = "elementaire-organisations";

    private const int KeyBits = 3072;

    // Authorities are older than any card they issued, even one that expired years ago.
    private const int YearsBack = 15;

    private readonly Dictionary<string, X509Certificate2> _certificates = [];

    private TestAuthority(string folder, IReadOnlyList<AuthorityEntry> entries)
    {
        Folder = folder;
        foreach (AuthorityEntry entry in entries)
        {
            using RSA key = PrivateFolder.ReadKey(folder, entry.Id);
            using X509Certificate2 certificate = PrivateFolder.ReadCertificate(folder, entry.Id);
            _certificates[entry.Id] = certificate.CopyWithPrivateKey(key);
        }

        Roots = [.. entries.Where(entry => entry.Issuer is null).Select(entry => PublicPartOf(entry.Id))];
        Intermediates = [.. entries.Where(entry => entry.Issuer is not null).Select(entry => PublicPartOf(entry.Id))];
    }

    /// <summary>Where its certificates (<c>*.crt</c>) and keys (<c>*.key</c>) are.</summary>
    public string Folder { get; }

    /// <summary>The root certificates: what a server has to trust. Without private keys.</summary>
    public X509Certificate2Collection Roots { get; }

    /// <summary>The authorities below the roots. Without private keys.</summary>
    public X509Certificate2Collection Intermediates { get; }

    /// <summary>Opens the authority, and makes it if this machine has none yet.</summary>
    /// <param name="definition">Path of <c>authorities.json</c>.</param>
    /// <param name="cache">Folder for what is made once per machine, see <see cref="CacheFolder"/>.</param>
    /// <exception cref="FixtureException">Something in the definition is wrong.</exception>
    public static TestAuthority Open(string definition, string cache)
    {
        AuthorityFile names = FixtureObject.Load(definition).Whole(AuthorityFile.From);

        // Other names make another authority: what was issued before stays what it was.
        string version = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(definition)))[..12];
        string folder = Path.Combine(cache, $"authority-{version}");
        PrivateFolder.Create(cache);
        PrivateFolder.CreateOnce(folder, draft => Make(draft, names));
        return new(folder, names.Authorities);
    }

    /// <summary>The certificate of one authority, without private key.</summary>
    /// <param name="id">Its name in <c>authorities.json</c>.</param>
    public X509Certificate2 PublicPartOf(string id) => X509CertificateLoader.LoadCertificate(CertificateOf(id).RawData);

    /// <summary>The list of revoked certificates of one authority, signed by it.</summary>
    /// <param name="id">The authority.</param>
    /// <param name="revoked">Serial numbers of revoked certificates, big-endian.</param>
    /// <param name="thisUpdate">When the list was made.</param>
    /// <param name="nextUpdate">When the next one is due; a list that is older is worth nothing.</param>
    /// <returns>A CRL version 2, DER.</returns>
    public byte[] RevocationList(string id, IEnumerable<byte[]> revoked, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (byte[] serial in revoked)
        {
            builder.AddEntry(serial, thisUpdate);
        }

        return builder.Build(
            CertificateOf(id),
            thisUpdate.ToUnixTimeSeconds(),
            nextUpdate,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1,
            thisUpdate);
    }

    /// <summary>The authority that issues the certificates of a kind of card.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its name in <c>authorities.json</c>.</returns>
    public static string IssuerOf(CardKind kind) => kind is CardKind.CPS or CardKind.CPF ? Persons : Staff;

    internal X509Certificate2 CertificateOf(string id) =>
        _certificates.TryGetValue(id, out X509Certificate2? certificate)
            ? certificate
            : throw new ArgumentException($"There is no authority \"{id}\"; there are {string.Join(", ", _certificates.Keys)}.", nameof(id));

    private static void Make(string folder, AuthorityFile names)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Dictionary<string, X509Certificate2> made = [];
        foreach (AuthorityEntry entry in names.Authorities)
        {
            using var key = RSA.Create(KeyBits);
            X509Certificate2? issuer = entry.Issuer is null ? null : made[entry.Issuer];
            CertificateRequest request = RequestFor(names, entry, key, issuer);
            DateTimeOffset from = now.AddYears(-YearsBack);
            DateTimeOffset to = now.AddYears(entry.Years);
            X509Certificate2 certificate = issuer is null
                ? request.CreateSelfSigned(from, to)
                : request.Create(issuer, from, to, RandomSerial()).CopyWithPrivateKey(key);
            PrivateFolder.WriteCredential(folder, entry.Id, key, certificate);
            made[entry.Id] = certificate;
        }
    }

    private static CertificateRequest RequestFor(AuthorityFile names, AuthorityEntry entry, RSA key, X509Certificate2? issuer)
    {
        var name = new DistinguishedName().Country("FR").Organisation(names.Organisation);
        foreach (string unit in names.OrganisationalUnits)
        {
            name.OrganisationalUnit(unit);
        }

        var request = new CertificateRequest(name.CommonName(entry.CommonName).Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, issuer is not null, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (issuer is not null)
        {
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        }

        return request;
    }

    internal static byte[] RandomSerial()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(16);

        // Positive and of full length.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
