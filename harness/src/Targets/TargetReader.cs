using System.Text.RegularExpressions;
using CardConformance.Harness.Pages;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Targets;

/// <summary>Reads the file of a target and keeps every mistake, so that all can be mended at once.</summary>
/// <param name="file">Its path.</param>
internal sealed partial class TargetReader(string file)
{
    private const int UsualStartSeconds = 60;

    /// <summary>What needs an address for its control.</summary>
    internal static readonly Capability[] Controlled = [Capability.Clock, Capability.Rules, Capability.ProSanteConnect];

    private readonly Mistakes _mistakes = new();

    /// <summary>What is wrong, each with file and place.</summary>
    internal IReadOnlyList<string> Mistakes => _mistakes.Found;

    /// <summary>The target, or <see langword="null"/> when there are mistakes.</summary>
    internal Target? Read()
    {
        FixtureObject? json = Try(() => FixtureObject.Load(file));
        return json is null ? null : Read(json);
    }

    private Target? Read(FixtureObject json)
    {
        string? name = Try(() => json.Text("name"));
        string? version = Try(() => json.Text("version"));
        TargetStart? start = json.Has("start") ? Try(() => json.Part("start", ReadStart)) : null;
        TargetAddresses? addresses = json.Has("addresses") ? Try(() => json.Part("addresses", ReadAddresses)) : null;
        int? port = Try(() => json.OptionalNumber("backEndPort", 1024, 65535));
        string? log = Try(() => json.OptionalText("log"));
        IReadOnlyDictionary<Capability, string> lacks = ReadCapabilities(json);
        Dictionary<string, string?> words = json.Has("words") ? Try(() => json.Part("words", ReadWords)) ?? [] : [];
        IReadOnlyList<TargetScreen> screens = json.Has("screens") ? Try(() => json.Part("screens", ReadScreens)) ?? [] : [];
        if (json.Has("start") == json.Has("addresses"))
        {
            Add(json.Mistake(null, "either \"start\" (we start it) or \"addresses\" (it runs already) is expected here."));
        }

        if (addresses is not null && port is null && !json.Has("backEndPort"))
        {
            Add(json.Mistake(null, "\"backEndPort\" is missing: a product that runs already needs to know beforehand where its back ends will be."));
        }

        RefuseUnsaid(json, lacks, start is not null, addresses, log);
        json.Unknown().ToList().ForEach(Add);
        string folder = Path.GetDirectoryName(file)!;
        return _mistakes.Found.Count > 0
            ? null
            : new(file, name!, version!, start, addresses, port, log is null ? null : Path.GetFullPath(log, folder), lacks, words, screens);
    }

    private TargetStart ReadStart(FixtureObject json)
    {
        string program = json.Text("program");
        IReadOnlyList<string> arguments = json.Texts("arguments");
        foreach (Match placeholder in arguments.SelectMany(argument => Placeholder().Matches(argument)))
        {
            if (!TargetStart.Placeholders.ContainsKey(placeholder.Groups[1].Value))
            {
                Add(json.Mistake("arguments", $"{placeholder.Value} is not known; known are {Listed(TargetStart.Placeholders.Keys.Select(key => $"{{{key}}}"))}."));
            }
        }

        return new(program, arguments, json.OptionalNumber("seconds", 1, 600) ?? UsualStartSeconds);
    }

    private TargetAddresses? ReadAddresses(FixtureObject json)
    {
        Uri? portal = Try(() => Address(json, "portal"));
        Uri? telephone = Try(() => Address(json, "telephone"));
        Uri? card = json.Has("card") ? Try(() => Address(json, "card")) : null;
        Uri? control = json.Has("control") ? Try(() => Address(json, "control")) : null;
        Uri? home = json.Has("home") ? Try(() => Address(json, "home")) : null;
        return portal is null || telephone is null ? null : new(portal, telephone, card, control, home);
    }

    private static Uri Address(FixtureObject json, string name) => WebAddress.Read(json, name, json.Text(name));

