using System.Net;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>A page that came by HTTP.</summary>
/// <param name="Status">With which status.</param>
/// <param name="Title">Its heading, or nothing.</param>
/// <param name="Html">The page, with its characters as people see them.</param>
internal sealed record HttpScreen(HttpStatusCode Status, string Title, string Html);
