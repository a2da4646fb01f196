using CardConformance.Fuzz.Rules;

namespace CardConformance.Fuzz.Replays;

/// <summary>What was done to a card, from its first command on, so that it can be done again.</summary>
/// <param name="Kind">Which card.</param>
/// <param name="Steps">What was done, in order.</param>
internal sealed record Replay(FuzzCardKind Kind, IReadOnlyList<ReplayStep> Steps)
{
    /// <summary>Reads a replay that was pasted into a test.</summary>
    /// <param name="kind">Which card.</param>
    /// <param name="lines">One step per line, as <see cref="ReplayStep"/> writes it.</param>
    internal static Replay Parse(FuzzCardKind kind, string lines) =>
        new(kind, [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReplayStep.Parse)]);

    /// <summary>Does it all to a new card.</summary>
    /// <returns>The rule that was broken, or <see langword="null"/>.</returns>
    internal BrokenRuleException? Run(FuzzCards cards)
    {
        try
        {
            IWatchedCard card = cards.New(Kind);
            byte[] response = new byte[IWatchedCard.MaxResponseLength];
            foreach (ReplayStep step in Steps)
            {
                step.Perform(card, response);
            }

            card.CheckContents();
            return null;
        }
        catch (BrokenRuleException broken)
        {
            return broken;
        }
    }

    /// <summary>Leaves out whatever is not needed to break the same rule: steps, then data of those that are left.</summary>
    internal Replay Shorten(FuzzCards cards, string rule) => WithFewerSteps(cards, rule).WithLessData(cards, rule);

    /// <summary>The steps as lines.</summary>
    public override string ToString() => string.Join('\n', Steps);

    // First large pieces, then smaller ones, then single steps, until no step can be left out any more.
    private Replay WithFewerSteps(FuzzCards cards, string rule)
    {
        List<ReplayStep> kept = [.. Steps];
        for (int size = Math.Max(1, kept.Count / 2); ; size = Math.Max(1, size / 2))
        {
            bool shorter = false;
            for (int start = kept.Count - size; start > -size && kept.Count > 1; start -= size)
            {
                int from = Math.Max(0, start);
                List<ReplayStep> shortened = [.. kept[..from], .. kept[Math.Min(kept.Count, start + size)..]];
                if (new Replay(Kind, shortened).Run(cards)?.Rule == rule)
                {
                    kept = shortened;
                    shorter = true;
                }
            }

            if (size == 1 && !shorter)
            {
                return this with { Steps = kept };
            }
        }
    }

    private Replay WithLessData(FuzzCards cards, string rule)
    {
        Replay shortest = this;
        for (int i = 0; i < Steps.Count; i++)
        {
            // No data, then 1, 3, 7 bytes of it and so on: the first that is enough.
            for (int length = 0; Steps[i].TryCut(length, out ReplayStep cut); length = (2 * length) + 1)
            {
                Replay shorter = shortest with { Steps = [.. shortest.Steps.Select((step, at) => at == i ? cut : step)] };
                if (shorter.Run(cards)?.Rule == rule)
                {
                    shortest = shorter;
                    break;
                }
            }
        }

        return shortest;
    }
}
