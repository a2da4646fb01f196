using System.Text.RegularExpressions;
using CardConformance.Harness.Features;
using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>The screens that scenarios come to: those that a feature names, and those that the steps it uses wait for.</summary>
internal static partial class ReachedScreens
{
    private static readonly Dictionary<string, StepMethod> Methods = ReadMethods().ToDictionary(method => method.Name);

    /// <summary>What features call them.</summary>
    internal static IReadOnlySet<string> Names { get; } = Find();

    private static HashSet<string> Find()
    {
        StepCatalogue catalogue = StepCatalogue.Load();
        (StepPhrase Phrase, string Text)[] used =
        [
            .. from file in FeatureFiles.All()
               from step in FeatureStep.In(file.Text)
               from phrase in catalogue.Find(step)
               select (phrase, step.Text),
        ];
        return
        [
            .. from one in used from value in one.Phrase.ValuesIn(one.Text) where value.Type == nameof(Screen) select value.Value,
            .. used.Select(one => one.Phrase.Method).Distinct().SelectMany(method => ScreensOf(method, [])),
        ];
    }

    // With those of the methods it calls: steps are made of steps.
    private static IEnumerable<string> ScreensOf(string name, HashSet<string> visited) =>
        visited.Add(name) && Methods.TryGetValue(name, out StepMethod? method)
            ? method.Screens.Concat(method.Calls.SelectMany(called => ScreensOf(called, visited)))
            : [];

    private static IEnumerable<StepMethod> ReadMethods()
    {
        (string Type, string Name, string Body)[] methods =
        [
            .. from file in Directory.EnumerateFiles(Path.Combine(FeatureFiles.Folder, "Steps"), "*.cs")
               let type = Path.GetFileNameWithoutExtension(file)
               from part in Head().Split(File.ReadAllText(file)).Skip(1)
               let head = Name().Match(part)
               where head.Success
               select (type, head.Groups[1].Value, part),
        ];
        ILookup<string, string> byName = methods.ToLookup(method => method.Name, method => $"{method.Type}.{method.Name}");
        return
            from method in methods
            group method by $"{method.Type}.{method.Name}" into overloads
            let body = string.Concat(overloads.Select(method => method.Body))
            select new StepMethod(
                overloads.Key,
                [.. Named().Matches(body).Select(named => named.Groups[1].Value)],
                [
                    .. from call in Call().Matches(body)
                       from target in byName[call.Groups["name"].Value]
                       where call.Groups["receiver"].Success || target.StartsWith($"{overloads.First().Type}.", StringComparison.Ordinal)
                       select target,
                ]);
    }

    private sealed record StepMethod(string Name, IReadOnlyList<string> Screens, IReadOnlyList<string> Calls);

    // Members stand at one indentation, and nothing else does.
    [GeneratedRegex(@"^    (?=(?:public|private|internal) )", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^[^\n({=]* (\w+)\(")]
    private static partial Regex Name();

    [GeneratedRegex(@"Screen\.Named\(""([^""]+)""\)")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<receiver>[\w)]\.)?\b(?<name>[A-Z]\w+)\b")]
    private static partial Regex Call();
}
