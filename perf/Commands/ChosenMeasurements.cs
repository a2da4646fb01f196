using CardConformance.Harness.Cli;

namespace CardConformance.Perf.Commands;

/// <summary>Measurements by the names that were typed.</summary>
internal static class ChosenMeasurements
{
    /// <summary>Finds them.</summary>
    /// <param name="measurements">All there are.</param>
    /// <param name="names">Names, one or several separated by commas in each; none for all.</param>
    /// <exception cref="UserException">There is no measurement of a name, or this machine lacks what it takes.</exception>
    internal static IReadOnlyList<IMeasurement> Of(IReadOnlyList<IMeasurement> measurements, IReadOnlyList<string> names)
    {
        string[] typed = [.. names.SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        if (names.Count > 0 && typed.Length == 0)
        {
            throw new UserException($"--only names nothing; there are {Known(measurements)}.");
        }

        foreach (string name in typed)
        {
            IMeasurement measurement = measurements.FirstOrDefault(known => known.Name == name)
                ?? throw new UserException($"There is no measurement \"{name}\"; there are {Known(measurements)}.");
            if (measurement.MissingCapability is { } missing)
            {
                throw new UserException($"{name} cannot be measured on this machine: {missing}");
            }
        }

        return typed.Length == 0 ? measurements : [.. measurements.Where(measurement => typed.Contains(measurement.Name))];
    }

    private static string Known(IReadOnlyList<IMeasurement> measurements) => string.Join(", ", measurements.Select(known => known.Name));
}
