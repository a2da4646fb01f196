using CardConformance.Harness.Cli;
using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class LimitsTests : IDisposable
{
    private static readonly Revision Committed = new("c0ffee", IsDirty: false);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-limits-");

    private string FilePath => Path.Combine(_folder.FullName, Limits.FileName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Without_a_file_nothing_is_known() => Assert.That(Limits.Load(FilePath).Figures, Is.Empty);

    [Test]
    public void What_is_written_is_read_again()
    {
        Kept(Figures.Ratio, Figures.Time, Figures.Bytes).Write(FilePath);
        IReadOnlyDictionary<string, Limit> read = Limits.Load(FilePath).Figures;
        Assert.That(read["pcsc-one-reader"], Is.EqualTo(new Limit(0.9667, "a trivial card in C", null, 0.01897, Figures.Machine, "c0ffee")));
        Assert.That(read["in-process-verify"], Is.EqualTo(new Limit(60, null, "ns", 0.05, Figures.Machine, "c0ffee")));
        Assert.That(read["in-process-verify-bytes"].Value, Is.Zero);
    }

    [Test]
    public void A_part_leaves_the_rest_as_it_is()
    {
        Limits limits = Kept(Figures.Ratio, Figures.Time).With([AnswerOf(Figures.Time with { Samples = [40] })], Figures.Machine, Committed);
        Assert.That(limits.Figures["in-process-verify"].Value, Is.EqualTo(40));
        Assert.That(limits.Figures["pcsc-one-reader"].Value, Is.EqualTo(0.9667));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{ "a": { "velue": 1, "noise": 0, "machine": "m", "revision": "r" } }""", TestName = "Misspelt_member")]
    [TestCase("not JSON")]
    public void File_that_is_something_else_is_named(string text)
    {
        File.WriteAllText(FilePath, text);
        Assert.That(() => Limits.Load(FilePath), Throws.TypeOf<UserException>().With.Message.StartsWith($"{FilePath} cannot be read: "));
    }

    [Test]
    public void The_repository_s_own_file_can_be_read() =>
        Assert.That(() => Limits.Load(Path.Combine(Harness.Repository.Root, "perf", Limits.FileName)), Throws.Nothing);

    [TestCase(0.9667, nameof(Standing.Same))]
    [TestCase(0.93, nameof(Standing.Same), TestName = "A_little_less_is_noise")]
    [TestCase(0.80, nameof(Standing.Worse))]
    [TestCase(1.10, nameof(Standing.Better))]
    public void Ratios_are_compared_whatever_the_machine(double ratio, string expected)
    {
        Figure now = Figures.Ratio with { Samples = [ratio * 1_000, ratio * 1_000], Beside = [1_000, 1_000] };
        Assert.That(StandingOf(now, Kept(Figures.Ratio), "Another processor, 64 cores").ToString(), Is.EqualTo(expected));
    }

    [TestCase(60, nameof(Standing.Same))]
    [TestCase(89, nameof(Standing.Same), TestName = "As_a_busy_neighbour_makes_it")]
    [TestCase(91, nameof(Standing.Worse))]
    [TestCase(29, nameof(Standing.Better))]
    public void Of_times_less_is_better(double nanoseconds, string expected) =>
        Assert.That(StandingOf(Figures.Time with { Samples = [nanoseconds, nanoseconds * 0.95, nanoseconds * 1.05] }, Kept(Figures.Time), Figures.Machine).ToString(), Is.EqualTo(expected));

    [TestCase(25_000, 24_500, 25_500, nameof(Standing.Worse))]
    [TestCase(25_000, 18_000, 32_000, nameof(Standing.Same), TestName = "Rounds_that_lie_apart_now")]
    public void Noise_of_now_counts_too(double median, double lowest, double highest, string expected) =>
        Assert.That(StandingOf(Figures.Ratio with { Samples = [lowest, median, highest] }, Kept(Figures.Ratio), Figures.Machine).ToString(), Is.EqualTo(expected));

    [TestCase(23_000, nameof(Standing.Same))]
    [TestCase(21_000, nameof(Standing.Worse))]
    public void One_round_alone_has_to_be_further_away(double rate, string expected) =>
        Assert.That(StandingOf(Figures.Ratio with { Samples = [rate], Beside = [30_000] }, Kept(Figures.Ratio), Figures.Machine).ToString(), Is.EqualTo(expected));

    [TestCase(1_200, nameof(Standing.Same))]
    [TestCase(1_300, nameof(Standing.Worse))]
    public void Memory_is_nobody_else_s(double bytes, string expected) =>
        Assert.That(
            StandingOf(Figures.Bytes with { Samples = [bytes, bytes] }, Kept(Figures.Bytes with { Samples = [1_145, 1_145] }), Figures.Machine).ToString(), Is.EqualTo(expected));

    [Test]
    public void One_byte_more_than_none_is_worse() =>
        Assert.That(StandingOf(Figures.Bytes with { Samples = [1, 1] }, Kept(Figures.Bytes), Figures.Machine), Is.EqualTo(Standing.Worse));

    [Test]
    public void Times_of_another_machine_are_not_compared() =>
        Assert.That(StandingOf(Figures.Time, Kept(Figures.Time), "Another processor, 64 cores"), Is.EqualTo(Standing.Unknown));

    [Test]
    public void Ratios_to_something_else_are_not_compared()
    {
        Assert.That(StandingOf(Figures.Ratio with { BesideName = "vicc" }, Kept(Figures.Ratio), Figures.Machine), Is.EqualTo(Standing.Unknown));
        Assert.That(StandingOf(Figures.Ratio with { BesideName = null, Beside = [], Goal = null }, Kept(Figures.Ratio), Figures.Machine), Is.EqualTo(Standing.Unknown));
        Assert.That(StandingOf(Figures.Ratio, Kept(Figures.Time), Figures.Machine), Is.EqualTo(Standing.Unknown), "nothing was kept");
    }

    [Test]
    public void Worse_is_a_warning_with_both_figures()
    {
        Figure now = Figures.Ratio with { Samples = [24_000, 24_000], Beside = [30_000, 30_000] };
        string text = LimitsComparison.Of(Kept(Figures.Ratio, Figures.Bytes), [AnswerOf(now, Figures.Bytes, Figures.Time)], Figures.Machine).ToText();
        Assert.That(text, Is.EqualTo(
            """
            Compared with perf/limits.json: 0 better, 1 the same within the noise, 1 worse, 1 without anything to compare with.
              warning  worse: pcsc-one-reader: was 96.7 % of a trivial card in C ± 1.9 %, is 80 % of a trivial card in C ± 0 %

            """));
    }

    private static Answer AnswerOf(params Figure[] figures) => new(new ScriptedMeasurement("scripted", () => figures), figures, TimeSpan.Zero);

    private static Limits Kept(params Figure[] figures) => new Limits(new Dictionary<string, Limit>()).With([AnswerOf(figures)], Figures.Machine, Committed);

    private static Standing StandingOf(Figure now, Limits limits, string machine) => LimitsComparison.Of(limits, [AnswerOf(now)], machine).Figures.Single().Standing;
}
