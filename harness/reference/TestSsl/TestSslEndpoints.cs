using System.Security.Cryptography.X509Certificates;
using CardConformance.Reference.Login;
using CardConformance.Reference.Pages;

namespace CardConformance.Reference.TestSsl;

/// <summary>Test SSL: a TLS handshake with the card, and a page that says what came of it. Nobody is logged in by it.</summary>
internal static class TestSslEndpoints
{
    /// <summary>On the port for cards: the test itself.</summary>
    internal static void MapCard(IEndpointRouteBuilder card) => card.MapGet("/test-ssl", Test);

    /// <summary>On the portal: what came of it.</summary>
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/test-ssl/reussi", (HttpContext context, string? jeton, OneTimeTickets<TestSslResult> results) =>
            results.Redeem(jeton) is { } result ? Page.Show<TestSslPage>(context, new { Result = result }) : Results.Redirect("/poste/diagnostic"));
        endpoints.MapGet("/test-ssl/echec", (HttpContext context, LoginFailure motif) =>
        {
            // For programs, which read no pages.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page.Show<TestSslFailurePage>(context, new { Failure = motif });
        });
    }

    private static IResult Test(HttpContext context, CardLogin login, OneTimeTickets<TestSslResult> results, Entrances entrances)
    {
        X509Certificate2? certificate = context.Connection.ClientCertificate;
        LoginFailure? refusal = login.Refuse(certificate, out _);

        // A card that names nobody, or in nobody's name, is no less able to sign.
        string next = refusal is null or LoginFailure.NotNominative or LoginFailure.UnreadableHolder
            ? $"/test-ssl/reussi?jeton={results.Issue(Describe(certificate!), TimeProvider.System)}"
            : $"/test-ssl/echec?motif={refusal}";
        return CardEndpoints.SendOn(context, new Uri(entrances.Portal, next), entrances);
    }

    private static TestSslResult Describe(X509Certificate2 certificate)
    {
        Professional? holder = CertificateSubject.Read(certificate.SubjectName).Holder;
        return new(
            holder is null ? certificate.SubjectName.Name : $"{holder.FullName}, {holder.Profession}",
            CertificateSubject.CommonNameOf(certificate.IssuerName) ?? certificate.IssuerName.Name,
            certificate.NotAfter.ToUniversalTime());
    }
}
