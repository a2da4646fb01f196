using System.Text.Json.Nodes;
using CardConformance.Harness.Actors;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>The claims follow from the person, by the names of Pro Santé Connect's samples.</summary>
public sealed class ProfessionalClaimsTests
{
    [TestCase("medecin", "10", "S", "SM26")]
    [TestCase("pharmacien", "21", "", "")]
    public void Professional_has_an_exercise(string card, string profession, string kindOfSkill, string skill)
    {
        JsonNode exercise = Of(card)["SubjectRefPro"]!["exercices"]![0]!;
        Assert.That((string?)exercise["codeProfession"], Is.EqualTo(profession));
        Assert.That((string?)exercise["codeTypeSavoirFaire"], Is.EqualTo(kindOfSkill));
        Assert.That((string?)exercise["codeSavoirFaire"], Is.EqualTo(skill));
        Assert.That(exercise["activities"]!.AsArray(), Is.Not.Empty);
    }

    [Test]
    public void Staff_has_a_structure_and_no_profession()
    {
        CardProfile card = CardIssuing.Catalogue.Load("ambulancier-cpe");
        JsonObject claims = Of("ambulancier-cpe");
        Assert.That(claims["SubjectRole"]!.AsArray(), Is.Empty);
        Assert.That(claims["SubjectRefPro"]!["exercices"]!.AsArray(), Is.Empty);
        Assert.That((string?)claims["SubjectOrganization"], Is.EqualTo(card.Holder.Employer!.Name));
        Assert.That((string?)claims["otherIds"]![0]!["origine"], Is.EqualTo("STRUCTURE"));
    }

    [Test]
    public void Every_professional_has_the_same_members() =>
        Assert.That(Of("medecin-en-formation").Select(claim => claim.Key), Is.EqualTo(Of("medecin").Select(claim => claim.Key)));

    private static JsonObject Of(string card)
    {
        CardProfile profile = CardIssuing.Catalogue.Load(card);
        return ProfessionalClaims.Of(profile, DirectoryEntry.Of(profile, new("+33639980001", "porteur@cabinet.example")));
    }
}
