using System.Collections.Immutable;
using System.Security.Cryptography;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Profiles;

/// <summary>Makes a card from a profile: writes its files, codes and keys, as a personalisation centre does.</summary>
public static class Personalisation
{
    /// <summary>Makes a card.</summary>
    /// <param name="profile">Whose it is, and of which generation.</param>
    /// <param name="credentials">Its keys and certificates.</param>
    public static VirtualCard Make(CardProfile profile, CardCredentials credentials) =>
        Make(profile, credentials.Period, KeysOf(profile.Generation, credentials.KeyOf), credentials);

    /// <summary>Makes a card whose certificates may be made later, with keys that other cards may have as well.</summary>
    /// <param name="profile">Whose it is, and of which generation.</param>
    /// <param name="period">From when to when it is valid.</param>
    /// <param name="keys">Its keys, see <see cref="KeysOf"/>.</param>
    /// <param name="certificates">Its certificates, which are made when they are first read.</param>
    public static VirtualCard Make(
        CardProfile profile, ValidityPeriod period, ImmutableArray<PrivateKey> keys, ICardCertificates certificates)
    {
        PersonalisationPlan plan = PersonalisationPlan.For(profile);
        return new(new CardState(new CardImage(plan.Layout, CodesOf(profile), keys, plan.Write(profile, period), certificates)));
    }

    /// <summary>The keys of a card, as its generation defines them.</summary>
    /// <param name="generation">The generation.</param>
    /// <param name="keyOf">The key for each role.</param>
    public static ImmutableArray<PrivateKey> KeysOf(CardGeneration generation, Func<KeyRole, RSA> keyOf) =>
        [.. generation.Keys.Select(key => new PrivateKey(key.Definition, keyOf(key.Role)))];

    private static byte[] CodesOf(CardProfile profile) =>
        System.Text.Encoding.ASCII.GetBytes(string.Concat(profile.Generation.Codes.Select(code => profile.CodeOf(code.Role))));
}
