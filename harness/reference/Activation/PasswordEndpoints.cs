using CardConformance.Reference.BackEnds;
using CardConformance.Reference.ProSanteConnect;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.Activation;

/// <summary>The end of both methods: a password typed twice, and the wallet told.</summary>
internal static class PasswordEndpoints
{
    /// <summary>Maps them.</summary>
    /// <typeparam name="TPage">Where a password is typed; has a parameter <c>Error</c>.</typeparam>
    /// <param name="group">What they are part of.</param>
    /// <param name="next">Where it goes on.</param>
    /// <param name="find">Finds the activation that a request is about.</param>
    /// <param name="showFailure">Shows that the wallet did not confirm.</param>
    internal static void Map<TPage>(
        RouteGroupBuilder group,
        string next,
        Func<HttpContext, ECpsActivation?> find,
        Func<HttpContext, BackEndException, IResult> showFailure)
        where TPage : IComponent
    {
        group.MapPost("/mot-de-passe", (HttpContext context, [FromForm] string motDePasse, Defects defects) =>
        {
            if (PasswordRules.BrokenBy(motDePasse) is { } rule && !(rule == PasswordRule.Descending && defects.Has(Defect.DescendingPassword)))
            {
                return ShowError(context, PasswordRuleText.Of(rule));
            }

            find(context)?.TryCreatePassword(motDePasse);
            return Results.Redirect(next);
        });
        group.MapPost("/confirmation", async (HttpContext context, [FromForm] string motDePasse, Wallet wallet, ECpsRegister register) =>
            find(context) is { Step: ActivationStep.Confirmation } activation && !activation.Confirm(motDePasse)
                ? ShowError(context, "Les deux mots de passe ne sont pas identiques. Veuillez créer à nouveau votre mot de passe.")
                : await CompleteAsync(context, wallet, register));
        group.MapPost("/reprise", CompleteAsync);

        // The wallet is told here and nowhere else.
        async Task<IResult> CompleteAsync(HttpContext context, Wallet wallet, ECpsRegister register)
        {
            try
            {
                ECpsActivation? activation = find(context);
                await (activation?.TellAsync(wallet, context.RequestAborted) ?? Task.CompletedTask);
                if (activation?.Activated is { } eCps)
                {
                    register.Add(eCps);
                }

                return Results.Redirect(next);
            }
            catch (BackEndException failure)
            {
                return showFailure(context, failure);
            }
        }

        static IResult ShowError(HttpContext context, string error) => Page.Show<TPage>(context, new { Error = error });
    }
}
