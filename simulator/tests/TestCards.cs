using System.Security.Cryptography;
using CardConformance.Fuzz;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests;

/// <summary>Cards for tests, with an authority and keys that last for this run.</summary>
[SetUpFixture]
public sealed class TestCards
{
    private static readonly Lazy<string> Cache = new(() => Directory.CreateTempSubdirectory("cardconformance-tests-").FullName);
    private static readonly Lazy<TestAuthority> Issuer = new(() => TestAuthority.Open(Fixture("certificates/authorities.json"), Cache.Value));

    // One pair of keys for all cards: making keys is slow, and no test here compares two cards.
    private static readonly Lazy<CardCredentials> DoctorCredentials = new(() => Credentials(Doctor));

    internal static TestAuthority Authority => Issuer.Value;

    internal static CardProfile Doctor => Profile("medecin");

    internal static CardProfile Profile(string name) => new CardCatalogue(Fixture("cards")).Load(name);

    internal static VirtualCard New() => Personalisation.Make(Doctor, DoctorCredentials.Value);

    internal static VirtualCard New(CardProfile profile) => Personalisation.Make(profile, DoctorCredentials.Value);

    /// <summary>A card whose codes follow other rules.</summary>
    internal static VirtualCard NewWithCodes(Func<PinDefinition, PinDefinition> change)
    {
        CardImage image = New().State.Image;
        return new(new(image with { Layout = image.Layout with { Pins = [.. image.Layout.Pins.Select(change)] } }));
    }

    /// <summary>Cards of each generation whose keys no other thread uses.</summary>
    internal static FuzzModels NewModels() => FuzzModels.Of(NewWithKeysOfItsOwn);

    private static VirtualCard NewWithKeysOfItsOwn(string profile)
    {
        CardCredentials shared = DoctorCredentials.Value;
        return Personalisation.Make(Profile(profile), shared with
        {
            SignatureKey = RSA.Create(shared.SignatureKey.ExportParameters(includePrivateParameters: true)),
            AuthenticationKey = RSA.Create(shared.AuthenticationKey.ExportParameters(includePrivateParameters: true)),
        });
    }

    internal static CardCredentials Keys => DoctorCredentials.Value;

    internal static string Fixture(string path) => WorkingCopy.Fixture(path);

    internal static string NewFolder() => Path.Combine(Cache.Value, Guid.NewGuid().ToString("N"));

    [OneTimeTearDown]
    public void Clean()
    {
        if (Cache.IsValueCreated)
        {
            Directory.Delete(Cache.Value, recursive: true);
        }
    }

    private static CardCredentials Credentials(CardProfile profile)
    {
        var issuer = new CardIssuer(Authority, Cache.Value);
        return issuer.Certify(profile, new("http://127.0.0.1:9/list.crl"));
    }
}
