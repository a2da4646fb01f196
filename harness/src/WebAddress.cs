using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness;

/// <summary>Addresses in files that people write.</summary>
internal static class WebAddress
{
    /// <summary>Reads one.</summary>
    /// <param name="json">Where it stands.</param>
    /// <param name="name">Name of the member.</param>
    /// <param name="text">The address.</param>
    /// <exception cref="FixtureException">It is none of http or https.</exception>
    internal static Uri Read(FixtureObject json, string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw json.Mistake(name, $"an address that begins with http:// or https:// is expected here, found \"{text}\".");
}
