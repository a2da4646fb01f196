using CardConformance.Reference.BackEnds;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CardConformance.Reference;

/// <summary>Answers with a page.</summary>
internal static class Page
{
    /// <summary>A page, not to be kept by browsers: what it shows changes with each step.</summary>
    /// <typeparam name="T">The page.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="parameters">Its parameters.</param>
    internal static RazorComponentResult<T> Show<T>(HttpContext context, object? parameters = null)
        where T : IComponent
    {
        context.Response.Headers.CacheControl = "no-store";
        return new(parameters ?? new { });
    }

    /// <summary>A page that says that a back end failed. How it did is in the log, under the request's own identifier.</summary>
    /// <typeparam name="T">The page.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="parameters">The page's parameters.</param>
    internal static RazorComponentResult<T> ShowFailure<T>(HttpContext context, BackEndException failure, object parameters)
        where T : IComponent
    {
        Log.BackEndFailed(context.RequestServices.GetRequiredService<ILogger<T>>(), context.TraceIdentifier, failure.Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Show<T>(context, parameters);
    }
}
