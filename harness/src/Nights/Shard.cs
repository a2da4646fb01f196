using System.Globalization;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Nights;

/// <summary>One of the parts of a run that several machines play at the same time.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>The variable that tells a process of a run which part it plays; without it, all of it.</summary>
    public const string Variable = "CARDCONFORMANCE_SHARD";

    /// <summary>More parts than this are a mistake: each starts a rig of its own.</summary>
    public const int Most = 999;

    /// <summary>The part that this process plays, or <see langword="null"/> for all.</summary>
    /// <exception cref="UserException">The variable holds something else.</exception>
    public static Shard? Current() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Parse(Variable, text) : null;

    /// <summary>Reads a part as people write it: <c>2/4</c>.</summary>
    /// <param name="name">Where it was written, for the error.</param>
    /// <param name="text">What was written.</param>
    /// <exception cref="UserException">It is something else.</exception>
    public static Shard Parse(string name, string text) =>
        text.Split('/') is [var index, var count] && Number(index) is { } i && Number(count) is { } n && i >= 1 && i <= n && n <= Most
            ? new(i, n)
            : throw new UserException($"{name}: a part like 2/4 is expected, from 1/1 to {Most}/{Most}, found \"{text}\".");

    /// <summary>What belongs to this part. Each of all belongs to exactly one part, and parts differ by at most one in size.</summary>
    /// <remarks>Dealt out one by one, so that neighbours, the examples of one outline above all, which take the same time, are spread.</remarks>
    /// <param name="all">All of it, in an order that is the same on each machine.</param>
    public IEnumerable<T> Deal<T>(IEnumerable<T> all) => all.Where((_, place) => place % Count == Index - 1);

    /// <summary>The part as people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
