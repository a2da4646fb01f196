using CardConformance.Reference.Activation;
using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Pages;
using CardConformance.Reference.Telephone;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.WithoutCard;

/// <summary>The phone application's pages for an activation without a card: request, e-mail, SMS, password.</summary>
internal static class RequestEndpoints
{
    private const string Next = "/telephone/demande/suite";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder request = endpoints.MapGroup("/telephone/demande").DisableAntiforgery();
        request.MapGet("", (HttpContext context) => PhoneName.Of(context) is null
            ? Results.Redirect("/telephone/conditions")
            : Page.Show<PhoneRequestPage>(context));
        request.MapPost("", AskAsync);
        request.MapGet("/conseils", (HttpContext context) => Page.Show<PhoneWithCardPage>(context));
        request.MapGet("/courriel/{jeton}", ShowMail);
        request.MapPost("/sms", StartAsync);
        request.MapPost("/sms/nouveau", SendCodeAsync);
        request.MapGet("/suite", Show);
        request.MapPost("/code", EnterCode);
        request.MapPost("/mot-de-passe", CreatePassword);
        request.MapPost("/confirmation", ConfirmAsync);
        request.MapPost("/reprise", CompleteAsync);
        request.MapPost("/recommencer", Restart);
    }

    /// <summary>What the link or the QR code of an e-mail leads to. Looking at it uses nothing up: programs that check e-mail do so too.</summary>
    internal static IResult ShowMail(HttpContext context, string jeton, Applicants applicants) =>
        applicants.ByToken(jeton) is null ? Page.Show<PhoneMailRefusedPage>(context)
        : PhoneName.Of(context) is null ? Page.Show<PhoneConditionsPage>(context, new { Token = jeton })
        : Page.Show<PhoneSmsPage>(context, new { Token = jeton });

    private static async Task<IResult> AskAsync(
        HttpContext context, [FromForm] string identifiant, Applicants applicants, RuleBook rules, VirtualTime time, Wallet wallet, Mail mail,
        MailRenderer renderer, ILogger<Mail> log)
    {
        if (PhoneName.Of(context) is null)
        {
            return Results.Redirect("/telephone/conditions");
        }

        var typed = TypedIdentifier.Read(identifiant);
        if (typed.Problem is { } problem)
        {
            return Page.Show<PhoneRequestPage>(context, new { Error = IdentifierProblemText.Of(problem), Typed = identifiant });
        }

        ActivationRule rule = rules.Of(identifiant);
        if (!rule.Accepts(typed.Kind))
        {
            return typed.Kind == IdentifierKind.Staff ? Page.Show<PhoneInformationPage>(context) : Page.Show<PhoneOnlyWithCardPage>(context);
        }

        try
        {
            Holder? holder = await wallet.FindAsync(identifiant, context.RequestAborted);
            return rule.Judge(typed.Kind, holder, time.Of(identifiant).GetUtcNow()) switch
            {
                Eligibility.Eligible => await SendMailAsync(context, applicants.Of(identifiant), holder!, mail, renderer),
                Eligibility.OnlyWithCard => Page.Show<PhoneOnlyWithCardPage>(context),
                _ => Page.Show<PhoneInformationPage>(context),
            };
        }
        catch (BackEndException failure)
        {
            return ShowFailure(context, failure, "/telephone/demande", log, ("identifiant", identifiant));
        }
    }

    private static async Task<IResult> SendMailAsync(HttpContext context, Applicant applicant, Holder holder, Mail mail, MailRenderer renderer)
    {
        string identifiant = holder.Professional.IdentifiantNational;
        switch (applicant.Mails.TryTake(out DateTimeOffset taken))
        {
            case SendingVerdict.TooMany:
                return Page.Show<PhoneLimitPage>(context);
            case SendingVerdict.TooSoon:
                return Page.Show<PhoneRequestSentPage>(context, new
                {
                    Identifiant = identifiant,
                    Error = "Un courriel vient d'être envoyé. Attendez une minute avant d'en demander un autre.",
                });
        }

        CorrespondenceActivation activation = applicant.Begin(holder);
        try
        {
            await mail.SendAsync(holder.Email!, MailRenderer.Subject, await renderer.RenderAsync(activation), context.RequestAborted);
        }
        catch
        {
            applicant.Mails.GiveBack(taken);
            throw;
        }

        activation.NoteMail();
        return Page.Show<PhoneRequestSentPage>(context, new { Identifiant = identifiant });
    }

    private static async Task<IResult> StartAsync(HttpContext context, [FromForm] string jeton, Applicants applicants, Sms sms, ILogger<Sms> log)
    {
        if (PhoneName.Of(context) is not { } phone)
        {
            return Results.Redirect("/telephone/conditions");
        }

        return applicants.Start(jeton, phone) is null
            ? Page.Show<PhoneMailRefusedPage>(context)
            : await SendCodeAsync(context, applicants, sms, log);
    }

    private static async Task<IResult> SendCodeAsync(HttpContext context, Applicants applicants, Sms sms, ILogger<Sms> log)
    {
        if (Find(context, applicants) is not { Activation: { Step: CorrespondenceStep.Code } activation } applicant)
        {
            return Results.Redirect(Next);
        }

        if (applicant.Codes.IsBlocked)
        {
            return Page.Show<PhoneBlockedPage>(context);
        }

        switch (applicant.Messages.TryTake(out DateTimeOffset taken))
        {
            case SendingVerdict.TooMany:
                return Page.Show<PhoneLimitPage>(context);
            case SendingVerdict.TooSoon:
                return ShowCode(context, "Un SMS vient d'être envoyé. Attendez une minute avant d'en demander un autre.");
        }

        string code = activation.CodeToSend();
        try
        {
            await sms.SendAsync(
                activation.Holder.Mobile!,
                $"Votre code d'activation e-CPS est {code}. Il est valable {CorrespondenceActivation.CodeLifetime.TotalMinutes:0} minutes.",
                context.RequestAborted);
        }
        catch (BackEndException failure)
        {
            applicant.Messages.GiveBack(taken);
            return ShowFailure(context, failure, "/telephone/demande/sms/nouveau", log);
        }

        activation.NoteCode();
        return Results.Redirect(Next);
    }

    private static IResult Show(HttpContext context, Applicants applicants) => Find(context, applicants) switch
    {
        { Codes.IsBlocked: true, Activation.Step: CorrespondenceStep.Code } => Page.Show<PhoneBlockedPage>(context),
        { Activation.Step: CorrespondenceStep.Code } => ShowCode(context),
        { Activation.Step: CorrespondenceStep.Password } => Page.Show<PhonePasswordCreationPage>(context),
        { Activation.Step: CorrespondenceStep.Confirmation } => Page.Show<PhonePasswordCreationPage>(context, new { Confirmation = true }),
        { Activation: { Step: CorrespondenceStep.Active } activation } =>
            Page.Show<PhoneActivatedPage>(context, new { Owner = activation.Holder.Professional }),
        _ => Results.Redirect("/telephone"),
    };

    private static IResult EnterCode(HttpContext context, [FromForm] string code, Applicants applicants)
    {
        Applicant? applicant = Find(context, applicants);
        return applicant?.Activation?.EnterCode(code) switch
        {
            CodeResult.Wrong => ShowCode(context, $"Ce code n'est pas le bon. Il vous reste {TriesLeft(applicant)}."),
            CodeResult.OfEarlierSms => ShowCode(
                context, $"Ce code est celui d'un SMS précédent. Saisissez celui du dernier SMS. Il vous reste {TriesLeft(applicant)}."),
            CodeResult.Expired => ShowCode(context, "Ce code a expiré. Demandez un nouveau SMS."),
            _ => Results.Redirect(Next),
        };
    }

    private static IResult CreatePassword(HttpContext context, [FromForm] string motDePasse, Applicants applicants)
    {
        if (PasswordRules.BrokenBy(motDePasse) is { } rule)
        {
            return Page.Show<PhonePasswordCreationPage>(context, new { Error = PasswordRuleText.Of(rule) });
        }

        Find(context, applicants)?.Activation?.TryCreatePassword(motDePasse);
        return Results.Redirect(Next);
    }

    private static async Task<IResult> ConfirmAsync(
        HttpContext context, [FromForm] string motDePasse, Applicants applicants, Wallet wallet, ILogger<Wallet> log)
    {
        CorrespondenceActivation? activation = Find(context, applicants)?.Activation;
        if (activation is { Step: CorrespondenceStep.Confirmation } && !activation.Confirm(motDePasse))
        {
            return Page.Show<PhonePasswordCreationPage>(context, new
            {
                Error = "Les deux mots de passe ne sont pas identiques. Veuillez créer à nouveau votre mot de passe.",
            });
        }

        return await CompleteAsync(context, applicants, wallet, log);
    }

    // The wallet is told here and nowhere else. When it fails, the confirmed password stays, and only this is tried again.
    private static async Task<IResult> CompleteAsync(HttpContext context, Applicants applicants, Wallet wallet, ILogger<Wallet> log)
    {
        if (Find(context, applicants)?.Activation is not { Confirmed: true, Phone: { } phone } activation)
        {
            return Results.Redirect(Next);
        }

        await activation.Telling.WaitAsync(context.RequestAborted);
        try
        {
            if (activation.Step == CorrespondenceStep.Confirmation)
            {
                await wallet.ActivateAsync(new(activation.Id, activation.Holder.Professional, "coordonnees", phone));
                activation.Complete();
            }

            return Results.Redirect(Next);
        }
        catch (BackEndException failure)
        {
            return ShowFailure(context, failure, "/telephone/demande/reprise", log);
        }
        finally
        {
            activation.Telling.Release();
        }
    }

    private static IResult Restart(HttpContext context, Applicants applicants)
    {
        Find(context, applicants)?.Drop();
        return Results.Redirect("/telephone/demande");
    }

    private static Applicant? Find(HttpContext context, Applicants applicants) =>
        PhoneName.Of(context) is { } phone ? applicants.ByPhone(phone) : null;

    private static RazorComponentResult<PhoneSmsCodePage> ShowCode(HttpContext context, string? error = null) =>
        Page.Show<PhoneSmsCodePage>(context, new { Error = error });

    private static string TriesLeft(Applicant applicant) => applicant.Codes.TriesLeft == 1 ? "1 essai" : $"{applicant.Codes.TriesLeft} essais";

    private static RazorComponentResult<PhoneServiceFailurePage> ShowFailure(
        HttpContext context, BackEndException failure, string retry, ILogger log, params (string Name, string Value)[] fields)
    {
        string reference = context.TraceIdentifier;
        Log.BackEndFailed(log, reference, failure.Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page.Show<PhoneServiceFailurePage>(context, new { Reference = reference, Retry = retry, Fields = fields });
    }
}