    // Nothing is left out in silence: what a product has not, it says with a reason.
    private Dictionary<Capability, string> ReadCapabilities(FixtureObject json)
    {
        IReadOnlyList<Capability> offers = Try(() => json.Values<Capability>("offers")) ?? [];
        Dictionary<Capability, string> lacks = [];
        if (json.Has("lacks"))
        {
            Try(() => json.Part("lacks", reasons =>
            {
                foreach (Capability capability in Enum.GetValues<Capability>().Where(capability => reasons.Has(Word(capability))))
                {
                    if (Try(() => reasons.Text(Word(capability))) is { } reason)
                    {
                        lacks[capability] = reason;
                    }
                }

                return lacks;
            }));
        }

        foreach (Capability capability in Enum.GetValues<Capability>())
        {
            if (offers.Contains(capability) == lacks.ContainsKey(capability))
            {
                Add(json.Mistake(null, $"\"{Word(capability)}\" has to stand in \"offers\", or in \"lacks\" with the reason; found in {(offers.Contains(capability) ? "both" : "neither")}."));
            }
        }

        return lacks;
    }

    private void RefuseUnsaid(
        FixtureObject json, IReadOnlyDictionary<Capability, string> lacks, bool isStarted, TargetAddresses? addresses, string? log)
    {
        if (isStarted || addresses is null)
        {
            return;
        }

        foreach (Capability capability in Controlled.Where(capability => !lacks.ContainsKey(capability) && addresses.Control is null))
        {
            Add(json.Mistake("addresses", $"\"control\" is missing: \"{Word(capability)}\" is offered there."));
        }

        if (!lacks.ContainsKey(Capability.CardActivation) && addresses.Card is null)
        {
            Add(json.Mistake("addresses", "\"card\" is missing: \"cardActivation\" begins there."));
        }

        if (!lacks.ContainsKey(Capability.Log) && log is null)
        {
            Add(json.Mistake(null, "\"log\" is missing: a product that runs already writes its log into a file, or says in \"lacks\" why not."));
        }
    }

    private Dictionary<string, string?> ReadWords(FixtureObject json)
    {
        HashSet<string> known = [.. Wording.All.Select(words => words.Text), .. Wording.Texts, .. Screen.All.SelectMany(screen => screen.Next.Concat(screen.Texts))];
        HashSet<string> optional = [.. Wording.All.Where(words => words.Optional).Select(words => words.Text)];
        Dictionary<string, string?> words = [];
        foreach (string ours in json.Names)
        {
            json.Has(ours);
            if (!known.Contains(ours))
            {
                Add(json.Mistake(ours, $"no button, link, field or text is called so; close to it: {Listed(Likeness.Nearest(ours, known))}."));
            }
            else if (json.IsNull(ours))
            {
                words[ours] = null;
                if (!optional.Contains(ours))
                {
                    Add(json.Mistake(ours, $"no product does without it; those with null may be {Listed(optional)}."));
                }
            }
            else if (Try(() => json.Text(ours)) is { } theirs)
            {
                words[ours] = theirs;
            }
        }

        return words;
    }

    private List<TargetScreen> ReadScreens(FixtureObject json)
    {
        HashSet<string> known = [.. Screen.All.Select(screen => screen.Id)];
        List<TargetScreen> screens = [];
        foreach (string id in json.Names)
        {
            json.Has(id);
            if (!known.Contains(id))
            {
                Add(json.Mistake(id, $"there is no screen of this id; close to it: {Listed(Likeness.Nearest(id, known))}."));
            }
            else if (Try(() => json.Part(id, screen => new TargetScreen(id, screen.OptionalText("title"), screen.Has("texts") ? screen.Texts("texts") : null))) is { } own)
            {
                screens.Add(own);
            }
        }

        return screens;
    }

    internal static string Word(Capability capability)
    {
        string name = capability.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    private T? Try<T>(Func<T> read) => _mistakes.Try<T?>(() => read(), default);

    private void Add(FixtureException mistake) => _mistakes.Add(mistake);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
