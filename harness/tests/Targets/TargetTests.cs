using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.Targets;
using CardConformance.Harness.Tests.Diagnosis;

namespace CardConformance.Harness.Tests.Targets;

/// <summary>The file of a target: what it says is taken, and everything that is wrong in it is named at once, with its place.</summary>
public sealed class TargetTests : IDisposable
{
    private const string Running =
        """
        {
          "name": "Portail", "version": "1.2", "backEndPort": 18080, "log": "portail.log",
          "addresses": { "portal": "https://localhost:8443/", "telephone": "http://localhost:8081/", "card": "https://localhost:8444/" },
          "offers": ["cardActivation", "log"],
          "lacks": {
            "activationWithoutCard": "a", "orientation": "b", "workstation": "c", "proSanteConnect": "d", "serviceRights": "e", "clock": "Pas d'horloge de test.", "rules": "f"
          },
          "words": { "COMMENCER L'ACTIVATION": "Allons-y", "Carte CPS": null },
          "screens": { "activation-terminee": { "title": "C'est fait", "texts": [] } }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-target-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Reference_is_described_as_any_other()
    {
        var reference = Target.Load(Target.ReferenceFile);
        Assert.That(reference.Lacks, Is.Empty);
        Assert.That(reference.Start, Is.Not.Null);
    }

    [Test]
    public void What_the_file_says_is_taken()
    {
        Target target = Load(Running);
        Assert.That(target.Say("COMMENCER L'ACTIVATION"), Is.EqualTo("Allons-y"));
        Assert.That(target.Say("CONTINUER"), Is.EqualTo("CONTINUER"));
        Assert.That(target.DoesWithout("Carte CPS"), Is.True);
        Assert.That(target.DoesWithout("CONTINUER"), Is.False);
        Assert.That(target.WhyNot(Capability.Clock), Is.EqualTo("Pas d'horloge de test."));
        Assert.That(target.WhyNot(Capability.CardActivation), Is.Null);
        Assert.That(target.LogFile, Is.EqualTo(Path.Combine(_folder.FullName, "portail.log")));
        Screen screen = Screen.All.Single(screen => screen.Id == "activation-terminee");
        Assert.That(target.Say(screen).Title, Is.EqualTo("C'est fait"));
        Assert.That(target.Say(screen).Texts, Is.Empty);
        Screen other = Screen.All.First(screen => screen.Id != "activation-terminee");
        Assert.That(target.Say(other), Is.SameAs(other));
    }

    [TestCase("\"name\": \"Portail\",", "", "$: the member \"name\" is missing.")]
    [TestCase("\"https://localhost:8443/\"", "\"localhost:8443\"", "$.addresses.portal: an address that begins with http:// or https:// is expected here, found \"localhost:8443\".")]
    [TestCase("\"backEndPort\": 18080,", "", "$: \"backEndPort\" is missing: a product that runs already needs to know beforehand where its back ends will be.")]
    [TestCase("\"backEndPort\": 18080,", "\"backEndPort\": 80,", "$.backEndPort: a whole number from 1024 to 65535 is expected here, found 80.")]
    [TestCase("\"log\": \"portail.log\",", "", "$: \"log\" is missing: a product that runs already writes its log into a file, or says in \"lacks\" why not.")]
    [TestCase("\"orientation\": \"b\",", "", "$: \"orientation\" has to stand in \"offers\", or in \"lacks\" with the reason; found in neither.")]
    [TestCase("\"orientation\": \"b\",", "\"orientation\": \"\",", "$.lacks.orientation: a text that is not empty is expected here, found \"\".")]
    [TestCase("[\"cardActivation\", \"log\"]", "[\"cardActivation\", \"log\", \"rules\"]", "$: \"rules\" has to stand in \"offers\", or in \"lacks\" with the reason; found in both.")]
    [TestCase("[\"cardActivation\", \"log\"]", "[\"cardActivation\", \"log\", \"lunch\"]", "$.offers: a list of words out of cardActivation")]
    [TestCase("\"clock\": \"Pas d'horloge de test.\", \"rules\": \"f\"", "\"Clock\": \"e\", \"rules\": \"f\"", "$.lacks.Clock: this member is not known")]
    [TestCase(", \"card\": \"https://localhost:8444/\"", "", "$.addresses: \"card\" is missing: \"cardActivation\" begins there.")]
    [TestCase(
        "\"log\"],\n  \"lacks\": {\n    \"activationWithoutCard\": \"a\", \"orientation\": \"b\", \"workstation\": \"c\", \"proSanteConnect\": \"d\",",
        "\"log\", \"proSanteConnect\"], \"lacks\": { \"activationWithoutCard\": \"a\", \"orientation\": \"b\", \"workstation\": \"c\",",
        "$.addresses: \"control\" is missing: \"proSanteConnect\" is offered there.")]
    [TestCase("COMMENCER L'ACTIVATION", "COMENCER L'ACTIVATION", "no button, link, field or text is called so; close to it: \"COMMENCER L'ACTIVATION\"")]
    [TestCase("\"Carte CPS\": null", "\"QR Code\": null", "$.words.QR Code: no product does without it; those with null may be \"PRO SANTÉ CONNECT\"")]
    [TestCase("\"activation-terminee\"", "\"activation-termine\"", "$.screens.activation-termine: there is no screen of this id; close to it: \"activation-terminee\"")]
    [TestCase("\"title\"", "\"titre\"", "$.screens.activation-terminee.titre: this member is not known")]
    [TestCase("\"version\"", "\"versoin\": \"2\", \"version\"", "$.versoin: this member is not known")]
    [TestCase("\"addresses\": {", "\"start\": { \"program\": \"p\", \"arguments\": [\"{walet}\"] }, \"addresses\": {", "$.start.arguments: {walet} is not known; known are \"{wallet}\"")]
    [TestCase("\"addresses\": {", "\"start\": { \"program\": \"p\", \"arguments\": [] }, \"addresses\": {", "$: either \"start\" (we start it) or \"addresses\" (it runs already) is expected here.")]
    [TestCase("{\n  \"name\"", "{\n  name", "line 2")]
    public void Mistake_is_named_with_its_place(string right, string wrong, string expected)
    {
        string json = Running.Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(json, Is.Not.EqualTo(Running));
        TargetException mistake = Assert.Throws<TargetException>(() => Load(json))!;
        Assert.That(mistake.Problems, Has.Some.StartsWith(Path.Combine(_folder.FullName, "target.json")));
        Assert.That(mistake.Message, Does.Contain(expected));
    }

    [Test]
    public void All_mistakes_are_named_at_once()
    {
        string wrong = Running
            .Replace("\"name\": \"Portail\",", "\"nom\": \"Portail\",", StringComparison.Ordinal)
            .Replace("18080", "\"18080\"", StringComparison.Ordinal)
            .Replace("\"rules\": \"f\"", "\"rule\": \"f\"", StringComparison.Ordinal)
            .Replace("\"https://localhost:8443/\"", "\"ici\"", StringComparison.Ordinal)
            .Replace("\"https://localhost:8444/\"", "\"là\"", StringComparison.Ordinal);
        Assert.That(Assert.Throws<TargetException>(() => Load(wrong))!.Problems, Has.Count.EqualTo(7));
    }

    [Test]
    public async Task Control_that_does_not_do_what_is_offered_is_a_mistake_of_the_description()
    {
        // Answers 404 as long as it has nothing to give.
        using var server = new ListServer();
        Uri control = new(server.Address, "/");
        Target described = Load(Running
            .Replace("\"card\": \"https", $"\"control\": \"{control}\", \"card\": \"https", StringComparison.Ordinal)
            .Replace("\"cardActivation\", \"log\"", "\"cardActivation\", \"log\", \"clock\"", StringComparison.Ordinal)
            .Replace("\"clock\": \"Pas d'horloge de test.\", ", "", StringComparison.Ordinal));
        await using RunningTarget target = await RunningTarget.StartAsync(described, control, CardIssuing.OpenAuthority(), _folder.FullName);
        TargetException mistake = Assert.ThrowsAsync<TargetException>(() => target.StopTimeAsync("899000000000"))!;
        Assert.That(mistake.Message, Does.Contain($"{control}temps answers 404, and what \"offers\" says needs it"));
    }

    private Target Load(string json)
    {
        string file = Path.Combine(_folder.FullName, "target.json");
        File.WriteAllText(file, json);
        return Target.Load(file);
    }
}
