using CardConformance.Harness.Cli;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Actors;

/// <summary>Where this repository keeps its cards and their authority.</summary>
public static class CardIssuing
{
    // A list holds for longer than any scenario moves the time.
    private static readonly TimeSpan RevocationListLifetime = TimeSpan.FromDays(30);

    /// <summary>The cards of <c>fixtures/cards</c>.</summary>
    public static CardCatalogue Catalogue => new(Path.Combine(Repository.Fixtures, "cards"));

    /// <summary>What those cards are built on.</summary>
    public static IReadOnlyList<CardGeneration> Generations =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Fixtures, "cards", "generations"), "*.json").Order(StringComparer.Ordinal).Select(CardGeneration.Load)];

    /// <summary>The cards that phrases ask for.</summary>
    public static CardZoo Zoo => new(Path.Combine(Repository.Fixtures, "cards"));

    /// <summary>The revocation list that a card's certificates name: with them on it if they are revoked.</summary>
    /// <param name="authority">Who issued the card.</param>
    /// <param name="order">What was asked for.</param>
    /// <param name="issued">What was made.</param>
    /// <returns>A CRL, DER.</returns>
    public static byte[] RevocationList(TestAuthority authority, CardOrder order, IssuedCard issued) =>
        RevocationList(authority, order.Profile.Kind, order.IsRevoked ? issued.CertificateSerials : []);

    /// <summary>A revocation list of today.</summary>
    /// <param name="authority">Whose.</param>
    /// <param name="kind">Kind of card, which tells the issuing authority.</param>
    /// <param name="revoked">Serial numbers of the certificates on it.</param>
    /// <returns>A CRL, DER.</returns>
    public static byte[] RevocationList(TestAuthority authority, CardKind kind, IReadOnlyCollection<byte[]> revoked)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return authority.RevocationList(TestAuthority.IssuerOf(kind), revoked, now.AddMinutes(-1), now + RevocationListLifetime);
    }

    /// <summary>A list on which nothing stands, and which should have been replaced by a newer one yesterday.</summary>
    /// <param name="authority">Who issued the card.</param>
    /// <param name="kind">Kind of card.</param>
    /// <returns>A CRL, DER.</returns>
    public static byte[] OutdatedRevocationList(TestAuthority authority, CardKind kind)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return authority.RevocationList(TestAuthority.IssuerOf(kind), [], now.AddDays(-8), now.AddDays(-1));
    }

    /// <summary>Opens the test authority; makes it on first use.</summary>
    /// <exception cref="UserException">What is made once per machine can be kept nowhere.</exception>
    public static TestAuthority OpenAuthority() => Open(CacheFolder.Path);

    /// <summary>Opens an authority of the same names that nobody trusts; makes it on first use.</summary>
    /// <exception cref="UserException">What is made once per machine can be kept nowhere.</exception>
    public static TestAuthority OpenOtherAuthority() => Open(Path.Combine(CacheFolder.Path, "other"));

    private static TestAuthority Open(string cache)
    {
        try
        {
            return TestAuthority.Open(Path.Combine(Repository.Fixtures, "certificates", "authorities.json"), cache);
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException
            or (IOException and not (FileNotFoundException or DirectoryNotFoundException)))
        {
            throw new UserException(
                $"Keys and certificates cannot be kept in {CacheFolder.Path}: {refusal.Message} Name a folder of yours: export XDG_CACHE_HOME=FOLDER");
        }
    }
}
