using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Profiles;

public sealed class LuhnTests
{
    // RPPS numbers and the SIREN of ANS, as published, split before their last digit.
    [TestCase("9970043437", ExpectedResult = 8)]
    [TestCase("1000592929", ExpectedResult = 3)]
    [TestCase("18751275", ExpectedResult = 1)]
    public int Agrees_with_published_numbers(string digits) => Luhn.KeyOf(digits);
}
