using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Profiles;

public sealed class NationalIdentifierTests
{
    // Identifiers of ANS's public test data.
    [TestCase("899700434378", TestName = "RPPS", ExpectedResult = null)]
    [TestCase("810002813839", TestName = "RPPS_that_is_no_test_number", ExpectedResult = null)]
    [TestCase("0012807590", TestName = "ADELI", ExpectedResult = null)]
    [TestCase("000B7010446", TestName = "ADELI_of_ten_characters", ExpectedResult = "an ADELI number has 9 characters")]
    [TestCase("00B7010446", TestName = "Test_ADELI_with_a_letter", ExpectedResult = null)]
    [TestCase("3760021832/000000018", TestName = "Staff_by_FINESS", ExpectedResult = null)]
    [TestCase("518751275100020/000000152", TestName = "Staff_by_SIRET", ExpectedResult = null)]
    [TestCase("899700434379", TestName = "RPPS_with_a_wrong_key", ExpectedResult = "the last digit of this RPPS would be 8")]
    [TestCase("812345678901", TestName = "RPPS_of_the_guides_example", ExpectedResult = "the last digit of this RPPS would be 3")]
    [TestCase("8997004343", TestName = "RPPS_too_short", ExpectedResult = "RPPS has 11 digits")]
    [TestCase("89970043437A", TestName = "RPPS_with_a_letter", ExpectedResult = "RPPS has 11 digits")]
    [TestCase("3760021832", TestName = "Staff_without_number", ExpectedResult = "a slash and the number in the structure's register are missing")]
    [TestCase("3760021832/", TestName = "Staff_with_nothing_behind_the_slash", ExpectedResult = "a slash and the number in the structure's register are missing")]
    [TestCase("3760021833/1", TestName = "Staff_of_a_wrong_FINESS", ExpectedResult = "the last digit of this FINESS would be 2")]
    [TestCase("7", TestName = "Unknown_type", ExpectedResult = "its first digit is none of 0, 3, 4, 5, 8")]
    public string? Person(string identifier) => NationalIdentifier.ProblemOf(identifier);

    [TestCase("1760021832", TestName = "FINESS", ExpectedResult = null)]
    [TestCase("2187512751", TestName = "SIREN", ExpectedResult = null)]
    [TestCase("318751275100020", TestName = "SIRET", ExpectedResult = null)]
    [TestCase("499700237045007", TestName = "Practice_by_RPPS_and_rank", ExpectedResult = null)]
    [TestCase("499700237045", TestName = "Practice_without_rank", ExpectedResult = "a practice is 11 digits of RPPS and 3 of rank")]
    [TestCase("318751275100021", TestName = "SIRET_with_a_wrong_key", ExpectedResult = "the last digit of this SIRET would be 0")]
    [TestCase("9", TestName = "Unknown_type_of_structure", ExpectedResult = "its first digit is none of 0, 1, 2, 3, 4")]
    public string? Structure(string identifier) => NationalIdentifier.ProblemOfStructure(identifier);
}
