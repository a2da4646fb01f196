using CardConformance.Reference.Pages;

namespace CardConformance.Reference.Orientation;

/// <summary>The decision tree before an activation: nobody needs to be logged in.</summary>
internal static class OrientationEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/orientation/{page?}", (HttpContext context, string? page) => OrientationText.Find(page ?? OrientationText.First) is { } text
            ? Page.Show<OrientationPage>(context, new { Text = text })
            : Results.Redirect("/orientation"));
}
