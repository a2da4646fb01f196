using CardConformance.Harness.Targets;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>A service under test, as anybody can reach it from outside; whose it is does not show.</summary>
/// <param name="Name">What it is called, for the report.</param>
/// <param name="Home">Where people begin.</param>
/// <param name="Login">Words of the links or buttons that begin a login, one after the other from its home.</param>
/// <param name="Session">A page of it that needs a session.</param>
/// <param name="Connected">Words that stand there when somebody is logged in, and only then.</param>
/// <param name="NotConnected">Words of which some stand on each page that refuses somebody, and on <paramref name="Session"/> without a session.</param>
/// <param name="Shown">What it shows of the person beside <paramref name="Connected"/>.</param>
/// <param name="AnswersWithin">How long people may have to wait for a page of it, also while Pro Santé Connect does not answer.</param>
/// <param name="Registration">How Pro Santé Connect knows it.</param>
/// <param name="Issuer">The issuer that it was told, or <see langword="null"/> where it is told when it starts.</param>
public sealed record TestedService(
    string Name,
    Uri Home,
    IReadOnlyList<string> Login,
    Uri Session,
    string Connected,
    IReadOnlyList<string> NotConnected,
    IReadOnlyList<PersonShown> Shown,
    TimeSpan AnswersWithin,
    RegisteredService Registration,
    Uri? Issuer = null)
{
    /// <summary>Its version, for the report; <see langword="null"/> where nobody has said.</summary>
    public string? Version { get; init; }

    /// <summary>What a run against it is about: it says nothing of itself, its description does.</summary>
    public TestedProduct Product => new(Name, Version, Observed: false);
}
