using CardConformance.Harness.Pcsc;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether a card is in the reader, and answers.</summary>
internal sealed class CardCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Card";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace) => Task.FromResult(Look(workplace));

    private static Finding Look(Workplace workplace)
    {
        if (workplace is not { Pcsc: { } pcsc, Reader: { } reader })
        {
            return Finding.NotTestable("there is no reader");
        }

        try
        {
            using PcscCard card = pcsc.Connect(reader);
            workplace.Atr = card.Status();
            return Finding.Good("in the reader, and answers");
        }
        catch (PcscException failure)
        {
            return failure.Error switch
            {
                PcscError.NoSmartCard or PcscError.RemovedCard => Finding.Bad("none in the reader", Remedy.OfGuide("S028"), Remedy.Support),
                PcscError.SharingViolation => Finding.Bad("another program has it for itself", Remedy.Ours("Close the program that uses the card, and run this again.")),
                _ => Finding.Bad(
                    $"a card is in the reader and does not answer ({failure.Error})",
                    Remedy.Ours("Take it out and put it in again, chip first and upwards; wipe the chip with a dry cloth."),
                    Remedy.OfGuide("S031"),
                    Remedy.Support),
            };
        }
    }
}
