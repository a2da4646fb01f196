using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Profiles;

public sealed class CardCatalogueTests
{
    private readonly string _folder = TestCards.NewFolder();

    public CardCatalogueTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "generations"));
        foreach (string file in new[] { "medecin.json", "generations/cps3-contact.json" })
        {
            File.Copy(TestCards.Fixture("cards/" + file), Path.Combine(_folder, file));
        }
    }

    [Test]
    public void Every_card_in_the_fixtures_can_be_read()
    {
        var catalogue = new CardCatalogue(TestCards.Fixture("cards"));
        Assert.That(catalogue.Names.Select(name => catalogue.Load(name).Description), Is.Not.Empty.And.Unique);
    }

    [Test]
    public void No_two_cards_share_a_number()
    {
        var catalogue = new CardCatalogue(TestCards.Fixture("cards"));
        CardProfile[] cards = [.. catalogue.Names.Select(catalogue.Load)];
        Assert.That(cards.Select(card => card.SerialNumber), Is.Unique, "middlewares cache files by serial number");
        Assert.That(cards.Select(card => card.CardNumber), Is.Unique);
    }

    [Test]
    public void Unknown_name_is_answered_with_the_known_ones() =>
        Assert.That(
            () => new CardCatalogue(_folder).Load("medcin"),
            Throws.InstanceOf<UnknownCardException>().With.Message.EqualTo("there is no card \"medcin\"; known cards: medecin."));

    [TestCase("\"2600000001\"", "\"260000001\"", "$.cardNumber: a text of 10 digits is expected here, found \"260000001\".", TestName = "Card_number_too_short")]
    [TestCase("\"CPS\"", "\"Carte\"", "$.kind: one of CPS, CPF, CDE, CPE, CPA is expected here, found \"Carte\".", TestName = "Unknown_kind")]
    [TestCase("\"cps3-contact\"", "\"cps5\"", "$.generation: one of cps3-contact is expected here, found \"cps5\".", TestName = "Unknown_generation")]
    [TestCase("\"years\": 3", "\"years\": 30", "$.validity.years: a whole number from 1 to 10 is expected here, found 30.", TestName = "Number_out_of_range")]
    [TestCase("\"familyName\"", "\"familyname\"", "$.holder: the member \"familyName\" is missing.", TestName = "Misspelt_member")]
    [TestCase("\"kind\": \"CPS\",", "\"kind\": \"CPS\", \"colour\": \"blue\",", "$.colour: this member is not known; known are ", TestName = "Unknown_member")]
    [TestCase("899700000013", "899700000014", "$.holder.identifiantNational: a national identifier is expected here (8 and 11 digits of RPPS, 0 and an ADELI number, or 3, 4 or 5 and structure/number), found \"899700000014\": the last digit of this RPPS would be 3.", TestName = "Wrong_key_of_RPPS")]
    [TestCase("\"profession\": {", "\"employer\": { \"identifier\": \"1760021832\", \"name\": \"X\", \"department\": \"Y (1)\" }, \"profession\": {", "$.holder: either \"profession\" or \"employer\" is expected here.", TestName = "Profession_and_employer")]
    [TestCase("\"kind\": \"CPS\"", "\"kind\": \"CPE\"", "$.holder: a CPE needs an employer: see \"kind\".", TestName = "Staff_card_of_a_professional")]
    [TestCase("\"number\": 1,", "\"number\": 17,", "$.situations[0].number: a whole number from 1 to 16 is expected here, found 17.", TestName = "Mistake_in_a_list")]
    [TestCase("\"holder\": {", "\"holder\": 5, \"h\": {", "$.holder: an object in braces is expected here, found 5.", TestName = "Number_instead_of_an_object")]
    [TestCase("\"situations\": [", "\"situations\": 5, \"h\": [", "$.situations: a list of objects in brackets is expected here, found 5.", TestName = "Number_instead_of_a_list")]
    [TestCase("{", "{{", "line 1, byte 2: ", TestName = "Not_JSON")]
    public void Mistake_in_a_card_is_named_with_its_place(string right, string wrong, string expected)
    {
        Spoil("medecin.json", right, wrong);
        Assert.That(
            () => new CardCatalogue(_folder).Load("medecin"),
            Throws.InstanceOf<FixtureException>().With.Message.StartsWith($"{_folder}/medecin.json, {expected}"));
    }

    [TestCase("\"3B AC", "\"3B AX", "$.atr: bytes in hexadecimal, for example \"3F 00\" is expected here, found \"3B AX 00", TestName = "Not_hexadecimal")]
    [TestCase("\"maxTries\": 3", "\"maxTries\": 16", "$.codes[0].maxTries: a whole number from 1 to 15 is expected here, found 16.", TestName = "Counter_that_no_status_word_can_tell")]
    [TestCase("\"reference\": \"01\"", "\"reference\": \"21\"", "$.codes[0].reference: 01 to 1F is expected here, found 21.", TestName = "Reference_that_P2_cannot_carry")]
    [TestCase("[\"T=0\"]", "[]", "$.protocols: at least one protocol is expected here.", TestName = "No_protocol")]
    [TestCase("[\"T=0\"]", "[\"T=2\"]", "$.protocols: a list of words out of T=0, T=1 is expected here, found [\"T=2\"].", TestName = "Unknown_protocol")]
    [TestCase("\"3F00/2F01\"", "\"3F00/2F01/01\"", "$.files[0].path: a file of 3F00 or 3F00/0001 is expected here", TestName = "Path_to_nowhere")]
    [TestCase("\"shortIdentifier\": \"1D\"", "\"shortIdentifier\": \"1F\"", "$.files[0].shortIdentifier: 01 to 1E is expected here.", TestName = "Short_identifier_out_of_range")]
    [TestCase("\"content\": \"updateDates\"", "\"content\": \"dates\"", "$.files[3].content: one of serialNumber, updateDates, ", TestName = "Unknown_content")]
    [TestCase("\"content\": \"updateDates\"", "\"title\": \"x\"", "$.files[3]: either \"bytes\" or \"content\" is expected here.", TestName = "File_without_content")]
    public void Mistake_in_a_generation_is_named_with_its_place(string right, string wrong, string expected)
    {
        Spoil("generations/cps3-contact.json", right, wrong);
        Assert.That(
            () => new CardCatalogue(_folder).Load("medecin"),
            Throws.InstanceOf<FixtureException>().With.Message.StartsWith($"{_folder}/generations/cps3-contact.json, {expected}"));
    }

    [Test]
    public void Message_about_a_code_does_not_show_it()
    {
        Spoil("medecin.json", "\"1234\"", "\"56789\"");
        Assert.That(
            () => new CardCatalogue(_folder).Load("medecin"),
            Throws.InstanceOf<FixtureException>().With.Message.Contains("$.codePorteur: a text of 4 digits").And.Message.Not.Contains("56789"));
    }

    [Test]
    public void Text_of_a_profile_does_not_show_its_codes() =>
        Assert.That(TestCards.Doctor.ToString(), Does.Not.Contain("1234").And.Contain("CPS3v3-2600000001"));

    private void Spoil(string file, string right, string wrong)
    {
        string path = Path.Combine(_folder, file);
        string text = File.ReadAllText(path);
        int place = text.IndexOf(right, StringComparison.Ordinal);
        Assert.That(place, Is.Not.Negative, $"{right} stands in {file}");
        File.WriteAllText(path, text[..place] + wrong + text[(place + right.Length)..]);
    }
}
