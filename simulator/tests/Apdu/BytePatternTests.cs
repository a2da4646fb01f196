using CardConformance.Simulator.Apdu;

namespace CardConformance.Simulator.Tests.Apdu;

public sealed class BytePatternTests
{
    [TestCase("00 20 ** 01", "00200001", true, TestName = "Open_byte_matches_any")]
    [TestCase("00 20 ** 01", "0020FF01", true, TestName = "Open_byte_matches_any_other")]
    [TestCase("00 20 ** 01", "00200002", false, TestName = "Other_bytes_must_be_the_same")]
    [TestCase("00 20", "002000", false, TestName = "Longer_bytes_are_no_match")]
    [TestCase("00 20 **", "0020", false, TestName = "Shorter_bytes_are_no_match")]
    [TestCase("", "", true, TestName = "Nothing_matches_nothing")]
    public void Matches(string text, string bytes, bool expected) =>
        Assert.That(Pattern(text).IsMatch(Convert.FromHexString(bytes)), Is.EqualTo(expected));

    [TestCase("00 20 **", "0020000104", true, TestName = "Begins_so")]
    [TestCase("** 88", "0C8800", true, TestName = "Begins_so_in_any_class")]
    [TestCase("00 20 **", "0020", false, TestName = "Too_short_to_begin_so")]
    [TestCase("", "", true, TestName = "Everything_begins_with_nothing")]
    public void Begins(string text, string bytes, bool expected) =>
        Assert.That(Pattern(text).IsBeginningOf(Convert.FromHexString(bytes)), Is.EqualTo(expected));

    [TestCase("0", TestName = "Half_a_byte")]
    [TestCase("00 2", TestName = "A_byte_and_a_half")]
    [TestCase("0*", TestName = "Half_an_open_byte")]
    [TestCase("GG", TestName = "No_hexadecimal")]
    [TestCase("??", TestName = "Another_sign_for_any")]
    public void Is_refused(string text) => Assert.That(BytePattern.TryParse(text, out _), Is.False);

    [Test]
    public void Text_is_that_of_traces() => Assert.That(Pattern("0020**01").ToString(), Is.EqualTo("00 20 ** 01"));

    private static BytePattern Pattern(string text)
    {
        Assert.That(BytePattern.TryParse(text, out BytePattern pattern), Is.True);
        return pattern;
    }
}
