using TechTalk.SpecFlow.Bindings;

namespace CardConformance.Features.Hooks;

/// <summary>What SpecFlow keeps of a step's keyword, in French: whether it gives, does or checks.</summary>
internal static class StepKeyword
{
    internal static string InFrench(StepInfo step) => step.StepDefinitionType switch
    {
        StepDefinitionType.Given => "Étant donné",
        StepDefinitionType.When => "Quand",
        _ => "Alors",
    };
}
