namespace CardConformance.Harness.Cli;

/// <summary>Names with what they mean, a line each: names in whole, so that they can be copied.</summary>
internal static class NameList
{
    internal static void Write(IReadOnlyList<(string Name, string Description)> entries)
    {
        int width = entries.Max(entry => entry.Name.Length);
        foreach ((string name, string description) in entries)
        {
            Console.WriteLine($"{name.PadRight(width)}  {description}");
        }

        Console.WriteLine();
    }
}
