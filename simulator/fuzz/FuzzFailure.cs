using System.Globalization;
using CardConformance.Fuzz.Replays;
using CardConformance.Fuzz.Rules;

namespace CardConformance.Fuzz;

/// <summary>A card broke a rule.</summary>
/// <param name="Seed">Seed of this card: a run with it begins with this card.</param>
/// <param name="Commands">How many steps of the card's life it took, the last one broke the rule.</param>
/// <param name="Broken">The rule.</param>
/// <param name="Replay">The few steps that break it.</param>
internal sealed record FuzzFailure(ulong Seed, int Commands, BrokenRuleException Broken, Replay Replay)
{
    /// <summary>What to do to see it again: by the seed, or by a line to paste into <c>ReplayTests</c>.</summary>
    public override string ToString()
    {
        string lines = string.Join('\n', Replay.Steps.Select(step => $"        {step}"));
        string cause = Broken.InnerException is { } defect ? $"\n{defect}\n" : "";
        return string.Create(CultureInfo.InvariantCulture, $""""
            {Broken.Message}
            {cause}
            Again: dotnet run --project simulator/fuzz -- --kind {Replay.Kind} --seed {Seed}
            (this card broke the rule with step {Commands} of its life)

            Shortened, as a test for simulator/tests/Fuzz/ReplayTests.cs:

                [TestCase(FuzzCardKind.{Replay.Kind}, """
            {lines}
                    """)]
            """");
    }
}
