using System.Globalization;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness;

/// <summary>What a run is told by variables; read once, and printed in the report.</summary>
/// <param name="Workers">Scenarios that run at the same time, 1 to 16.</param>
/// <param name="Seed">What all invented names and numbers follow from.</param>
/// <param name="Shuffled">Whether features, their scenarios and their examples run in an order drawn by lot from the seed.</param>
/// <param name="Traced">Whether the browser's own record of each failed scenario is kept.</param>
/// <param name="Service">The file that describes the service under test, or <see langword="null"/> for the example service.</param>
/// <param name="UntilFailure">Whether no further scenario begins once one has failed.</param>
public sealed record HarnessSettings(
    int Workers, int Seed, bool Shuffled = false, bool Traced = false, string? Service = null, bool UntilFailure = false)
{
    /// <summary>The variable for <see cref="Workers"/>.</summary>
    public const string WorkersVariable = "CARDCONFORMANCE_WORKERS";

    /// <summary>The variable for <see cref="Seed"/>.</summary>
    public const string SeedVariable = "CARDCONFORMANCE_SEED";

    /// <summary>The variable for <see cref="Shuffled"/>: <c>1</c> when it is so.</summary>
    public const string ShuffledVariable = "CARDCONFORMANCE_SHUFFLED";

    /// <summary>The variable for <see cref="Traced"/>: <c>1</c> when it is so.</summary>
    public const string TracedVariable = "CARDCONFORMANCE_TRACED";

    /// <summary>The variable for <see cref="Service"/>.</summary>
    public const string ServiceVariable = "CARDCONFORMANCE_SERVICE";

    /// <summary>The variable for <see cref="UntilFailure"/>: <c>1</c> when it is so.</summary>
    public const string UntilFailureVariable = "CARDCONFORMANCE_UNTIL_FAILURE";

    private const int DefaultWorkers = 2;

    /// <summary>Reads the variables; what is not set gets its default, the seed a new one.</summary>
    /// <exception cref="UserException">A value is not a number, or out of range.</exception>
    public static HarnessSettings Read() => new(
        Number(WorkersVariable, 1, 16, DefaultWorkers),
        Number(SeedVariable, 0, int.MaxValue, Random.Shared.Next()),
        Flag(ShuffledVariable),
        Flag(TracedVariable),
        Environment.GetEnvironmentVariable(ServiceVariable) is { Length: > 0 } service ? service : null,
        Flag(UntilFailureVariable));

    private static bool Flag(string variable) => Number(variable, 0, 1, 0) == 1;

    private static int Number(string variable, int least, int most, int otherwise)
    {
        string? text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new UserException($"{variable}: a whole number from {least} to {most} is expected, found \"{text}\".");
    }
}
