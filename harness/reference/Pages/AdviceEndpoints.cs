namespace CardConformance.Reference.Pages;

/// <summary>Advice for whoever cannot log in with the card. Nobody needs to be logged in for it.</summary>
internal static class AdviceEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder advice = endpoints.MapGroup("/assistance");
        advice.MapGet("/carte-bloquee", IResult (HttpContext context, Defects defects) =>
            defects.Has(Defect.BlockedCardWrongAdvice) ? Page.Show<ReaderAdvicePage>(context) : Page.Show<BlockedCardAdvicePage>(context));
        advice.MapGet("/lecteur", (HttpContext context) => Page.Show<ReaderAdvicePage>(context));
        advice.MapGet("/atsam", (HttpContext context) => Page.Show<AtsamAdvicePage>(context));
    }
}
