using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Certification;

/// <summary>Which requirements of a plan apply to a target.</summary>
/// <param name="Applicable">Ids of those that do, in the order of the file; <see langword="null"/> when all requirements there are do.</param>
/// <param name="NotApplicable">Ids of the plan's that do not, each with the target's reason.</param>
public sealed record RequirementChoice(IReadOnlyList<string>? Applicable, IReadOnlyDictionary<string, string> NotApplicable)
{
    /// <summary>Looks at each requirement of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="target">The target.</param>
    public static RequirementChoice Of(Plan plan, Target target)
    {
        ILookup<bool, (string Id, string? Reason)> requirements = plan.Requirements
            .Select(requirement => (requirement.Id, Reason: requirement.Needs is { } needs ? target.WhyNot(needs) : null))
            .ToLookup(requirement => requirement.Reason is null);
        bool all = requirements[true].Count() == Requirement.All.Count;
        return new(all ? null : [.. requirements[true].Select(requirement => requirement.Id)], requirements[false].ToDictionary(requirement => requirement.Id, requirement => requirement.Reason!));
    }

    /// <summary>An expression over tags that holds for scenarios of these requirements only; <see langword="null"/> for all scenarios.</summary>
    /// <param name="expression">What the user asked for, or <see langword="null"/>.</param>
    public string? Limit(string? expression) => (Applicable, expression) switch
    {
        (null, _) => expression,
        (_, null) => string.Join(" or ", Applicable),
        _ => $"({expression}) and ({string.Join(" or ", Applicable)})",
    };
}
