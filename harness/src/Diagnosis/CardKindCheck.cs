using CardConformance.Harness.Actors;
using CardConformance.Simulator.Trace;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the card is a professional's, by its answer to reset.</summary>
internal sealed class CardKindCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Kind of card";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace) => Task.FromResult(Look(workplace));

    private static Finding Look(Workplace workplace)
    {
        if (workplace.Atr is not { } atr)
        {
            return Finding.NotTestable("there is no card that answers");
        }

        workplace.Generation = CardIssuing.Generations.FirstOrDefault(generation => generation.Atr.AsSpan().SequenceEqual(atr));
        if (workplace.Generation is { } known)
        {
            return Finding.Good(known.Description);
        }

        ForeignCard? other = CardIssuing.Zoo.Others.FirstOrDefault(card => card.Atr.Span.SequenceEqual(atr));
        return Finding.Bad(
            $"{other?.Phrase ?? "another card"}, not a professional's (ATR {Hexadecimal.Format(atr)})",
            Remedy.Ours("Put the professional's card (CPS, CPF, CPE or CDE) in its place."),
            Remedy.Support);
    }
}
