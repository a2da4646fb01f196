using CardConformance.Simulator.Trace;

namespace CardConformance.Simulator.Tests.Trace;

public sealed class TraceComparisonTests
{
    private const string Head = "> RESET\n< 3B 00\n";

    [TestCase("> 00 20 00 01 00\n< 63 C3", "# 2026-03-01T08:05:00.000000Z, 900.000 ms\n> 00 20 00 01 00\n< 63 C3", TestName = "Times_are_of_no_interest")]
    [TestCase("> 00 20 00 01 04 ** ** ** **\n< 90 00", "> 00 20 00 01 04 31 32 33 34\n< 90 00", TestName = "Masked_code_is_any_code")]
    [TestCase("> 00 84 00 00 02\n< 11 ** 90 00", "> 00 84 00 00 02\n< ** 22 90 00", TestName = "Open_bytes_are_any_bytes_on_both_sides")]
    [TestCase("> 0020000100\n< 63C3", "> 00 20 00 01 00\n< 63 C3", TestName = "Spaces_are_of_no_interest")]
    [TestCase("> 00 20 00 01 00\n< MUTE", "> 00 20 00 01 00\n< MUTE", TestName = "Both_mute")]
    [TestCase("> POWER DOWN\n<", "> POWER DOWN\n< ", TestName = "Events")]
    public void The_same(string a, string b) => Assert.That(Find(new(), a, b), Is.Null);

    [TestCase("> 00 20 00 01 00\n< 63 C3", "> 00 20 00 01 00\n< 63 C2", "the responses differ, first in byte 2: C3 in A, C2 in B", TestName = "Another_status_word")]
    [TestCase("> 00 20 00 01 00\n< 63 C3", "> 00 20 00 02 00\n< 63 C3", "the commands differ, first in byte 4: 01 in A, 02 in B", TestName = "Another_command")]
    [TestCase("> 00 20 00 01 00\n< 63 C3", "> 00 20 00 01\n< 63 C3", "the commands differ, first in byte 5: 5 bytes in A, 4 in B", TestName = "Shorter_command")]
    [TestCase("> 00 20 00 01 00\n< 63 C3", "> 00 20 00 01 00\n< MUTE", "the responses differ", TestName = "Answer_and_none")]
    [TestCase("> 00 20 00 01 00\n< MUTE", "> 00 20 00 01 00\n< REMOVED", "the responses differ", TestName = "Mute_and_removed")]
    [TestCase("> RESET\n< 3B 00", "> POWER DOWN\n<", "the commands differ", TestName = "Events_that_differ")]
    [TestCase("> RESET\n< 3B 00", "> 00 20 00 01 00\n< 63 C3", "the commands differ", TestName = "Event_and_command")]
    [TestCase("> RESET\n< 3B 00", "> RESET\n< 3B 01", "the responses differ, first in byte 2: 00 in A, 01 in B", TestName = "Another_ATR")]
    [TestCase("> 00 84 00 00 02\n< 11 22 90 00", "> 00 84 00 00 02\n< 33 22 90 00", "the responses differ, first in byte 1: 11 in A, 33 in B", TestName = "Random_bytes_unless_told_otherwise")]
    [TestCase("", "> 00 20 00 01 00\n< 63 C3", "A ends here, B goes on", TestName = "A_is_shorter")]
    [TestCase("> 00 20 00 01 00\n< 63 C3", "", "B ends here, A goes on", TestName = "B_is_shorter")]
    public void Different(string a, string b, string what) => Assert.That(Find(new(), a, b), Is.EqualTo(new TraceDifference(1, what)));

    [Test]
    public void Random_bytes_may_be_ignored() =>
        Assert.That(Find(new() { IgnoreRandom = true }, "> 00 84 00 00 02\n< 11 22 90 00", "> 00 84 00 00 02\n< 33 44 90 00"), Is.Null);

    [TestCase("> 00 84 00 00 02\n< 11 22 90 00", "> 00 84 00 00 02\n< 6C 08", TestName = "Refused_in_one")]
    [TestCase("> 00 84 00 00 02\n< 11 22 90 00", "> 00 84 00 00 02\n< 11 90 00", TestName = "Fewer_random_bytes")]
    [TestCase("> 00 84 00 00 02\n< 11 22 90 00", "> 00 84 00 00 02\n< MUTE", TestName = "No_random_bytes")]
    [TestCase("> 00 B0 00 00 02\n< 11 22 90 00", "> 00 B0 00 00 02\n< 33 44 90 00", TestName = "Bytes_of_a_file")]
    public void Nothing_but_random_bytes_is_ignored(string a, string b) => Assert.That(Find(new() { IgnoreRandom = true }, a, b), Is.Not.Null);

    [TestCase("100.000", "110.000", null, TestName = "As_long_as_tolerated")]
    [TestCase("100.000", "110.001", "the card took 100.000 ms in A, 110.001 ms in B", TestName = "Longer_than_tolerated")]
    [TestCase("110.001", "100.000", "the card took 110.001 ms in A, 100.000 ms in B", TestName = "Shorter_than_tolerated")]
    public void Durations(string a, string b, string? what)
    {
        TraceDifference? difference = Find(
            new() { Tolerance = TimeSpan.FromMilliseconds(10) },
            $"# 2026-03-01T08:05:00.000000Z, {a} ms\n> 00 20 00 01 00\n< 63 C3",
            $"# 2026-03-02T09:00:00.000000Z, {b} ms\n> 00 20 00 01 00\n< 63 C3");
        Assert.That(difference?.What, Is.EqualTo(what));
    }

    [Test]
    public void Duration_that_only_one_trace_tells_is_no_difference() =>
        Assert.That(
            Find(new() { Tolerance = TimeSpan.Zero }, "# 2026-03-01T08:05:00.000000Z, 5.000 ms\n> 00 20 00 01 00\n< 63 C3", "> 00 20 00 01 00\n< 63 C3"),
            Is.Null);

    private static TraceDifference? Find(TraceComparison comparison, string a, string b) => comparison.Find(Parse(a), Parse(b));

    private static TraceFile Parse(string text) => TraceFile.Parse("trace.txt", (Head + text).Split('\n'));
}
