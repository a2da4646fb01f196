using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Tests.Certification;

public sealed class XmlTextTests
{
    [TestCase("un\tdeux\ntrois", "un\tdeux\ntrois", TestName = "White_space_stays")]
    [TestCase("« Clé 🔑 »", "« Clé 🔑 »", TestName = "Characters_outside_the_basic_plane_stay")]
    [TestCase("\u001b[31mfaux\u001b[39m", "faux", TestName = "Colours_of_a_terminal_go")]
    [TestCase("\u001b[1;31mfaux\u001b[0m [2]", "faux [2]", TestName = "Brackets_that_are_not_colours_stay")]
    [TestCase("a\0b\u0008c\uFFFEd", "abcd", TestName = "Characters_that_XML_cannot_hold_go")]
    public void Cleaned(string text, string expected) => Assert.That(XmlText.Clean(text), Is.EqualTo(expected));

    [Test]
    public void Half_a_character_goes() => Assert.That(XmlText.Clean("a\ud83db"), Is.EqualTo("ab"));
}
