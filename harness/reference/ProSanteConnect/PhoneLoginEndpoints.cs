using System.Runtime.CompilerServices;
using CardConformance.Reference.Pages;
using CardConformance.Reference.Telephone;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>The phone's side of a login with the e-CPS: what is asked, and the answer.</summary>
internal static class PhoneLoginEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder phone = endpoints.MapGroup("/telephone/connexion").DisableAntiforgery();
        phone.MapGet("", (HttpContext context, PhoneRequests requests) => Show(context, requests.On(PhoneName.Of(context))));
        phone.MapPost("", Answer);
        phone.MapPost("/confirmation", (HttpContext context, PhoneRequests requests) =>
        {
            PhoneRequest? request = requests.On(PhoneName.Of(context));
            request?.Confirm();
            return Show(context, request);
        });
        phone.MapGet("/demandes", (HttpContext context, PhoneRequests requests) =>
            TypedResults.ServerSentEvents(UntilAsked(requests, PhoneName.Of(context), context.RequestAborted), eventType: "demande"));
    }

    private static IResult Answer(
        HttpContext context, [FromForm] string? motDePasse, [FromForm] string? code, [FromForm] string? refus, PhoneRequests requests)
    {
        PhoneRequest? request = requests.On(PhoneName.Of(context));
        if (request is null || refus is not null)
        {
            request?.Refuse();
            return Show(context, request);
        }

        return request.Answer(motDePasse ?? "", code ?? "") == PhoneOutcome.Pending && !request.AwaitsConfirmation
            ? Show(context, request, $"Mot de passe incorrect. Il vous reste {request.PasswordsLeft} essai{(request.PasswordsLeft > 1 ? "s" : "")}.")
            : Show(context, request);
    }

    private static IResult Show(HttpContext context, PhoneRequest? request, string? error = null) => request?.Outcome switch
    {
        PhoneOutcome.Pending when request.AwaitsConfirmation => Page.Show<PhoneConfirmationPage>(context, new { request.Service }),
        PhoneOutcome.Pending => Page.Show<PhoneLoginPage>(context, new { request.Service, request.Choices, Error = error }),
        PhoneOutcome.Approved => Page.Show<PhoneLoginEndPage>(context, new { Text = PhoneLoginEndText.Approved }),
        PhoneOutcome.Refused or PhoneOutcome.WrongCode or PhoneOutcome.WrongPassword =>
            Page.Show<PhoneLoginEndPage>(context, new { Text = PhoneLoginEndText.Refused }),
        _ => Page.Show<PhoneLoginEndPage>(context, new { Text = PhoneLoginEndText.Nothing }),
    };

    private static async IAsyncEnumerable<string> UntilAsked(
        PhoneRequests requests, string? phone, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (phone is not null)
        {
            await requests.WaitUntilAskedAsync(phone, cancellation);
            yield return nameof(PhoneOutcome.Pending);
        }
    }
}
