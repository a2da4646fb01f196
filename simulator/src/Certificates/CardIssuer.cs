using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Certificates;

/// <summary>Gives cards their keys and certificates, and makes them.</summary>
/// <param name="authority">Who signs the certificates.</param>
/// <param name="cache">Folder for what is made once per machine, see <see cref="CacheFolder"/>.</param>
public sealed class CardIssuer(TestAuthority authority, string cache)
{
    private const string Signature = "signature";
    private const string Authentication = "authentication";

    private readonly KeyPool _keys = new(Path.Combine(cache, "keys"));

    /// <summary>Makes a card that lives as long as this process: its certificates are new, its keys come from a pool.</summary>
    /// <param name="profile">Whose it is.</param>
    /// <param name="revocationList">Address of the revocation list, written into its certificates; <see langword="null"/> for none.</param>
    public IssuedCard Issue(CardProfile profile, Uri? revocationList) => Make(profile, Certify(profile, revocationList));

    /// <summary>
    /// Makes the same card as last time: keys and certificates are kept. Middlewares keep files by the card's serial number, so a
    /// card that comes back must not have changed.
    /// </summary>
    /// <param name="profile">Whose it is.</param>
    /// <param name="revocationList">Address of the revocation list, written into its certificates; <see langword="null"/> for none.</param>
    public IssuedCard Reissue(CardProfile profile, Uri? revocationList)
    {
        string folder = Path.Combine(cache, "cards", $"{profile.SerialNumber}-{VersionOf(profile, revocationList)}");
        PrivateFolder.Create(Path.GetDirectoryName(folder)!);
        if (Directory.Exists(folder) && Aged(folder, profile))
        {
            Directory.Delete(folder, recursive: true);
        }

        PrivateFolder.CreateOnce(folder, draft => Write(draft, Certify(profile, KeyPool.Make(), KeyPool.Make(), revocationList)));
        return Make(profile, new(
            PrivateFolder.ReadKey(folder, Signature),
            PrivateFolder.ReadCertificate(folder, Signature),
            PrivateFolder.ReadKey(folder, Authentication),
            PrivateFolder.ReadCertificate(folder, Authentication)));
    }

    /// <summary>Keys from the pool with new certificates.</summary>
    internal CardCredentials Certify(CardProfile profile, Uri? revocationList) =>
        Certify(profile, _keys.Next(), _keys.Next(), revocationList);

    private CardCredentials Certify(CardProfile profile, RSA signatureKey, RSA authenticationKey, Uri? revocationList)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new(
            signatureKey,
            CardCertificate.Issue(authority, profile, KeyRole.Signature, signatureKey, now, revocationList),
            authenticationKey,
            CardCertificate.Issue(authority, profile, KeyRole.Authentication, authenticationKey, now, revocationList));
    }

    private static IssuedCard Make(CardProfile profile, CardCredentials credentials) =>
        new(Personalisation.Make(profile, credentials), credentials.AuthenticationCertificate, credentials.SignatureCertificate);

    // A card that was valid when it was made, and is not any more, is made anew, since its profile counts from today.
    private static bool Aged(string folder, CardProfile profile)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = PrivateFolder.ReadCertificate(folder, Authentication);
        return certificate.NotAfter.ToUniversalTime() < now && profile.Validity.NotAfter(now) > now;
    }

    private static void Write(string folder, CardCredentials credentials)
    {
        PrivateFolder.WriteCredential(folder, Signature, credentials.SignatureKey, credentials.SignatureCertificate);
        PrivateFolder.WriteCredential(folder, Authentication, credentials.AuthenticationKey, credentials.AuthenticationCertificate);
    }

    // Whatever the certificates depend on.
    private string VersionOf(CardProfile profile, Uri? revocationList)
    {
        string text = string.Join(
            '\n',
            authority.Folder,
            profile.Kind,
            profile.CardNumber,
            profile.Holder,
            profile.Validity,
            profile.Flaw,
            revocationList);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
