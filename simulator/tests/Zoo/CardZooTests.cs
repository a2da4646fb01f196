using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Simulator.Tests.Zoo;

public sealed class CardZooTests
{
    private static readonly CardZoo Zoo = new(TestCards.Fixture("cards"));

    [TestCase("medecin", "2600000001", TestName = "Name_of_a_profile")]
    [TestCase("CPS de médecin", "2600000001", TestName = "Kind_and_profession")]
    [TestCase("cps de medecin", "2600000001", TestName = "Without_capitals_and_accents")]
    [TestCase("CPS de médecin, CPS4", "2600000035", TestName = "Another_generation")]
    [TestCase("CPS de médecin, CPS3 sans contact", "2600000036", TestName = "Another_interface")]
    [TestCase("CPE nominative d'ambulancier", "2600000018", TestName = "Staff")]
    public void Finds(string phrase, string cardNumber)
    {
        CardOrder order = Zoo.Find(phrase);
        Assert.That(order.Profile.CardNumber, Is.EqualTo(cardNumber));
        Assert.That(order.Conditions, Is.Empty);
    }

    [Test]
    public void Every_card_is_found_by_its_own_description()
    {
        var catalogue = new CardCatalogue(TestCards.Fixture("cards"));
        foreach (string name in catalogue.Names)
        {
            CardProfile card = catalogue.Load(name);
            Assert.That(Zoo.Find(card.Description).Profile.CardNumber, Is.EqualTo(card.CardNumber), card.Description);
        }
    }

