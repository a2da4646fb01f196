using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class ResultsTableTests
{
    [Test]
    public void Console_has_a_heading_for_each_question_and_a_line_for_each_figure() =>
        Assert.That(
            ResultsTable.ForConsole([Answer("in-process", Figures.Time, Figures.Bytes), Answer("vpcd") with { Wrong = "6700" }]),
            Is.EqualTo(
                """
                  what               goal     measured       ratio  reached

                in-process: How fast is in-process?
                  VERIFY             ≤ 50 ns  60 ns ± 5 %    –      missed by 20 %
                    The right code.
                  VERIFY: allocated  0 bytes  0 bytes ± 0 %  –      yes

                vpcd: How fast is vpcd?
                  answered wrongly: 6700

                1 of 2 goals reached.

                """));

    [Test]
    public void A_bar_in_a_name_does_not_break_the_table() =>
        Assert.That(ResultsTable.ForMarkdown([Figures.Time with { What = "a|b" }]), Does.Contain("| a\\|b |"));

    private static Answer Answer(string name, params Figure[] figures) => new(new ScriptedMeasurement(name, () => figures), figures, TimeSpan.Zero);
}
