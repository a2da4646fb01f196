using CardConformance.Simulator.Reader;

namespace CardConformance.Perf.Throughput;

/// <summary>Cards of this process that are in readers.</summary>
/// <param name="links">Where they are.</param>
internal sealed class InsertedCards(IReadOnlyList<CardLink> links) : IAsyncDisposable
{
    /// <summary>Pulls them out. A defect of a card comes out here.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (CardLink link in links)
        {
            link.Dispose();
        }

        foreach (CardLink link in links)
        {
            await link.Ended;
        }
    }
}