    [Test]
    public void Expired_certificate_is_over_and_one_to_come_has_not_begun()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        CardValidity expired = Zoo.Find("CPS de médecin, certificat expiré").Profile.Validity;
        CardValidity early = Zoo.Find("CPS de médecin, certificat pas encore valable").Profile.Validity;
        Assert.That(expired.NotAfter(now), Is.LessThan(now));
        Assert.That(expired.NotBefore(now).AddYears(3), Is.EqualTo(expired.NotAfter(now)));
        Assert.That(early.NotBefore(now), Is.GreaterThan(now));
    }

    [TestCase("code porteur à deux essais", "63C2", "63CA", TestName = "Two_tries")]
    [TestCase("code porteur à un essai", "63C1", "63CA", TestName = "Last_try")]
    [TestCase("code porteur bloqué", "6983", "63CA", TestName = "Blocked_code_porteur")]
    [TestCase("code de déblocage bloqué", "63C3", "6983", TestName = "Blocked_code_de_deblocage")]
    [TestCase("code porteur bloqué, code de déblocage bloqué", "6983", "6983", TestName = "Nothing_goes_any_more")]
    public void Counters_are_as_asked_for(string conditions, string codePorteur, string codeDeblocage)
    {
        CardOrder order = Zoo.Find($"CPS de médecin, {conditions}");
        var terminal = new CardTerminal(order.Prepare(TestCards.New(order.Profile)));
        Assert.That(terminal.Send("00 20 00 01 00"), Is.EqualTo(codePorteur));
        Assert.That(terminal.Send("00 20 00 02 00"), Is.EqualTo(codeDeblocage));
    }

    [Test]
    public void Last_try_works_with_the_right_code()
    {
        CardOrder order = Zoo.Find("CPS de médecin, code porteur à un essai");
        var terminal = new CardTerminal(order.Prepare(TestCards.New(order.Profile)));
        Assert.That(terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("9000"));
        terminal.Card.Reset();
        Assert.That(terminal.Send("00 20 00 01 00"), Is.EqualTo("63C3"));
    }

    [Test]
    public void A_card_with_something_special_is_another_card_and_always_the_same_one()
    {
        CardProfile first = Zoo.Find("CPS de médecin, certificat expiré").Profile;
        CardProfile again = Zoo.Find("CPS de médecin, certificat expiré").Profile;
        CardProfile other = Zoo.Find("CPS de médecin, code porteur bloqué").Profile;
        Assert.That(again.SerialNumber, Is.EqualTo(first.SerialNumber));
        Assert.That(new[] { "97000001", other.SerialNumber }, Does.Not.Contain(first.SerialNumber));
    }

    [Test]
    public void Card_without_situation_has_none() =>
        Assert.That(Zoo.Find("CPS de médecin, sans situation d'exercice").Profile.Situations, Is.Empty);

    [TestCase("CPS de plombier", "there is no card \"CPS de plombier\"; known cards: ambulancier-cde, ", TestName = "Unknown_card")]
    [TestCase("", "there is no card \"\"; known cards: ", TestName = "Empty_phrase")]
    [TestCase("CPS de médecin, certificat périmé", "\"certificat périmé\" is not known about a card; known are: certificat expiré, certificat pas encore valable, ", TestName = "Unknown_condition")]
    [TestCase("CPS de médecin, code porteur bloqué, code porteur à un essai", "\"code porteur bloqué\" and \"code porteur à un essai\" contradict each other.", TestName = "Contradiction")]
    [TestCase("CPS de médecin, certificat expiré, certificat expiré", "\"certificat expiré\" and \"certificat expiré\" contradict each other.", TestName = "Twice_the_same")]
    public void Refuses(string phrase, string expected) =>
        Assert.That(() => Zoo.Find(phrase), Throws.InstanceOf<UnknownCardException>().With.Message.StartsWith(expected));

    [TestCase("carte Vitale", "3B75130000", TestName = "Carte_Vitale")]
    [TestCase("Carte bancaire", "3B65000020", TestName = "Bank_card")]
    public void Other_cards_refuse_every_command(string phrase, string atr)
    {
        ForeignCard card = Zoo.FindOther(phrase)!;
        Assert.That(Convert.ToHexString(card.Atr.Span), Does.StartWith(atr));
        Assert.That(card.TrySetProtocol(TransmissionProtocol.T0), Is.True);
        Assert.That(new CardTerminal(card).Send("00 A4 00 00 02 3F00"), Is.EqualTo("6E00"));
    }

    [Test]
    public void Mute_card_says_nothing()
    {
        ForeignCard card = Zoo.FindOther("carte muette")!;
        Assert.That(card.Atr.Length, Is.Zero);
        Assert.That(card.Transmit([0x00, 0xA4, 0x00, 0x00], new byte[VirtualCard.MaxResponseLength]), Is.EqualTo(ICard.Mute));
    }

    [Test]
    public void Other_cards_have_nothing_to_forget()
    {
        ForeignCard card = Zoo.FindOther("carte Vitale")!;
        card.LosePower([0x00, 0x20, 0x00, 0x01, 0x04, 0x31, 0x32, 0x33, 0x34]);
        card.PowerDown();
        card.Reset();
        Assert.That(new CardTerminal(card).Send("00 A4 00 00 02 3F00"), Is.EqualTo("6E00"));
    }

    [Test]
    public void A_professionals_card_is_no_other_card() => Assert.That(Zoo.FindOther("CPS de médecin"), Is.Null);

    [TestCase("certificat expiré depuis hier", -1)]
    [TestCase("certificat qui expire demain", 1)]
    public void Card_near_its_end_was_valid_for_three_years(string words, int daysLeft)
    {
        DateTimeOffset[] moments = [new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero), new(2028, 2, 28, 12, 0, 0, TimeSpan.Zero), new(2028, 2, 29, 12, 0, 0, TimeSpan.Zero)];
        CardValidity validity = Zoo.Find($"CPS de médecin, {words}").Profile.Validity;
        foreach (DateTimeOffset now in moments)
        {
            Assert.That(validity.NotAfter(now), Is.EqualTo(now.AddDays(daysLeft)));
            Assert.That(validity.NotBefore(now), Is.EqualTo(now.AddDays(daysLeft).AddYears(-3)));
        }
    }

    [TestCase("certificat qui n'est pas d'authentification", CertificateFlaw.NotForAuthentication)]
    [TestCase("certificat sans titulaire", CertificateFlaw.NoHolder)]
    [TestCase("certificat à l'identifiant mal formé", CertificateFlaw.MalformedIdentifier)]
    public void Card_has_the_flaw_that_was_asked_for(string words, CertificateFlaw flaw) =>
        Assert.That(Zoo.Find($"CPS de médecin, {words}").Profile.Flaw, Is.EqualTo(flaw));
}
