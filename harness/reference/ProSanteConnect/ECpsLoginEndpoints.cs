using System.Runtime.CompilerServices;
using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Login;
using CardConformance.Reference.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>The computer's side of a login with the e-CPS.</summary>
internal static class ECpsLoginEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder login = endpoints.MapGroup("/connexion/e-cps").DisableAntiforgery();
        login.MapPost("", AskAsync);
        login.MapGet("", Show);
        login.MapGet("/evenements", (HttpContext context, ServiceLogins logins) =>
            TypedResults.ServerSentEvents(UntilDecided(Find(context, logins)?.Request, context.RequestAborted), eventType: "etape"));
    }

    private static ServiceLogin? Find(HttpContext context, ServiceLogins logins) => logins.Find(LoginEndpoints.StateOf(context));

    private static async Task<IResult> AskAsync(
        HttpContext context, [FromForm] string identifiant, ServiceLogins logins, ECpsRegister register, PhoneRequests requests, Wallet wallet)
    {
        if (Find(context, logins) is not { } login)
        {
            return Results.Redirect($"/connexion/echec?motif={LoginFailure.Stale}");
        }

        if (register.Of(identifiant) is { } eCps)
        {
            login.Request = requests.Ask(eCps, PhoneRequest.NewCode(), login.Service);
            return Results.Redirect("/connexion/e-cps");
        }

        if (register.HasExpired(identifiant))
        {
            return ShowFailure(context, login, ECpsFailure.Expired);
        }

        try
        {
            return ShowFailure(
                context, login, await wallet.FindAsync(identifiant, context.RequestAborted) is null ? ECpsFailure.Unknown : ECpsFailure.NotActivated);
        }
        catch (BackEndException failure)
        {
            return Page.ShowFailure<ECpsFailurePage>(context, failure, new { Failure = ECpsFailure.ServiceDown, Retry = LoginEndpoints.RetryOf(login) });
        }
    }

    private static IResult Show(HttpContext context, ServiceLogins logins, Defects defects)
    {
        if (Find(context, logins) is not { Request: { } request } login)
        {
            return Results.Redirect($"/connexion/echec?motif={LoginFailure.Stale}");
        }

        return request.Outcome switch
        {
            PhoneOutcome.Pending => Page.Show<DynamicCodePage>(context, new { request.Code }),
            PhoneOutcome.Approved when defects.Has(Defect.ECpsLoginLeadsHome) => Results.Redirect("/"),
            PhoneOutcome.Approved => Results.Redirect(logins.Finish(LoginEndpoints.StateOf(context), request.ECps.Owner, "e-cps") ?? "/"),
            PhoneOutcome.Refused => ShowFailure(context, login, ECpsFailure.Refused),
            PhoneOutcome.WrongCode => ShowFailure(context, login, ECpsFailure.WrongCode),
            PhoneOutcome.WrongPassword => ShowFailure(context, login, ECpsFailure.WrongPassword),
            _ => ShowFailure(context, login, ECpsFailure.NoAnswer),
        };
    }

    private static RazorComponentResult<ECpsFailurePage> ShowFailure(HttpContext context, ServiceLogin login, ECpsFailure failure) =>
        Page.Show<ECpsFailurePage>(context, new { Failure = failure, Retry = LoginEndpoints.RetryOf(login) });

    private static async IAsyncEnumerable<string> UntilDecided(PhoneRequest? request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return request is null ? "" : (await request.WaitAsync(cancellation)).ToString();
    }
}
