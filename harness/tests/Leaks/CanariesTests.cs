using CardConformance.Harness.Actors;
using CardConformance.Harness.Leaks;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Leaks;

/// <summary>What is planted is found, however it is written; what only looks like it is not.</summary>
public sealed class CanariesTests
{
    private const string Own = "A_01-a";
    private const string Other = "A_01-b";

    private readonly Canaries _canaries = new();

    public CanariesTests()
    {
        CardProfile card = CardIssuing.Zoo.Find(Role.Named("un médecin").Card).Profile;
        _canaries.Add(Own, card with { CodePorteur = "6391", CodeDeblocage = "73918264", Holder = card.Holder with { FamilyName = "KÉRBAPIÈRE" } }, new("+33639980011", "porteur.91111111@cabinet.example"));
        _canaries.Add(Other, card with { CodePorteur = "6392", CodeDeblocage = "73918265", Holder = card.Holder with { FamilyName = "VILCOUBERT" } }, new("+33639980022", "porteur.92222222@cabinet.example"));
    }

    [TestCase(Place.Page, "<p>code : 6391</p>")]
    [TestCase(Place.Page, "<input type=\"hidden\" value=\"73918264\">")]
    [TestCase(Place.Form, "pin=6391")]
    [TestCase(Place.Wallet, "/portefeuille/porteurs/1 {\"code\":\"6391\"}")]
    [TestCase(Place.Message, "{\"texte\":\"Votre code 6391\"}")]
    [TestCase(Place.Log, "VERIFY with 6391")]
    [TestCase(Place.Address, "https://localhost:8443/a?code=%36%33%39%31")]
    public void Code_is_found(Place place, string text) =>
        Assert.That(Find(place, text), Is.EqualTo("Un code de la carte est sorti de la carte et de la fenêtre où on le tape : ici."));

    [TestCase(Place.Page, "<p>16391 a6391 63912</p>")]
    [TestCase(Place.Page, "<p>le code d'un autre : 6392</p>")]
    [TestCase(Place.Address, "https://product.example:6391/a")]
    [TestCase(Place.Page, "<a href=\"https://localhost:6391/\">product.example:6391/b</a>")]
    [TestCase(Place.Log, "request 0b5f3c9e-6391-4a11-8d2e-0123456789ab ended")]
    public void What_only_looks_like_the_code_is_not_found(Place place, string text) => Assert.That(Find(place, text), Is.Null);

    [TestCase(Place.Address, "https://localhost/espace?nom=K%C3%89RBAPI%C3%88RE", "Le nom")]
    [TestCase(Place.Address, "https://localhost/espace/kerbapiere", "Le nom")]
    [TestCase(Place.Cookie, "{\"value\":\"K\\u00C9RBAPI\\u00c8RE\"}", "Le nom")]
    [TestCase(Place.Console, "bonjour Kérbapière", "Le nom")]
    [TestCase(Place.SessionStorage, "{\"qui\":\"K&#201;RBAPI&#200;RE\"}", "Le nom")]
    [TestCase(Place.Log, "login of KERBAPIERE", "Le nom")]
    [TestCase(Place.Address, "https://localhost/?m=%2B33639980011", "Le numéro de mobile")]
    [TestCase(Place.Log, "SMS to 06 39 98 00 11", "Le numéro de mobile")]
    [TestCase(Place.Cookie, "mobile=0033639980011;", "Le numéro de mobile")]
    [TestCase(Place.SessionStorage, "{\"courriel\":\"Porteur.91111111@cabinet.example\"}", "L'adresse électronique")]
    [TestCase(Place.Address, "https://localhost/?a=porteur.91111111%40cabinet.example", "L'adresse électronique")]
    public void What_is_of_the_person_is_found_where_others_read_it(Place place, string text, string what) =>
        Assert.That(Find(place, text), Is.EqualTo($"{what} de la personne est là où d'autres le lisent : ici."));

    [TestCase(Place.Page, "<h1>Bonjour docteur Kérbapière</h1> 06 39 98 00 11, porteur.91111111@cabinet.example")]
    [TestCase(Place.Form, "nom=KERBAPIERE")]
    [TestCase(Place.Wallet, "{\"nom\":\"KÉRBAPIÈRE\"}")]
    [TestCase(Place.Message, "{\"destinataire\":\"+33639980011\"}")]
    [TestCase(Place.Log, "login of KERBAPIERES, VILCOUBERT, 106399800112")]
    [TestCase(Place.Address, "https://localhost/06399800119")]
    public void What_may_stand_there_is_not_found(Place place, string text) => Assert.That(Find(place, text), Is.Null);

    [TestCase(Place.Page, "<h1>Bonjour docteur Vilcoubert</h1>", "Le nom")]
    [TestCase(Place.Page, "06.39.98.00.22", "Le numéro de mobile")]
    [TestCase(Place.Message, "{\"html\":\"porteur.92222222@cabinet.example\"}", "L'adresse électronique")]
    [TestCase(Place.Wallet, "{\"nom\":\"VILCOUBERT\"}", "Le nom")]
    public void What_is_of_somebody_else_is_a_mix_up(Place place, string text, string what) =>
        Assert.That(Find(place, text), Is.EqualTo($"{what} de la personne d'un autre scénario ({Other}) est là où il n'a rien à faire : ici."));

    [Test]
    public void Code_that_was_chosen_later_is_found_too()
    {
        _canaries.AddCode(Own, "6555");
        Assert.That(Find(Place.Console, "6555"), Is.Not.Null);
    }

    private string? Find(Place place, string text) => _canaries.FindLeak(Own, [new Output(place, "ici", text)]);
}
