using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Actors;

/// <summary>Where this repository keeps its cards and their authority.</summary>
public static class CardIssuing
{
    /// <summary>The cards of <c>fixtures/cards</c>.</summary>
    public static CardCatalogue Catalogue => new(Path.Combine(Repository.Fixtures, "cards"));

    /// <summary>Opens the test authority; makes it on first use.</summary>
    public static TestAuthority OpenAuthority() =>
        TestAuthority.Open(Path.Combine(Repository.Fixtures, "certificates", "authorities.json"), CacheFolder.Path);
}
