namespace CardConformance.Reference.Telephone;

/// <summary>The name that the application gave a phone when the conditions were accepted on it.</summary>
internal static class PhoneName
{
    private const string Cookie = "telephone";

    /// <summary>The phone's name, or <see langword="null"/> when the conditions were never accepted.</summary>
    internal static string? Of(HttpContext context) => context.Request.Cookies[Cookie];

    /// <summary>Gives a phone a name.</summary>
    internal static void Give(HttpContext context) => context.Response.Cookies.Append(Cookie, RandomText.New(), Cookies.Options);

    /// <summary>Takes a phone's name back.</summary>
    internal static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie);
}
