using CardConformance.Harness.Cli;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Actors;

/// <summary>Where this repository keeps its cards and their authority.</summary>
public static class CardIssuing
{
    /// <summary>The cards of <c>fixtures/cards</c>.</summary>
    public static CardCatalogue Catalogue => new(Path.Combine(Repository.Fixtures, "cards"));

    /// <summary>The cards that phrases ask for.</summary>
    public static CardZoo Zoo => new(Path.Combine(Repository.Fixtures, "cards"));

    /// <summary>Opens the test authority; makes it on first use.</summary>
    /// <exception cref="UserException">What is made once per machine can be kept nowhere.</exception>
    public static TestAuthority OpenAuthority()
    {
        try
        {
            return TestAuthority.Open(Path.Combine(Repository.Fixtures, "certificates", "authorities.json"), CacheFolder.Path);
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException
            or (IOException and not (FileNotFoundException or DirectoryNotFoundException)))
        {
            throw new UserException(
                $"Keys and certificates cannot be kept in {CacheFolder.Path}: {refusal.Message} Name a folder of yours: export XDG_CACHE_HOME=FOLDER");
        }
    }
}
