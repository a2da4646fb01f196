using System.Text.Json;

namespace CardConformance.Reference;

/// <summary>The defect that this reference was started with, if any. It stays until the end: nothing switches it on or off meanwhile.</summary>
/// <remarks>Asked at the one place where the rule stands that the defect breaks.</remarks>
/// <param name="seeded">The defect, or <see langword="null"/> for the reference as it is meant to be.</param>
internal sealed class Defects(Defect? seeded)
{
    private const string Option = "--defect";

    /// <summary>What each is called on the command line.</summary>
    internal static IReadOnlyDictionary<string, Defect> ByName { get; } =
        Enum.GetValues<Defect>().ToDictionary(defect => JsonNamingPolicy.KebabCaseLower.ConvertName(defect.ToString()));

    /// <summary>What it is called, or <see langword="null"/> when there is none.</summary>
    internal string? Name => ByName.FirstOrDefault(entry => entry.Value == seeded).Key;

    /// <summary>Whether it is this one.</summary>
    internal bool Has(Defect defect) => seeded == defect;

    /// <summary>Reads the command line, and nothing else: a variable that happens to be called so must not make a reference defective.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="mistakes">One sentence for each mistake.</param>
    internal static Defects Read(string[] arguments, ICollection<string> mistakes)
    {
        string? name = new ConfigurationBuilder().AddCommandLine(arguments).Build()[Option.TrimStart('-')];
        if (name is null)
        {
            return new(null);
        }

        if (ByName.TryGetValue(name, out Defect defect))
        {
            return new(defect);
        }

        mistakes.Add($"{Option}: one of {string.Join(", ", ByName.Keys)} is expected, found \"{name}\".");
        return new(null);
    }
}
