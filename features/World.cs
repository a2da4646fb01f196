using CardConformance.Features.Hooks;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;
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
    private Phone? _secondPhone;
    private Workstation? _secondWorkstation;
    private StandIn? _secondStandIn;
    private bool _saidThatNoLog;
    private int _logBefore;
    private readonly List<Person> _people = [];

    /// <summary>What all scenarios share.</summary>
    public static Rig Rig => RunHooks.Rig;

    /// <summary>The target, for a step that needs something which not every product has.</summary>
    /// <param name="capability">What it needs.</param>
    /// <exception cref="IgnoreException">This product has not: the scenario cannot be tried on it.</exception>
    public static RunningTarget TargetWith(Capability capability) =>
        Rig.Target.Description.WhyNot(capability) is { } reason ? throw new IgnoreException(reason) : Rig.Target;

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

    /// <summary>What kind of person that is.</summary>
    public Role Role { get; private set; } = null!;

    /// <summary>Where the person's e-mails arrive.</summary>
    public Mailbox Mailbox => new(StandIn, Person.Reach.Email, Evidence);

    /// <summary>Where the person's SMS arrive.</summary>
    public SmsInbox SmsInbox => new(StandIn, Person.Reach.Mobile, Evidence);

    /// <summary>What the person typed as national identifier when they last asked for an activation.</summary>
    public string? Asked { get; set; }

    /// <summary>Whether the password is chosen on the phone: without a card it is, with one it is chosen on the portal.</summary>
    public bool PasswordOnPhone { get; set; }

    /// <summary>What the person's phone runs, where that matters, for example <c>iOS 15.0</c>.</summary>
    public string? PhoneSystem { get; set; }

    /// <summary>The person's phone, switched on when first needed.</summary>
    public async Task<Phone> PhoneAsync() => _phone ??= await Phone.StartAsync(Rig, Evidence, PhoneSystem);

    /// <summary>Another phone, switched on when first needed.</summary>
    public async Task<Phone> SecondPhoneAsync() => _secondPhone ??= await Phone.StartAsync(Rig, Evidence);

    /// <summary>Where another person works.</summary>
    public Workstation SecondWorkstation => _secondWorkstation ??= Rig.TakeSecondWorkstation(Evidence);

    /// <summary>Codes and passwords that nobody but the person may know, as far as they came up.</summary>
    public ISet<string> Secrets { get; } = new HashSet<string>();

    /// <summary>The product's log since the scenario began. Where it shows none, the report says that nobody looked.</summary>
    public IReadOnlyList<string> ReadLog()
    {
        if (Rig.Target.Description.WhyNot(Capability.Log) is { } reason && !_saidThatNoLog)
        {
            _saidThatNoLog = true;
            Evidence.Add(new Remark($"Le journal du produit n'a pas été examiné : {reason}"));
        }

        return [.. Rig.Target.Log.Skip(_logBefore)];
    }

    /// <summary>Makes the card that a phrase asks for; commands are sent to it from now on.</summary>
    public CardBench IssueCard(string phrase)
    {
        _benches.Add(Rig.Population.IssueCard(phrase));
        return Bench = _benches[^1];
    }

    /// <summary>Makes the person.</summary>
    /// <param name="role">What kind of person.</param>
    /// <param name="asKnown">What the back ends know, made of what is usual; nothing for somebody unknown.</param>
    public async Task<Person> CreatePersonAsync(Role role, Func<DirectoryEntry, DirectoryEntry?>? asKnown = null)
    {
        Role = role;
        Person = await Rig.Population.CreateAsync(role, Evidence.Id, StandIn, asKnown);
        LookFor(Person);
        return Person;
    }

    /// <summary>Makes another person.</summary>
    public async Task<Person> CreateSecondPersonAsync(Role role)
    {
        Person other = await Rig.Population.CreateAsync(role, $"{Evidence.Id}, une autre personne", _secondStandIn ??= new StandIn(Rig.StandIns));
        LookFor(other);
        return other;
    }

    private void LookFor(Person person)
    {
        _people.Add(person);
        Rig.Canaries.Add(Evidence.Id, person);
        AddCardCode(person.CodePorteur);
        AddCardCode(person.Profile.CodeDeblocage);
    }

    private void AddCardCode(string code)
    {
        Secrets.Add(code);
        Rig.Canaries.AddCode(Evidence.Id, code);
        Evidence.ConcealCardCode(code);
    }

    /// <summary>The person has given the card another code porteur.</summary>
    public void ChangeCodePorteur(string code)
    {
        Person = Person with { Profile = Person.Profile with { CodePorteur = code } };
        AddCardCode(code);
    }

    /// <summary>Faults of cards that were prepared and never happened.</summary>
    public IReadOnlyList<CardFault> UnmetFaults => [.. _benches.SelectMany(bench => bench.UnmetFaults), .. Person?.Card.Unmet ?? []];

    /// <summary>Ends the writing down, whatever happened before.</summary>
    public void Dispose() => _evidence?.Dispose();

    internal void Begin(ScenarioBegun begun)
    {
        _evidence = new ScenarioEvidence(RunHooks.Folder, begun);
        _logBefore = Rig.Target.Log.Count;
    }

    /// <summary>What the back ends' journal has about the scenario's people, oldest first; written down without bodies.</summary>
    internal async Task<IReadOnlyList<(Channel Channel, ReceivedRequest Request)>> WriteJournalAsync()
    {
        List<(Channel Channel, ReceivedRequest Request)> journal = [];
        foreach (Person person in _people)
        {
            journal.AddRange(await StandIn.FindJournalAsync(person.IdentifiantNational, person.Reach));
        }

        foreach ((Channel channel, ReceivedRequest request) in journal)
        {
            Evidence.Add(new BackEndAsked(channel, request.Method, ShownAddress.Of(request.Url)) { Time = request.Time });
        }

        return journal;
    }

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

    internal async Task EndAsync(Exception? error, IReadOnlyList<string> tags)
    {
        ScenarioEnded ended = await ConcludeAsync(error, tags);
        if (await PutAwayAsync(ended) is not { } left)
        {
            Evidence.End(ended);
            return;
        }

        Evidence.Add(new Remark($"Tout n'a pas pu être rangé après le scénario : {left.Message}"));
        Evidence.End(ended.Passed ? await ConcludeAsync(left, tags) : ended);
        if (ended.Passed)
        {
            throw left;
        }
    }

    private async Task<Exception?> PutAwayAsync(ScenarioEnded ended)
    {
        Exception? failure = null;
        try
        {
            if (ended.Rule is not null && Rig.KeepsTraces)
            {
                await SaveTracesAsync();
            }
        }
        catch (Exception unsaved)
        {
            failure = unsaved;
        }

        return await ReleaseAsync() ?? failure;
    }

    // Before anything is put away: whose failure it is shows while all is as it was.
    private static async Task<ScenarioEnded> ConcludeAsync(Exception? error, IReadOnlyList<string> tags) => error switch
    {
        null => new(true, null),
        IgnoreException => new(false, null, NotTestable: error.Message),
        _ => new(false, error.Message, (await new BlameJudge(Rig).DecideAsync(
            error,
            error is AssertionException or BreachException,
            tags.Any(tag => Requirement.All.Any(requirement => requirement.Id == tag && requirement.Level == Level.Harness)))).Id),
    };

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

    // One part that cannot be put away, because what it stands on is gone, keeps neither the others nor the end of the evidence.
    private async Task<Exception?> ReleaseAsync()
    {
        Exception? failure = null;
        _benches.ForEach(bench => bench.Dispose());
        foreach (IAsyncDisposable? part in new IAsyncDisposable?[] { _secondReader, _secondPhone, _phone, _secondWorkstation, _workstation, _secondStandIn, _standIn })
        {
            try
            {
                await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
            catch (Exception unreleased)
            {
                failure ??= unreleased;
            }
        }

        return failure;
    }
}
