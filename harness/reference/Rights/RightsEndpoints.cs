using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Login;
using CardConformance.Reference.Pages;

namespace CardConformance.Reference.Rights;

/// <summary>The services of whoever is logged in. An address names a service and nothing else: who asks is known from the session.</summary>
internal static class RightsEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/services", (HttpContext context, Sessions sessions, Wallet wallet, RightsTable table) =>
            ShowAsync(context, sessions, wallet, table, rights => Page.Show<ServicesPage>(context, new { Holder = rights })));
        endpoints.MapGet("/services/{id}", (HttpContext context, string id, Sessions sessions, Wallet wallet, RightsTable table) =>
            ShowAsync(context, sessions, wallet, table, rights => ShowService(context, id, rights)));
    }

    private static IResult ShowService(HttpContext context, string id, HolderRights rights)
    {
        if (rights.Rights.SingleOrDefault(right => right.Service.Id == id) is not { } right)
        {
            return Results.Redirect("/services");
        }

        context.Response.StatusCode = right.LetsIn ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
        return Page.Show<ServicePage>(context, new { Holder = rights, Right = right });
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, Sessions sessions, Wallet wallet, RightsTable table, Func<HolderRights, IResult> show)
    {
        if (sessions.LoginOf(context) is not { } login)
        {
            return Results.Redirect("/");
        }

        try
        {
            // Who cannot be found could be anybody, a replacement too: no line of the table is taken for them.
            if (await wallet.FindAsync(login.Professional.IdentifiantNational, context.RequestAborted) is { } holder
                && table.Find(login.Certified, holder) is { } rights)
            {
                return show(rights);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page.Show<UnknownRightsPage>(context);
        }
        catch (BackEndException failure)
        {
            return Page.ShowFailure<RightsFailurePage>(context, failure, new { Reference = context.TraceIdentifier });
        }
    }
}
