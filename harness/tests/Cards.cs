using CardConformance.Harness.Actors;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests;

/// <summary>Cards for tests.</summary>
internal static class Cards
{
    private static readonly Lazy<CardIssuer> Issuer = new(() => new(CardIssuing.OpenAuthority(), CacheFolder.Path));
    private static int _serial = 98_000_000;

    internal static CardProfile Doctor => CardIssuing.Catalogue.Load("medecin");

    /// <summary>A doctor's card that no other test has: middlewares tell cards apart by these numbers.</summary>
    internal static CardProfile NewDoctor()
    {
        int serial = Interlocked.Increment(ref _serial);
        return Doctor with { SerialNumber = $"{serial}", CardNumber = $"26{serial}" };
    }

    internal static VirtualCard New() => New(NewDoctor());

    internal static VirtualCard New(CardProfile profile, Uri? revocationList = null) => Issue(profile, revocationList).Card;

    /// <summary>A card with its certificates.</summary>
    internal static IssuedCard Issue(CardProfile profile, Uri? revocationList = null) => Issuer.Value.Issue(profile, revocationList);
}
