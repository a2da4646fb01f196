using CardConformance.Reference.Activation;
using CardConformance.Reference.Pages;
using CardConformance.Reference.WithoutCard;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.Telephone;

/// <summary>The phone application, as pages for a phone's browser.</summary>
internal static class TelephoneEndpoints
{
    private const string Root = "/telephone";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder phone = endpoints.MapGroup(Root).DisableAntiforgery();
        phone.MapGet("", (HttpContext context) => Page.Show<PhoneHomePage>(context));
        phone.MapGet("/conditions", (HttpContext context) => Page.Show<PhoneConditionsPage>(context));
        phone.MapPost("/conditions", Accept);
        phone.MapGet("/scanner", (HttpContext context) => Page.Show<PhoneScanPage>(context));
        phone.MapPost("/scanner", Scan);
        ReplacementEndpoints.Map(phone, "/telephone/activation", Find, Drop);
        phone.MapGet("/activation", Show);
        phone.MapGet("/evenements", (HttpContext context, ActivationStep etape) =>
            ActivationEvents.Until(() => Find(context), etape, context.RequestAborted));
    }

    private static CardActivation? Find(HttpContext context) =>
        PhoneName.Of(context) is { } phone ? context.RequestServices.GetRequiredService<Activations>().ByPhone(phone) : null;

    private static void Drop(HttpContext context)
    {
        if (Find(context) is { } activation)
        {
            context.RequestServices.GetRequiredService<Activations>().Drop(activation.Owner);
        }
    }

    private static IResult Accept(HttpContext context, [FromForm] IFormCollection form, Defects defects)
    {
        if ((form["acceptees"] != "on" || form.ContainsKey("refus")) && !defects.Has(Defect.RefusedConditionsIgnored))
        {
            PhoneName.Forget(context);
            return Page.Show<PhoneConditionsRefusedPage>(context);
        }

        if (PhoneName.Of(context) is null)
        {
            PhoneName.Give(context);
        }

        // Whoever came from an e-mail goes back to it.
        return form["jeton"].ToString() is { Length: > 0 } token
            ? Page.Show<PhoneSmsPage>(context, new { Token = token })
            : Results.Redirect("/telephone/scanner");
    }

    private static IResult Scan(HttpContext context, [FromForm] string qr, Activations activations, Applicants applicants)
    {
        // Without the cookie the conditions were never accepted.
        if (PhoneName.Of(context) is not { } phone)
        {
            return Results.Redirect("/telephone/conditions");
        }

        if (qr.StartsWith(ActivationMail.QrCodePrefix, StringComparison.Ordinal))
        {
            return RequestEndpoints.ShowMail(context, qr[ActivationMail.QrCodePrefix.Length..], applicants);
        }

        return activations.Scan(qr, phone) switch
        {
            ScanResult.Accepted => Results.Redirect("/telephone/activation"),
            ScanResult.PhoneOfAnother => Page.Show<PhoneOfAnotherPage>(context),
            _ => Page.Show<PhoneCodeRefusedPage>(context),
        };
    }

    private static IResult Show(HttpContext context) => Find(context) switch
    {
        { Step: ActivationStep.Replacement } activation => ReplacementEndpoints.Ask(context, activation, Root),
        { Step: ActivationStep.Pairing } activation => Page.Show<PhoneCodePage>(context, new { Code = activation.CodeAjout }),
        { Step: ActivationStep.PairingExpired } => Page.Show<PhoneCodeExpiredPage>(context),
        { Step: ActivationStep.Password or ActivationStep.Confirmation } activation =>
            Page.Show<PhonePasswordPage>(context, new { activation.Step }),
        { Step: ActivationStep.Active } activation => Page.Show<PhoneCardPage>(context, new { activation.Owner }),
        _ => Page.Show<PhoneGivenUpPage>(context),
    };
}
