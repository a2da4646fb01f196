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
    private const string Root = "/telephone/demande";
    private const string Next = $"{Root}/suite";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder request = endpoints.MapGroup(Root).DisableAntiforgery();
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
        ReplacementEndpoints.Map(request, Next, FindActivation, context => Find(context)?.Drop());
        PasswordEndpoints.Map<PhonePasswordCreationPage>(
            request, Next, FindActivation, (context, failure) => ShowFailure(context, failure, $"{Root}/reprise", begun: true));
        request.MapPost("/recommencer", Restart);
    }

    /// <summary>What the link or the QR code of an e-mail leads to. Looking at it uses nothing up: programs that check e-mail do so too.</summary>
    internal static IResult ShowMail(HttpContext context, string jeton, Applicants applicants) =>
        applicants.ByToken(jeton) is null ? Page.Show<PhoneMailRefusedPage>(context)
        : PhoneName.Of(context) is null ? Page.Show<PhoneConditionsPage>(context, new { Token = jeton })
        : Page.Show<PhoneSmsPage>(context, new { Token = jeton });

    private static async Task<IResult> AskAsync(
        HttpContext context, [FromForm] string identifiant, Applicants applicants, RuleBook rules, VirtualTime time, Wallet wallet, Mail mail,
        MailRenderer renderer, Defects defects)
    {
        if (PhoneName.Of(context) is null)
        {
            return Results.Redirect("/telephone/conditions");
        }

        var typed = TypedIdentifier.Read(identifiant);
        if (typed.Problem is { } problem && !(problem == IdentifierProblem.WrongKey && defects.Has(Defect.IdentifierKeyUnchecked)))
        {
            return Page.Show<PhoneRequestPage>(context, new { Error = IdentifierProblemText.Of(problem), Typed = identifiant });
        }

        ActivationRule rule = defects.Has(Defect.OldestRuleHolds) ? rules.Oldest : rules.Of(identifiant);
        if (!rule.Accepts(typed.Kind))
        {
            return typed.Kind == IdentifierKind.Staff && !defects.Has(Defect.StaffToldOtherwise) ? Page.Show<PhoneInformationPage>(context) : Page.Show<PhoneOnlyWithCardPage>(context);
        }

        try
        {
            Holder? holder = await wallet.FindAsync(identifiant, context.RequestAborted);
            return rule.Judge(typed.Kind, holder, time.Of(identifiant).GetUtcNow(), defects) switch
            {
                Eligibility.Eligible => await SendMailAsync(context, applicants.Of(identifiant), holder!, mail, renderer, defects),
                Eligibility.OnlyWithCard => Page.Show<PhoneOnlyWithCardPage>(context),
                _ => Page.Show<PhoneInformationPage>(context),
            };
        }
        catch (BackEndException failure)
        {
            return ShowFailure(context, failure, Root, begun: false, ("identifiant", identifiant));
        }
    }

    private static async Task<IResult> SendMailAsync(HttpContext context, Applicant applicant, Holder holder, Mail mail, MailRenderer renderer, Defects defects)
    {
        string identifiant = holder.Professional.IdentifiantNational;
        switch (applicant.Mails.TryTake(out DateTimeOffset taken))
        {
            case SendingVerdict.TooMany:
                return Page.Show<PhoneLimitPage>(context);
            case SendingVerdict.TooSoon when !defects.Has(Defect.MailsWithoutPause):
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
        catch when (!defects.Has(Defect.FailedMailCounts))
        {
            applicant.Mails.GiveBack(taken);
            throw;
        }

        activation.NoteMail();
        return Page.Show<PhoneRequestSentPage>(context, new { Identifiant = identifiant });
    }

    private static async Task<IResult> StartAsync(HttpContext context, [FromForm] string jeton, Applicants applicants, Sms sms, Defects defects)
    {
        if (PhoneName.Of(context) is not { } phone)
        {
            return Results.Redirect("/telephone/conditions");
        }

        return applicants.Start(jeton, phone) is null
            ? Page.Show<PhoneMailRefusedPage>(context)
            : await SendCodeAsync(context, sms, defects);
    }

    private static async Task<IResult> SendCodeAsync(HttpContext context, Sms sms, Defects defects)
    {
        if (Find(context) is not { Activation: { Step: ActivationStep.SmsCode } activation } applicant)
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
            case SendingVerdict.TooSoon when !defects.Has(Defect.SmsWithoutPause):
                return ShowCode(context, "Un SMS vient d'être envoyé. Attendez une minute avant d'en demander un autre.");
        }

        string code = activation.CodeToSend();
        string text = $"Votre code d'activation e-CPS est {code}. Il est valable {CorrespondenceActivation.CodeLifetime.TotalMinutes:0} minutes.";
        try
        {
            await sms.SendAsync(activation.Holder.Mobile!, text, context.RequestAborted);
            if (defects.Has(Defect.SmsSentTwice))
            {
                await sms.SendAsync(activation.Holder.Mobile!, text, context.RequestAborted);
            }
        }
        catch (BackEndException failure)
        {
            applicant.Messages.GiveBack(taken);
            return ShowFailure(context, failure, $"{Root}/sms/nouveau", begun: false);
        }

        activation.NoteCode();
        return Results.Redirect(Next);
    }

    private static IResult Show(HttpContext context) => Find(context) switch
    {
        { Codes.IsBlocked: true, Activation.Step: ActivationStep.SmsCode } => Page.Show<PhoneBlockedPage>(context),
        { Activation.Step: ActivationStep.SmsCode } => ShowCode(context),
        { Activation: { Step: ActivationStep.Replacement } activation } => ReplacementEndpoints.Ask(context, activation, Root),
        { Activation.Step: ActivationStep.Password } => Page.Show<PhonePasswordCreationPage>(context),
        { Activation.Step: ActivationStep.Confirmation } => Page.Show<PhonePasswordCreationPage>(context, new { Confirmation = true }),
        { Activation: { Step: ActivationStep.Active } activation } => Page.Show<PhoneActivatedPage>(context, new { activation.Owner }),
        _ => Results.Redirect("/telephone"),
    };

    private static IResult EnterCode(HttpContext context, [FromForm] string code)
    {
        Applicant? applicant = Find(context);
        return applicant?.Activation?.EnterCode(code) switch
        {
            CodeResult.Wrong => ShowCode(context, $"Ce code n'est pas le bon. Il vous reste {TriesLeft(applicant)}."),
            CodeResult.OfEarlierSms => ShowCode(
                context, $"Ce code est celui d'un SMS précédent. Saisissez celui du dernier SMS. Il vous reste {TriesLeft(applicant)}."),
            CodeResult.Expired => ShowCode(context, "Ce code a expiré. Demandez un nouveau SMS."),
            _ => Results.Redirect(Next),
        };
    }

    private static IResult Restart(HttpContext context)
    {
        Find(context)?.Drop();
        return Results.Redirect(Root);
    }

    private static Applicant? Find(HttpContext context) =>
        PhoneName.Of(context) is { } phone ? context.RequestServices.GetRequiredService<Applicants>().ByPhone(phone) : null;

    private static CorrespondenceActivation? FindActivation(HttpContext context) => Find(context)?.Activation;

    private static RazorComponentResult<PhoneSmsCodePage> ShowCode(HttpContext context, string? error = null) =>
        Page.Show<PhoneSmsCodePage>(context, new { Error = error });

    private static string TriesLeft(Applicant applicant) => applicant.Codes.TriesLeft == 1 ? "1 essai" : $"{applicant.Codes.TriesLeft} essais";

    private static RazorComponentResult<PhoneServiceFailurePage> ShowFailure(
        HttpContext context, BackEndException failure, string retry, bool begun, params (string Name, string Value)[] fields) =>
        Page.ShowFailure<PhoneServiceFailurePage>(
            context, failure, new { Reference = context.TraceIdentifier, Retry = retry, Begun = begun, Fields = fields });
}
