namespace CardConformance.Reference;

/// <summary>How cookies are set.</summary>
internal static class Cookies
{
    /// <summary>Out of reach for scripts, and not sent along by other sites.</summary>
    internal static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax };
}
