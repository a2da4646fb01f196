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
        activation.MapPost("/mot-de-passe", CreatePassword);
        activation.MapPost("/confirmation", ConfirmAsync);
        activation.MapPost("/reprise", CompleteAsync);
    }

    private static Professional Professional(HttpContext context) => (Professional)context.Items[typeof(Professional)]!;

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

    private static async Task<IResult> BeginAsync(HttpContext context, Activations activations, Wallet wallet, ILogger<Wallet> log)
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
            return ShowFailure(context, failure, begun: false, log);
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

    private static IResult CreatePassword(HttpContext context, [FromForm] string motDePasse, Activations activations)
    {
        if (PasswordRules.BrokenBy(motDePasse) is { } rule)
        {
            return Page.Show<PasswordPage>(context, new { Error = PasswordRuleText.Of(rule) });
        }

        activations.Of(Professional(context))?.TryCreatePassword(motDePasse);
        return Results.Redirect("/activation");
    }

    private static async Task<IResult> ConfirmAsync(
        HttpContext context, [FromForm] string motDePasse, Activations activations, Wallet wallet, ILogger<Wallet> log)
    {
        CardActivation? activation = activations.Of(Professional(context));
        if (activation is { Step: ActivationStep.Confirmation } && !activation.Confirm(motDePasse))
        {
            return Page.Show<PasswordPage>(context, new
            {
                Error = "Les deux mots de passe ne sont pas identiques. Veuillez créer à nouveau votre mot de passe.",
            });
        }

        return await CompleteAsync(context, activations, wallet, log);
    }

    // The wallet is told here and nowhere else. When it fails, the confirmed password stays, and only this is tried again.
    private static async Task<IResult> CompleteAsync(HttpContext context, Activations activations, Wallet wallet, ILogger<Wallet> log)
    {
        if (activations.Of(Professional(context)) is not { Confirmed: true, Phone: { } phone } activation)
        {
            return Results.Redirect("/activation");
        }

        // Somebody who presses twice must not be faster than the wallet.
        await activation.Telling.WaitAsync(context.RequestAborted);
        try
        {
            if (activation.Step == ActivationStep.Confirmation)
            {
                await wallet.ActivateAsync(new(activation.Id, activation.Owner, "carte", phone, activation.ActivePhone));
                activation.Complete();
            }

            return Results.Redirect("/activation");
        }
        catch (BackEndException failure)
        {
            return ShowFailure(context, failure, begun: true, log);
        }
        finally
        {
            activation.Telling.Release();
        }
    }

    private static RazorComponentResult<ServiceFailurePage> ShowFailure(HttpContext context, BackEndException failure, bool begun, ILogger log)
    {
        string reference = context.TraceIdentifier;
        Log.BackEndFailed(log, reference, failure.Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page.Show<ServiceFailurePage>(context, new { Reference = reference, Begun = begun });
    }
}
