using CardConformance.Harness.Cli;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Tests.Features;

/// <summary>What <c>--tags</c> means, and what is said of mistakes in it.</summary>
public sealed class TagExpressionTests
{
    private static readonly string[] Known = ["A_01", "A_05", "B_01", "B_02", "lent"];

    [TestCase("A_05", "A_05")]
    [TestCase("@A_05", "A_05")]
    [TestCase("B_*", "B_01|B_02|B_01,lent")]
    [TestCase("A_05 or B_*", "A_05|B_01|B_02|B_01,lent")]
    [TestCase("B_* and lent", "B_01,lent")]
    [TestCase("B_* and not lent", "B_01|B_02")]
    [TestCase("not B_*", "A_01|A_05")]
    [TestCase("not not A_05", "A_05")]
    [TestCase("A_01 or B_01 and lent", "A_01|B_01,lent")]
    [TestCase("(A_01 or B_01) and lent", "B_01,lent")]
    [TestCase("not (A_* or lent)", "B_01|B_02")]
    public void Chosen(string expression, string chosen)
    {
        string[][] scenarios = [["A_01"], ["A_05"], ["B_01"], ["B_02"], ["B_01", "lent"]];
        var wanted = TagExpression.Parse(expression, Known);
        Assert.That(scenarios.Where(wanted.IsMatch).Select(tags => string.Join(',', tags)), Is.EqualTo(chosen.Split('|')));
    }

    [TestCase("A_05", "(TestCategory=A_05)")]
    [TestCase("B_* and not lent", "((TestCategory=B_01|TestCategory=B_02)&(TestCategory!=lent))")]
    [TestCase("not (A_05 or B_*)", "((TestCategory!=A_05)&(TestCategory!=B_01&TestCategory!=B_02))")]
    [TestCase("not (A_05 and lent)", "((TestCategory!=A_05)|(TestCategory!=lent))")]
    public void Filter_of_the_runner(string expression, string filter) => Assert.That(TagExpression.Parse(expression, Known).ToFilter(), Is.EqualTo(filter));

    [TestCase("", "a tag is expected at the beginning, for example \"A_05 or B_* and not (A_07 or A_08)\".")]
    [TestCase("or A_05", "a tag is expected at the beginning, found \"or\", for example")]
    [TestCase("A_05 or", "a tag is expected after \"or\", for example")]
    [TestCase("A_05 and or B_01", "a tag is expected after \"and\", found \"or\", for example")]
    [TestCase("not", "a tag is expected after \"not\", for example")]
    [TestCase("A_05 B_01", "\"and\" or \"or\" is missing between \"A_05\" and \"B_01\".")]
    [TestCase("(A_05 or B_01", "a \")\" is missing at the end.")]
    [TestCase("(A_05 B_01)", "\"and\", \"or\" or \")\" is expected before \"B_01\".")]
    [TestCase("A_05)", "this \")\" closes nothing.")]
    [TestCase("()", "a tag is expected after \"(\", found \")\", for example")]
    [TestCase("A_99", "no scenario is tagged A_99; tags there are: A_01, A_05, B_01, B_02, lent.")]
    [TestCase("A_05|B_01", "no scenario is tagged A_05|B_01; tags there are")]
    [TestCase("a_05", "no scenario is tagged a_05; tags there are")]
    public void Mistake(string expression, string problem) => Assert.That(
        () => TagExpression.Parse(expression, Known),
        Throws.InstanceOf<UserException>().With.Message.StartsWith($"--tags \"{expression}\": {problem}"));
}
