using CardConformance.Features.Hooks;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Faults;
using Microsoft.Playwright;

namespace CardConformance.Features;

/// <summary>What one scenario has in its hands: a person, where they work, their phone, the back ends that know them.</summary>
public sealed class World : IDisposable
{
    private ScenarioEvidence? _evidence;
    private StandIn? _standIn;
    private Workstation? _workstation;
    private Phone? _phone;
    private readonly List<CardBench> _benches = [];
    private CardBench? _bench;
    private CardReader? _secondReader;

    /// <summary>What all scenarios share.</summary>
    public static Rig Rig => RunHooks.Rig;

    /// <summary>Where what happens is written down.</summary>
    public ScenarioEvidence Evidence => _evidence ?? throw new InvalidOperationException("the scenario has not begun");

    /// <summary>The back ends, as far as this scenario's person goes.</summary>
    public StandIn StandIn => _standIn ??= new StandIn(Rig.StandIns);

    /// <summary>Where the person works.</summary>
    public Workstation Workstation => _workstation ??= Rig.TakeWorkstation(Evidence);

    /// <summary>A reader beside the workstation's.</summary>
    public CardReader SecondReader => _secondReader ??= Rig.TakeSecondReader(Evidence);

    /// <summary>The card that commands are sent to.</summary>
    public CardBench Bench { get => _bench ?? throw new InvalidOperationException("aucune carte n'a été demandée"); set => _bench = value; }

    /// <summary>The person.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>What the person's phone runs, where that matters, for example <c>iOS 15.0</c>.</summary>
    public string? PhoneSystem { get; set; }

    /// <summary>The person's phone, switched on when first needed.</summary>
    public async Task<Phone> PhoneAsync() => _phone ??= await Phone.StartAsync(Rig, Evidence, PhoneSystem);

    /// <summary>Makes the card that a phrase asks for; commands are sent to it from now on.</summary>
    public CardBench IssueCard(string phrase)
    {
        _benches.Add(Rig.Population.IssueCard(phrase));
        return Bench = _benches[^1];
    }

    /// <summary>Makes the person.</summary>
    public async Task<Person> CreatePersonAsync(Role role) => Person = await Rig.Population.CreateAsync(role, Evidence.Id, StandIn);

    /// <summary>Faults of cards that were prepared and never happened.</summary>
    public IReadOnlyList<CardFault> UnmetFaults => [.. _benches.SelectMany(bench => bench.UnmetFaults), .. Person?.Card.Unmet ?? []];

    /// <summary>Ends the writing down, whatever happened before.</summary>
    public void Dispose() => _evidence?.Dispose();

    internal void Begin(ScenarioBegun begun) => _evidence = new ScenarioEvidence(RunHooks.Folder, begun);

    /// <summary>Takes pictures of what was on the screens when a step failed. A page that gives none must not hide the failure.</summary>
    internal async Task CaptureFailureAsync()
    {
        try
        {
            await (_workstation?.CaptureAsync() ?? Task.CompletedTask);
            await (_phone?.CaptureAsync() ?? Task.CompletedTask);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            Evidence.Add(new Remark($"Pas d'image de l'écran : {failure.Message}"));
        }
    }

    internal async Task EndAsync(Exception? error)
    {
        try
        {
            if (error is not null)
            {
                await SaveTracesAsync();
            }
        }
        finally
        {
            await ReleaseAsync();
            Evidence.End(new ScenarioEnded(error is null, error?.Message));
        }
    }

    private async Task SaveTracesAsync()
    {
        if (_workstation is not null)
        {
            await _workstation.SaveTraceAsync(Evidence.In("ordinateur.zip"));
        }

        if (_phone is not null)
        {
            await _phone.SaveTraceAsync(Evidence.In("telephone.zip"));
        }
    }

    private async Task ReleaseAsync()
    {
        _benches.ForEach(bench => bench.Dispose());
        if (_secondReader is not null)
        {
            await _secondReader.DisposeAsync();
        }

        if (_phone is not null)
        {
            await _phone.DisposeAsync();
        }

        if (_workstation is not null)
        {
            await _workstation.DisposeAsync();
        }

        if (_standIn is not null)
        {
            await _standIn.DisposeAsync();
        }
    }
}
