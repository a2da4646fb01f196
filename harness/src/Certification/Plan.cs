namespace CardConformance.Harness.Certification;

/// <summary>What a product is judged by.</summary>
/// <param name="Name">As the command line calls it.</param>
/// <param name="Levels">Requirements of which levels belong to it.</param>
public sealed record Plan(string Name, IReadOnlyList<Level> Levels)
{
    /// <summary>What every product has to meet.</summary>
    public static Plan Base { get; } = new("socle", [Level.Base, Level.Harness]);

    /// <summary>Every requirement there is.</summary>
    public static Plan Whole { get; } = new("complet", [Level.Base, Level.Option, Level.Harness]);

    /// <summary>All plans.</summary>
    public static IReadOnlyList<Plan> All { get; } = [Base, Whole];

    /// <summary>The requirements that belong to it, in the order of the file.</summary>
    public IReadOnlyList<Requirement> Requirements => [.. Requirement.All.Where(requirement => Levels.Contains(requirement.Level))];
}
