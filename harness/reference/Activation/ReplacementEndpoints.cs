using CardConformance.Reference.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CardConformance.Reference.Activation;

/// <summary>The phone's question whether an e-CPS of before is to be replaced, in both methods.</summary>
internal static class ReplacementEndpoints
{
    private const string Path = "/remplacement";

    /// <summary>Maps the answer.</summary>
    /// <param name="group">What it is part of.</param>
    /// <param name="next">Where it goes on.</param>
    /// <param name="find">Finds the activation that a request is about.</param>
    /// <param name="drop">Ends it when the e-CPS of before is kept.</param>
    internal static void Map(RouteGroupBuilder group, string next, Func<HttpContext, ECpsActivation?> find, Action<HttpContext> drop) =>
        group.MapPost(Path, (HttpContext context, [FromForm] IFormCollection form) =>
        {
            if (find(context) is { Step: ActivationStep.Replacement } activation)
            {
                if (form["choix"] != "remplacer")
                {
                    drop(context);
                    return Page.Show<PhoneKeptPage>(context);
                }

                activation.Replace();
            }

            return Results.Redirect(next);
        });

    /// <summary>Asks.</summary>
    /// <param name="context">The request.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="root">Address of the group that the answer was mapped to.</param>
    internal static RazorComponentResult<PhoneReplacementPage> Ask(HttpContext context, ECpsActivation activation, string root) =>
        Page.Show<PhoneReplacementPage>(context, new { OnThisPhone = activation.ActivePhone == activation.Phone, Action = root + Path });
}
