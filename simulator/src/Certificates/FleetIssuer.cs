using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Certificates;

/// <summary>Makes very many cards in one process: few keys go round, and a certificate is made when somebody first reads it.</summary>
/// <remarks>
/// Thread-safe. A profile is asked for again when a certificate is made, so that no card has to keep its own. Cards with the same number
/// modulo the number of keys can sign for each other: good enough for load, never for telling people apart by their signature.
/// </remarks>
/// <param name="authority">Who signs the certificates.</param>
/// <param name="keys">The keys that go round: card <c>n</c> gets number <c>n</c> modulo their count. At least one.</param>
/// <param name="profileOf">The profile of the card with a number, the same one each time. No two may have the same serial number.</param>
/// <param name="now">The moment of personalisation, from which the validity counts.</param>
public sealed class FleetIssuer(
    TestAuthority authority,
    IReadOnlyList<(RSA Signature, RSA Authentication)> keys,
    Func<int, CardProfile> profileOf,
    DateTimeOffset now)
{
    private readonly ConditionalWeakTable<CardGeneration, ConcurrentDictionary<int, ImmutableArray<PrivateKey>>> _keysOfCards = [];

    /// <summary>Makes one card.</summary>
    /// <param name="number">Its number, 0 or more.</param>
    public VirtualCard Issue(int number)
    {
        CardProfile profile = profileOf(number);
        return Personalisation.Make(profile, profile.Validity.PeriodFrom(now), KeysOf(profile.Generation, number % keys.Count), new Certificates(this, number));
    }

    private ImmutableArray<PrivateKey> KeysOf(CardGeneration generation, int pair) =>
        _keysOfCards.GetOrCreateValue(generation).GetOrAdd(pair, _ => Personalisation.KeysOf(generation, role => KeyOf(pair, role)));

    private RSA KeyOf(int pair, KeyRole role) => role == KeyRole.Signature ? keys[pair].Signature : keys[pair].Authentication;

    private byte[] Certify(int number, KeyRole role)
    {
        CardProfile profile = profileOf(number);
        RSA key = KeyOf(number % keys.Count, role);
        using X509Certificate2 certificate = CardCertificate.Issue(authority, profile, role, key, now, revocationList: null);
        return certificate.RawData;
    }

    // One object for each card: the less it holds, the more cards there can be.
    private sealed class Certificates(FleetIssuer issuer, int number) : ICardCertificates
    {
        public byte[] Encode(KeyRole role) => issuer.Certify(number, role);
    }
}
