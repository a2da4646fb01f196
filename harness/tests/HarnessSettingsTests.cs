using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Tests;

/// <summary>Variables belong to the whole process: nothing else runs at the same time.</summary>
[NonParallelizable]
public sealed class HarnessSettingsTests : IDisposable
{
    private readonly string? _workers = Environment.GetEnvironmentVariable(HarnessSettings.WorkersVariable);
    private readonly string? _shuffled = Environment.GetEnvironmentVariable(HarnessSettings.ShuffledVariable);
    private readonly string? _traced = Environment.GetEnvironmentVariable(HarnessSettings.TracedVariable);
    private readonly string? _seed = Environment.GetEnvironmentVariable(HarnessSettings.SeedVariable);

    public HarnessSettingsTests()
    {
        Environment.SetEnvironmentVariable(HarnessSettings.WorkersVariable, null);
        Environment.SetEnvironmentVariable(HarnessSettings.SeedVariable, null);
        Environment.SetEnvironmentVariable(HarnessSettings.ShuffledVariable, null);
        Environment.SetEnvironmentVariable(HarnessSettings.TracedVariable, null);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(HarnessSettings.WorkersVariable, _workers);
        Environment.SetEnvironmentVariable(HarnessSettings.SeedVariable, _seed);
        Environment.SetEnvironmentVariable(HarnessSettings.ShuffledVariable, _shuffled);
        Environment.SetEnvironmentVariable(HarnessSettings.TracedVariable, _traced);
    }

    [Test]
    public void Without_variables_two_scenarios_run_at_a_time_with_a_seed_of_their_own()
    {
        HarnessSettings[] settings = [HarnessSettings.Read(), HarnessSettings.Read()];
        Assert.That(settings.Select(one => one.Workers), Is.All.EqualTo(2));
        Assert.That(settings.Select(one => one.Seed), Is.Unique);
    }

    [TestCase("1", "0", 1, 0)]
    [TestCase("16", "2147483647", 16, int.MaxValue)]
    [TestCase("", "007", 2, 7)]
    public void Variables_are_read(string workers, string seed, int expectedWorkers, int expectedSeed)
    {
        Environment.SetEnvironmentVariable(HarnessSettings.WorkersVariable, workers);
        Environment.SetEnvironmentVariable(HarnessSettings.SeedVariable, seed);
        Assert.That(HarnessSettings.Read(), Is.EqualTo(new HarnessSettings(expectedWorkers, expectedSeed)));
    }

    [TestCase("0")]
    [TestCase("17")]
    [TestCase("-1")]
    [TestCase("two")]
    [TestCase("2.0")]
    [TestCase(" 2")]
    [TestCase("99999999999")]
    public void Wrong_number_of_workers_is_named_with_what_is_expected(string text)
    {
        Environment.SetEnvironmentVariable(HarnessSettings.WorkersVariable, text);
        Assert.That(
            HarnessSettings.Read,
            Throws.InstanceOf<UserException>().With.Message
                .EqualTo($"CARDCONFORMANCE_WORKERS: a whole number from 1 to 16 is expected, found \"{text}\"."));
    }

    [TestCase("-1")]
    [TestCase("2147483648")]
    [TestCase("0x2A")]
    public void Wrong_seed_is_named_with_what_is_expected(string text)
    {
        Environment.SetEnvironmentVariable(HarnessSettings.SeedVariable, text);
        Assert.That(
            HarnessSettings.Read,
            Throws.InstanceOf<UserException>().With.Message
                .EqualTo($"CARDCONFORMANCE_SEED: a whole number from 0 to 2147483647 is expected, found \"{text}\"."));
    }

    [TestCase("1", true)]
    [TestCase("0", false)]
    [TestCase("", false)]
    public void Order_is_drawn_by_lot_when_asked_for(string text, bool shuffled)
    {
        Environment.SetEnvironmentVariable(HarnessSettings.ShuffledVariable, text);
        Assert.That(HarnessSettings.Read().Shuffled, Is.EqualTo(shuffled));
    }

    [TestCase("1", true)]
    [TestCase("0", false)]
    [TestCase("", false)]
    public void Browsers_record_when_asked_to(string text, bool traced)
    {
        Environment.SetEnvironmentVariable(HarnessSettings.TracedVariable, text);
        Assert.That(HarnessSettings.Read().Traced, Is.EqualTo(traced));
    }
}
