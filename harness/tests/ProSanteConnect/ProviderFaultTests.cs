using CardConformance.Harness.Features;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>C_06 has a scenario for each thing that Pro Santé Connect's stand-in can do wrong.</summary>
public sealed class ProviderFaultTests
{
    [Test]
    public void Each_misbehaviour_has_words() =>
        Assert.That(ProviderFault.All.Select(fault => fault.Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<Misbehaviour>()));

    [Test]
    public void Each_is_in_a_feature_that_any_service_can_be_tested_by()
    {
        string[] steps =
        [
            .. from file in FeatureFiles.All()
               where ScenarioTags.In(file.Text).All(tags => tags.Contains("service") && !tags.Contains("C_05"))
               from step in FeatureStep.In(file.Text)
               select step.Text,
        ];
        Assert.That(ProviderFault.All.Select(fault => $"Pro Santé Connect se trompe : {fault.Words}"), Is.SubsetOf(steps));
    }

    [Test]
    public void Unknown_one_is_answered_with_the_known_ones() =>
        Assert.That(() => ProviderFault.Named("jeton perdu"), Throws.ArgumentException.With.Message.Contains("« jeton perdu » ; il sait : « réponse avec un autre state », "));
}
