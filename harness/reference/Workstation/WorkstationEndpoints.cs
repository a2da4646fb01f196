using CardConformance.Reference.Pages;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.Workstation;

/// <summary>From the choice of the ATSAM package to its diagnostic, which leads to Test SSL. Nobody needs to be logged in for it.</summary>
internal static class WorkstationEndpoints
{
    private const string Diagnostic = "/poste/diagnostic";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder workstation = endpoints.MapGroup("/poste").DisableAntiforgery();
        workstation.MapGet("", (HttpContext context) => Page.Show<WorkstationPage>(context));
        workstation.MapGet("/installation/{paquet}", Begin);
        workstation.MapPost("/installation/conditions", ChooseComponents);
        workstation.MapPost("/installation/fin", Accept);
        workstation.MapPost("/installation/terminee", ([FromForm] IFormCollection form) =>
            Results.Redirect(form["diagnostic"] == "on" ? Diagnostic : "/poste"));
        workstation.MapGet("/diagnostic", (HttpContext context, Entrances entrances) =>
            Page.Show<DiagnosticPage>(context, new { CardAddress = new Uri(entrances.Card, "/test-ssl").ToString() }));
    }

    private static IResult Begin(HttpContext context, AtsamPackage paquet)
    {
        AtsamPackage? right = ComputerSystem.PackageFor(context.Request.Headers.UserAgent.ToString());
        return right is null || right == paquet ? Page.Show<InstallationPage>(context) : Page.Show<WrongPackagePage>(context);
    }

    private static IResult ChooseComponents(HttpContext context, [FromForm] IFormCollection form) =>
        InstallationPage.Components.All(form["composants"].Contains)
            ? Page.Show<InstallationConditionsPage>(context)
            : Page.Show<InstallationPage>(context, new { Incomplete = true });

    private static IResult Accept(HttpContext context, [FromForm] IFormCollection form) =>
        form["acceptees"] == "on" ? Page.Show<InstallationEndPage>(context) : Page.Show<InstallationConditionsPage>(context, new { Refused = true });
}
