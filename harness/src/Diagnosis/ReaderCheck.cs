using CardConformance.Harness.Pcsc;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether there is a reader.</summary>
internal sealed class ReaderCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Card reader";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace) => Task.FromResult(Look(workplace));

    private static Finding Look(Workplace workplace)
    {
        if (workplace.Pcsc is not { } pcsc)
        {
            return Finding.NotTestable("the PC/SC service does not answer");
        }

        IReadOnlyList<string> readers = List(pcsc);
        if (readers.Count == 0)
        {
            return Finding.Bad(
                "there is none", Remedy.Ours("Plug a reader in; any that follows PC/SC will do."), Remedy.OfGuide("S031"), Remedy.OfGuide("S136"));
        }

        if (workplace.Request.Reader is { } wanted && !readers.Contains(wanted))
        {
            return Finding.Bad($"\"{wanted}\" is not there", Remedy.Ours($"Plug it in, or name another: {string.Join(", ", readers.Select(name => $"\"{name}\""))}."));
        }

        workplace.Reader = workplace.Request.Reader ?? readers.FirstOrDefault(name => HasCard(pcsc, name)) ?? readers[0];
        return Finding.Good(workplace.Reader);
    }

    private static IReadOnlyList<string> List(PcscContext pcsc)
    {
        try
        {
            return pcsc.ListReaders();
        }
        catch (PcscException none) when (none.Error == PcscError.NoReadersAvailable)
        {
            return [];
        }
    }

    private static bool HasCard(PcscContext pcsc, string reader) =>
        pcsc.GetStatusChange(reader, ReaderStatus.Unaware, TimeSpan.Zero)?.State.HasFlag(ReaderStates.Present) == true;
}
