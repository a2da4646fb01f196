using CardConformance.Reference.Activation;

namespace CardConformance.Harness.Tests.Reference;

/// <summary>The rules of the ANSM guide (S091, S093), at their edges.</summary>
public sealed class PasswordRulesTests
{
    // All that begin ten digits on the ring of the keypad: paths.md, A_19, names 0123 and 7890.
    [TestCase("0123", ExpectedResult = "Ascending")]
    [TestCase("1234", ExpectedResult = "Ascending")]
    [TestCase("2345", ExpectedResult = "Ascending")]
    [TestCase("6789", ExpectedResult = "Ascending")]
    [TestCase("7890", ExpectedResult = "Ascending")]
    [TestCase("8901", ExpectedResult = "Ascending")]
    [TestCase("9012", ExpectedResult = "Ascending")]
    [TestCase("3210", ExpectedResult = "Descending")]
    [TestCase("4321", ExpectedResult = "Descending")]
    [TestCase("9876", ExpectedResult = "Descending")]
    [TestCase("0987", ExpectedResult = "Descending")]
    [TestCase("1098", ExpectedResult = "Descending")]
    [TestCase("2109", ExpectedResult = "Descending")]
    [TestCase("0000", ExpectedResult = "Identical")]
    [TestCase("1111", ExpectedResult = "Identical")]
    [TestCase("9999", ExpectedResult = "Identical")]
    [TestCase("", ExpectedResult = "FourDigits")]
    [TestCase("258", ExpectedResult = "FourDigits")]
    [TestCase("25801", ExpectedResult = "FourDigits")]
    [TestCase("12345", ExpectedResult = "FourDigits")]
    [TestCase("25a0", ExpectedResult = "FourDigits")]
    [TestCase("25 0", ExpectedResult = "FourDigits")]
    [TestCase(" 258", ExpectedResult = "FourDigits")]
    [TestCase("-258", ExpectedResult = "FourDigits")]
    [TestCase("2.58", ExpectedResult = "FourDigits")]
    [TestCase("٢٥٨٠", ExpectedResult = "FourDigits", TestName = "Digits_of_another_script")]
    public string? Refuses(string password) => PasswordRules.BrokenBy(password)?.ToString();

    [TestCase("2580", TestName = "A_column_of_the_keypad")]
    [TestCase("1235", TestName = "Ascending_but_for_the_last")]
    [TestCase("1134", TestName = "Ascending_but_for_the_second")]
    [TestCase("9875", TestName = "Descending_but_for_the_last")]
    [TestCase("1112", TestName = "Identical_but_for_the_last")]
    [TestCase("2111", TestName = "Identical_but_for_the_first")]
    [TestCase("1357", TestName = "Ascending_by_two")]
    [TestCase("8642", TestName = "Descending_by_two")]
    [TestCase("1212", TestName = "Up_and_down")]
    [TestCase("1122", TestName = "Two_pairs")]
    [TestCase("0910", TestName = "Down_and_up_over_the_ring")]
    [TestCase("1985", TestName = "A_year_of_birth_is_advised_against_only")]
    public void Accepts(string password) => Assert.That(PasswordRules.BrokenBy(password), Is.Null);

    [Test]
    public void Of_ten_thousand_passwords_thirty_are_refused() =>
        Assert.That(Enumerable.Range(0, 10_000).Count(number => PasswordRules.BrokenBy($"{number:D4}") is not null), Is.EqualTo(30));
}
