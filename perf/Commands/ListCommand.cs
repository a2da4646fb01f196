using System.CommandLine;

namespace CardConformance.Perf.Commands;

/// <summary><c>list</c>: the questions, what this machine lacks to answer them, and what brings the peers.</summary>
internal static class ListCommand
{
    internal static Command Create(IReadOnlyList<IMeasurement> measurements)
    {
        var command = new Command("list", "Lists what is measured, and what this machine lacks for it.");
        command.SetAction(parsed =>
        {
            foreach (string line in Lines(measurements))
            {
                parsed.InvocationConfiguration.Output.WriteLine(line);
            }
        });
        return command;
    }

    /// <summary>What it prints.</summary>
    internal static IEnumerable<string> Lines(IReadOnlyList<IMeasurement> measurements)
    {
        int width = measurements.Max(measurement => measurement.Name.Length);
        foreach (IMeasurement measurement in measurements)
        {
            yield return $"{measurement.Name.PadRight(width)}  {measurement.Question}";
            if (measurement.MissingCapability is { } missing)
            {
                yield return $"{new string(' ', width)}  missing: {missing}";
            }
        }

        if (PeerPackages(measurements) is { } line)
        {
            yield return "";
            yield return "Peers are measured beside ours where they are installed; as root:";
            yield return $"  {line}";
        }
    }

    /// <summary>The line that installs the peers, or <see langword="null"/> when there are none.</summary>
    internal static string? PeerPackages(IReadOnlyList<IMeasurement> measurements)
    {
        string[] packages = [.. measurements.SelectMany(measurement => measurement.PeerPackages).Distinct().Order(StringComparer.Ordinal)];
        return packages.Length == 0 ? null : $"apt-get install --yes --no-install-recommends {string.Join(' ', packages)}";
    }
}
