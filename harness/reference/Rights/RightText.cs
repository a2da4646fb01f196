namespace CardConformance.Reference.Rights;

/// <summary>What the screen of a right is called. An assumption is never called by the name of a fact.</summary>
internal sealed record RightText(string Screen, string Title)
{
    /// <summary>The words for a right.</summary>
    /// <param name="right">The right.</param>
    internal static RightText Of(Right right) => right switch
    {
        { Assumption.LetsIn: true } => new("service-acces-suppose", "Accès supposé"),
        { Assumption: not null } => new("service-acces-non-etabli", "Accès non établi"),
        { Mark: Right.Yes } => new("service-acces", "Accès"),
        { Mark: Right.Conditional } => new("service-acces-conditions", "Accès avec conditions"),
        _ => new("service-pas-d-acces", "Pas d'accès"),
    };
}
