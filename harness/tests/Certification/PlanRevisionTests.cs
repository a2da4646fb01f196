using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Tests.Certification;

/// <summary>What the plans demand is frozen, and nothing of it changes unseen.</summary>
public sealed class PlanRevisionTests
{
    [Test]
    public void Working_copy_demands_what_the_frozen_revision_does()
    {
        var frozen = PlanRevision.Load();
        Assert.That(
            frozen.DifferencesFrom(PlanRevision.OfWorkingCopy(frozen.Name)),
            Is.Empty,
            "what is demanded has changed: \"plans --freeze NAME\" makes a new revision");
    }

    [Test]
    public void Each_requirement_of_a_plan_has_scenarios()
    {
        var frozen = PlanRevision.Load();
        Assert.That(Plan.Whole.Requirements.Where(requirement => frozen.Requirements[requirement.Id].Scenarios == 0), Is.Empty);
        Assert.That(Plan.Base.Requirements, Is.SubsetOf(Plan.Whole.Requirements));
    }

    [Test]
    public void Change_of_a_requirement_or_of_its_scenarios_is_named()
    {
        var frozen = PlanRevision.Load();
        var changed = new Dictionary<string, FrozenRequirement>(frozen.Requirements) { ["A_01"] = frozen.Requirements["A_01"] with { Scenarios = 1 }, ["Z_01"] = new(Level.Base, 1, "") };
        changed.Remove("B_01");
        Assert.That(frozen.DifferencesFrom(frozen with { Requirements = changed }), Is.EqualTo(["A_01", "B_01", "Z_01"]));
    }
}
