using CardConformance.Reference.WithoutCard;

namespace CardConformance.Harness.Tests.Reference.WithoutCard;

/// <summary>National identifiers as people type them: what is accepted, and what is said of the others.</summary>
public sealed class TypedIdentifierTests
{
    // Numbers of ANS's public examples and test range.
    [TestCase("899700434378", nameof(IdentifierKind.RPPS))]
    [TestCase("899700000013", nameof(IdentifierKind.RPPS))]
    [TestCase("0123456789", nameof(IdentifierKind.ADELI))]
    [TestCase("00B7010446", nameof(IdentifierKind.ADELI))]
    [TestCase("518751275100020/000000152", nameof(IdentifierKind.Staff))]
    [TestCase("3760021832/000000018", nameof(IdentifierKind.Staff))]
    [TestCase("500000000029751/CPAT0001", nameof(IdentifierKind.Staff))]
    public void Accepted(string text, string kind)
    {
        var typed = TypedIdentifier.Read(text);
        Assert.That(typed.Problem, Is.Null);
        Assert.That(typed.Kind.ToString(), Is.EqualTo(kind));
    }

    [TestCase("", nameof(IdentifierProblem.Empty))]
    [TestCase("8", nameof(IdentifierProblem.TooShort))]
    [TestCase("89970043437", nameof(IdentifierProblem.TooShort))]
    [TestCase("8997004343780", nameof(IdentifierProblem.TooLong))]
    [TestCase("899700434377", nameof(IdentifierProblem.WrongKey))]
    [TestCase("899700434379", nameof(IdentifierProblem.WrongKey))]
    [TestCase("899700344378", nameof(IdentifierProblem.WrongKey), Description = "two digits changed places")]
    [TestCase("812345678901", nameof(IdentifierProblem.WrongKey), Description = "the guide's example has no right key")]
    [TestCase("012345678", nameof(IdentifierProblem.TooShort))]
    [TestCase("01234567890", nameof(IdentifierProblem.TooLong))]
    [TestCase("99700434378", nameof(IdentifierProblem.WrongPrefix))]
    [TestCase("799700434378", nameof(IdentifierProblem.WrongPrefix))]
    [TestCase("518751275100020", nameof(IdentifierProblem.WrongPrefix), Description = "staff without the number")]
    [TestCase("518751275100020/", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase("51875127510002/000000152", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase("/", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase(" ", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase("899700434378 ", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase("8 99700434378", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase("8997A0434378", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase("８９９７００４３４３７８", nameof(IdentifierProblem.WrongCharacter), Description = "full-width digits")]
    [TestCase("٨٩٩٧٠٠٤٣٤٣٧٨", nameof(IdentifierProblem.WrongCharacter), Description = "digits of another script")]
    [TestCase("899700434378'--", nameof(IdentifierProblem.WrongCharacter))]
    [TestCase("<b>899700434378", nameof(IdentifierProblem.WrongCharacter))]
    public void Refused(string text, string problem) => Assert.That(TypedIdentifier.Read(text).Problem?.ToString(), Is.EqualTo(problem));

    [Test]
    public void Each_problem_has_a_text_of_its_own() =>
        Assert.That(Enum.GetValues<IdentifierProblem>().Select(IdentifierProblemText.Of), Is.Unique);
}
