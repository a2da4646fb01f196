using CardConformance.Harness.Cli;
using CardConformance.Harness.Nights;

namespace CardConformance.Harness.Tests.Nights;

/// <summary>Parts of a run: how scenarios are dealt out, and which part a pipeline says that this machine is.</summary>
public sealed class ShardTests
{
    [Test]
    public void Each_scenario_is_in_exactly_one_part_whatever_their_number()
    {
        int[] all = [.. Enumerable.Range(0, 13)];
        for (int count = 1; count <= 20; count++)
        {
            int[][] parts = [.. Enumerable.Range(1, count).Select(index => new Shard(index, count).Deal(all).ToArray())];
            Assert.That(parts.SelectMany(part => part).Order(), Is.EqualTo(all), $"{count} parts");
            Assert.That(parts.Max(part => part.Length) - parts.Min(part => part.Length), Is.LessThanOrEqualTo(1), $"{count} parts");
        }
    }

    [Test]
    public void Tags_are_chosen_before_the_rest_is_dealt_out()
    {
        (string, IReadOnlyCollection<string>)[] scenarios = [("c", ["A_01"]), ("a", ["A_01"]), ("b", ["A_02"]), ("d", ["A_01"])];
        var second = ChosenScenarios.Of(scenarios, "A_01", new Shard(2, 2));
        Assert.That(second.Known, Is.EqualTo(["a", "b", "c", "d"]));
        Assert.That(second.Chosen, Is.EqualTo(["a", "c", "d"]));
        Assert.That(second.Own, Is.EqualTo(["c"]));
    }

    [TestCase("0/4")]
    [TestCase("5/4")]
    [TestCase("4")]
    [TestCase("1/0")]
    [TestCase("1/1000")]
    [TestCase("one/two")]
    public void Other_parts_are_refused(string text) =>
        Assert.That(() => Shard.Parse("--shard", text), Throws.TypeOf<UserException>().With.Message.StartsWith("--shard: a part like 2/4 is expected"));

    [TestCase("GitLab", "2/4", "CI_NODE_INDEX=2", "CI_NODE_TOTAL=4")]
    [TestCase("GitHub", "3/4", "STRATEGY_JOB_INDEX=2", "STRATEGY_JOB_TOTAL=4")]
    [TestCase("Kubernetes", "1/3", "JOB_COMPLETION_INDEX=0", "JOB_COMPLETIONS=3")]
    public void Pipelines_say_which_part_this_is(string system, string expected, params string[] variables)
    {
        (Shard shard, PipelineShard pipeline) = PipelineShard.Find(Reader(variables))!.Value;
        Assert.That(shard.ToString(), Is.EqualTo(expected));
        Assert.That(pipeline.System, Is.EqualTo(system));
    }

    [Test]
    public void Outside_of_pipelines_the_run_is_whole() => Assert.That(PipelineShard.Find(Reader("CI_NODE_TOTAL=1")), Is.Null);

    [TestCase("JOB_COMPLETIONS is not set", "JOB_COMPLETION_INDEX=0")]
    [TestCase("are all set", "JOB_COMPLETION_INDEX=0", "JOB_COMPLETIONS=2", "CI_NODE_INDEX=1", "CI_NODE_TOTAL=2")]
    [TestCase("from 1/1", "CI_NODE_INDEX=3", "CI_NODE_TOTAL=2")]
    [TestCase("a whole number is expected", "CI_NODE_INDEX=x", "CI_NODE_TOTAL=2")]
    public void Pipelines_that_contradict_themselves_are_refused(string expected, params string[] variables) =>
        Assert.That(() => PipelineShard.Find(Reader(variables)), Throws.TypeOf<UserException>().With.Message.Contains(expected));

    private static Func<string, string?> Reader(params string[] variables) =>
        name => variables.Select(variable => variable.Split('=')).FirstOrDefault(pair => pair[0] == name)?[1];
}
