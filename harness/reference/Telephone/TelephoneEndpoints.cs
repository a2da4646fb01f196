using CardConformance.Reference.Activation;
using CardConformance.Reference.Login;
using CardConformance.Reference.Pages;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.Telephone;

/// <summary>The phone application, as pages for a phone's browser.</summary>
internal static class TelephoneEndpoints
{
    private const string PhoneCookie = "telephone";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder phone = endpoints.MapGroup("/telephone").DisableAntiforgery();
        phone.MapGet("", (HttpContext context) => Page.Show<PhoneHomePage>(context));
        phone.MapGet("/conditions", (HttpContext context) => Page.Show<PhoneConditionsPage>(context));
        phone.MapPost("/conditions", Accept);
        phone.MapGet("/scanner", (HttpContext context) => Page.Show<PhoneScanPage>(context));
        phone.MapPost("/scanner", Scan);
        phone.MapPost("/remplacement", Replace);
        phone.MapGet("/activation", Show);
        phone.MapGet("/evenements", (HttpContext context, ActivationStep etape, Activations activations) =>
            ActivationEvents.Until(() => Find(context, activations), etape, context.RequestAborted));
    }

    private static CardActivation? Find(HttpContext context, Activations activations) =>
        context.Request.Cookies[PhoneCookie] is { } phone ? activations.ByPhone(phone) : null;

    private static IResult Accept(HttpContext context, [FromForm] IFormCollection form)
    {
        if (form["acceptees"] != "on" || form.ContainsKey("refus"))
        {
            context.Response.Cookies.Delete(PhoneCookie);
            return Page.Show<PhoneConditionsRefusedPage>(context);
        }

        if (context.Request.Cookies[PhoneCookie] is null)
        {
            context.Response.Cookies.Append(PhoneCookie, LoginTickets.RandomText(), Cookies.Options);
        }

        return Results.Redirect("/telephone/scanner");
    }

    private static IResult Scan(HttpContext context, [FromForm] string qr, Activations activations)
    {
        // Without the cookie the conditions were never accepted.
        if (context.Request.Cookies[PhoneCookie] is not { } phone)
        {
            return Results.Redirect("/telephone/conditions");
        }

        return activations.Scan(qr, phone) switch
        {
            ScanResult.Accepted => Results.Redirect("/telephone/activation"),
            ScanResult.PhoneOfAnother => Page.Show<PhoneOfAnotherPage>(context),
            _ => Page.Show<PhoneCodeRefusedPage>(context),
        };
    }

    private static IResult Replace(HttpContext context, [FromForm] IFormCollection form, Activations activations)
    {
        if (Find(context, activations) is { Step: ActivationStep.Replacement } activation)
        {
            if (form["choix"] != "remplacer")
            {
                activations.Drop(activation.Owner);
                return Page.Show<PhoneKeptPage>(context);
            }

            activation.Replace();
        }

        return Results.Redirect("/telephone/activation");
    }

    private static IResult Show(HttpContext context, Activations activations) => Find(context, activations) switch
    {
        { Step: ActivationStep.Replacement } activation =>
            Page.Show<PhoneReplacementPage>(context, new { OnThisPhone = activation.ActivePhone == activation.Phone }),
        { Step: ActivationStep.Pairing } activation => Page.Show<PhoneCodePage>(context, new { Code = activation.CodeAjout }),
        { Step: ActivationStep.PairingExpired } => Page.Show<PhoneCodeExpiredPage>(context),
        { Step: ActivationStep.Password or ActivationStep.Confirmation } activation =>
            Page.Show<PhonePasswordPage>(context, new { activation.Step }),
        { Step: ActivationStep.Active } activation => Page.Show<PhoneCardPage>(context, new { activation.Owner }),
        _ => Page.Show<PhoneGivenUpPage>(context),
    };
}
