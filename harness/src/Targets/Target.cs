using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Targets;

/// <summary>A system under test as its file describes it: <c>fixtures/targets/reference.json</c>, or a vendor's own.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">What reports call it.</param>
/// <param name="Version">What reports call its version.</param>
/// <param name="Start">How it is started, or <see langword="null"/> when it runs already.</param>
/// <param name="Addresses">Where it is, when it runs already.</param>
/// <param name="BackEndPort">The port that its back ends' stand-ins get, or <see langword="null"/> for any.</param>
/// <param name="LogFile">Where its log is; <see langword="null"/> for what a started one prints.</param>
/// <param name="Lacks">What it has not, each with the reason.</param>
/// <param name="Words">How its buttons, links and fields are called, by what the guides call them; <see langword="null"/> for one that it does without.</param>
/// <param name="Screens">How its screens differ.</param>
public sealed record Target(
    string File,
    string Name,
    string Version,
    TargetStart? Start,
    TargetAddresses? Addresses,
    int? BackEndPort,
    string? LogFile,
    IReadOnlyDictionary<Capability, string> Lacks,
    IReadOnlyDictionary<string, string?> Words,
    IReadOnlyList<TargetScreen> Screens)
{
    /// <summary>The variable that tells a run which file describes its target; without it, the built-in reference.</summary>
    public const string Variable = "CARDCONFORMANCE_TARGET";

    private static readonly Lazy<Target> Current = new(() => Load(Environment.GetEnvironmentVariable(Variable) ?? ReferenceFile));

    /// <summary>The file of the built-in reference.</summary>
    public static string ReferenceFile => Path.Combine(Repository.Fixtures, "targets", "reference.json");

    /// <summary>The one that this run is about.</summary>
    /// <exception cref="TargetException">Its file is wrong.</exception>
    public static Target OfThisRun => Current.Value;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="TargetException">It is wrong; the message names every mistake with its place.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Target Load(string file)
    {
        var reader = new TargetReader(Path.GetFullPath(file));
        return reader.Read() ?? throw new TargetException(reader.Mistakes);
    }

    /// <summary>Why something cannot be asked of it, or <see langword="null"/>.</summary>
    /// <param name="capability">What is needed.</param>
    public string? WhyNot(Capability capability) => Lacks.GetValueOrDefault(capability);

    /// <summary>What it calls a button, link or field.</summary>
    /// <param name="words">What the guides call it.</param>
    public string Say(string words) => Words.GetValueOrDefault(words) ?? words;

    /// <summary>Whether it does without a button, link or field.</summary>
    /// <param name="words">What the guides call it.</param>
    public bool DoesWithout(string words) => Words.TryGetValue(words, out string? own) && own is null;

    /// <summary>Whether it says itself what it calls a button, link or field.</summary>
    /// <param name="words">What it is called in <c>fixtures/words.json</c>.</param>
    public bool Names(string words) => Words.GetValueOrDefault(words) is not null;

    /// <summary>A screen as it shows it.</summary>
    /// <param name="screen">The screen of the guides.</param>
    public Screen Say(Screen screen) => Screens.FirstOrDefault(own => own.Id == screen.Id) is { } own
        ? screen with { Title = own.Title ?? screen.Title, Texts = own.Texts ?? screen.Texts }
        : screen;
}
