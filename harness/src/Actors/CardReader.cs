using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Actors;

/// <summary>A reader that nobody else uses until it is given back, with or without a card in it.</summary>
public sealed class CardReader : IAsyncDisposable
{
    private static readonly TimeSpan CardLimit = TimeSpan.FromSeconds(10);

    private readonly string _socket;
    private readonly ScenarioEvidence _evidence;
    private readonly Action _giveBack;
    private ReaderLink? _link;
    private int _insertion;

    internal CardReader(int slot, string socket, ScenarioEvidence evidence, Action giveBack)
    {
        Slot = slot;
        _socket = socket;
        _evidence = evidence;
        _giveBack = giveBack;
    }

    /// <summary>What PC/SC calls it.</summary>
    public string Name => PcscDaemon.ReaderName(Slot);

    internal int Slot { get; }

    /// <summary>Puts a card in and waits until programs see it.</summary>
    /// <param name="card">The card.</param>
    public void Insert(ICard card)
    {
        _link = ReaderLink.Insert(_socket, new TracedCard(card, _evidence.Add));
        _insertion = WaitFor(status => status.HasCard).Events;
    }

    /// <summary>Puts a card in that does not answer, and waits until programs see that.</summary>
    /// <param name="card">The card.</param>
    public void InsertMute(ICard card)
    {
        _link = ReaderLink.Insert(_socket, new TracedCard(card, _evidence.Add));
        _insertion = WaitFor(status => status.State.HasFlag(ReaderStates.Mute)).Events;
    }

    /// <summary>Pulls the card out, if there is one, and waits until programs see it. A defect of the simulator comes out here.</summary>
    public async Task RemoveAsync()
    {
        if (_link is { } link)
        {
            _link = null;
            link.Dispose();
            await link.Ended;
            WaitUntilGone();
        }
    }

    /// <summary>Waits until programs were told that the card is gone.</summary>
    /// <remarks>
    /// That is an event of its own: when a command fails for it, pcscd calls the reader empty before it has told anybody, and answers
    /// <see cref="PcscError.NoSmartCard"/> until then, <see cref="PcscError.RemovedCard"/> afterwards.
    /// </remarks>
    /// <exception cref="TimeoutException">The card is still there.</exception>
    public void WaitUntilGone() => WaitFor(status => status.State.HasFlag(ReaderStates.Empty) && status.Events != _insertion);

    /// <summary>Pulls the card out and gives the reader back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await RemoveAsync();
        }
        finally
        {
            _giveBack();
        }
    }

    private ReaderStatus WaitFor(Predicate<ReaderStatus> wanted)
    {
        using var context = PcscContext.Establish();
        return context.WaitFor(Name, wanted, CardLimit);
    }
}
