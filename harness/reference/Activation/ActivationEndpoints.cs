using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Login;
using CardConformance.Reference.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace CardConformance.Reference.Activation;

/// <summary>The portal's side of an activation with the card.</summary>
internal static class ActivationEndpoints
{
    private const int PixelsPerModule = 8;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder activation = endpoints.MapGroup("/activation").AddEndpointFilter(RequireSession).DisableAntiforgery();
        activation.MapPost("", BeginAsync);
        activation.MapGet("", Show);
        activation.MapGet("/qr.png", ShowQrCode);
        activation.MapGet("/evenements", (HttpContext context, ActivationStep etape, Activations activations) =>
            ActivationEvents.Until(() => activations.Of(Professional(context)), etape, context.RequestAborted));
        activation.MapPost("/code-ajout", EnterCode);
        PasswordEndpoints.Map<PasswordPage>(activation, "/activation", Find, (context, failure) => ShowFailure(context, failure, begun: true));
    }

    private static Professional Professional(HttpContext context) => (Professional)context.Items[typeof(Professional)]!;

    private static CardActivation? Find(HttpContext context) => context.RequestServices.GetRequiredService<Activations>().Of(Professional(context));

    private static async ValueTask<object?> RequireSession(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        HttpContext context = invocation.HttpContext;
        if (context.RequestServices.GetRequiredService<Sessions>().Find(context) is not { } professional)
        {
            return Results.Redirect("/");
        }

        context.Items[typeof(Professional)] = professional;
        return await next(invocation);
    }

    private static async Task<IResult> BeginAsync(HttpContext context, Activations activations, Wallet wallet)
    {
        Professional professional = Professional(context);
        try
        {
            if (await wallet.FindAsync(professional.IdentifiantNational, context.RequestAborted) is not { } holder)
            {
                return Page.Show<UnknownHolderPage>(context);
            }

            activations.Begin(professional, holder.ECps?.Telephone);
            return Results.Redirect("/activation");
        }
        catch (BackEndException failure)
        {
            return ShowFailure(context, failure, begun: false);
        }
    }

    private static IResult Show(HttpContext context, Activations activations) =>
        activations.Of(Professional(context))?.Step switch
        {
            ActivationStep.QrCode => Page.Show<QrCodePage>(context),
            ActivationStep.QrCodeExpired => Page.Show<QrCodeExpiredPage>(context),
            ActivationStep.Replacement => Page.Show<ReplacementPage>(context),
            ActivationStep.Pairing => Page.Show<PairingPage>(context),
            ActivationStep.PairingExpired => Page.Show<CodeExpiredPage>(context),
            ActivationStep.Password => Page.Show<PasswordPage>(context),
            ActivationStep.Confirmation => Page.Show<PasswordPage>(context, new { Confirmation = true }),
            ActivationStep.Active => Page.Show<ActivePage>(context),
            _ => Results.Redirect("/espace"),
        };

    private static IResult ShowQrCode(HttpContext context, Activations activations)
    {
        if (activations.Of(Professional(context)) is not { Step: ActivationStep.QrCode } activation)
        {
            return Results.NotFound();
        }

        using QRCodeData data = QRCodeGenerator.GenerateQrCode(activation.QrCode, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(picture.GetGraphic(PixelsPerModule), "image/png");
    }

    private static IResult EnterCode(HttpContext context, [FromForm] IFormCollection form, Activations activations)
    {
        string code = string.Concat(Enumerable.Range(1, 6).Select(i => form[$"c{i}"].ToString()));
        switch (activations.Of(Professional(context))?.EnterCode(code))
        {
            case PairingResult.Malformed:
                return Page.Show<PairingPage>(context, new
                {
                    Error = "Un code d'ajout se compose d'une lettre suivie de cinq chiffres. Veuillez le saisir à nouveau.",
                });
            case PairingResult.Wrong:
                return Page.Show<PairingPage>(context, new
                {
                    Error = "Le code d'ajout saisi n'est pas celui affiché sur votre téléphone. Veuillez le saisir à nouveau.",
                });
            case PairingResult.TooManyWrong:
                activations.Drop(Professional(context));
                return Page.Show<TooManyCodesPage>(context);
            case PairingResult.AlreadyUsed:
                return activations.Of(Professional(context)) is { Step: ActivationStep.Password or ActivationStep.Confirmation } paired
                    ? Page.Show<PasswordPage>(context, new
                    {
                        Confirmation = paired.Step == ActivationStep.Confirmation,
                        Error = "Ce code d'ajout est à usage unique et a déjà servi. Votre activation continue ici.",
                    })
                    : Results.Redirect("/activation");
            default:
                return Results.Redirect("/activation");
        }
    }

    private static RazorComponentResult<ServiceFailurePage> ShowFailure(HttpContext context, BackEndException failure, bool begun) =>
        Page.ShowFailure<ServiceFailurePage>(context, failure, new { Reference = context.TraceIdentifier, Begun = begun });
}
