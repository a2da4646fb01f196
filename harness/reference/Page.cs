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
}
