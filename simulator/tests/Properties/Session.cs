using CardConformance.Fuzz.Replays;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>What a reader does to a card, one step after the other. FsCheck makes it, and makes it shorter when something is wrong.</summary>
/// <param name="Steps">The steps.</param>
internal sealed record Session(IReadOnlyList<ReplayStep> Steps)
{
    /// <summary>Does it all, whatever the card answers.</summary>
    internal void Play(VirtualCard card)
    {
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        foreach (ReplayStep step in Steps)
        {
            step.Perform(card, response);
        }
    }

    /// <summary>The same with some steps left out, more of them first.</summary>
    internal IEnumerable<Session> Shorter()
    {
        for (int size = Steps.Count; size > 0; size /= 2)
        {
            for (int start = 0; start + size <= Steps.Count; start += size)
            {
                yield return new([.. Steps.Take(start), .. Steps.Skip(start + size)]);
            }
        }
    }

    /// <summary>As it would be pasted into a test.</summary>
    public override string ToString() => "\n" + string.Join('\n', Steps);
}
