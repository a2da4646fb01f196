using System.Globalization;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Nights;

/// <summary>Which part of a run this machine plays, as the pipeline that started it says by its own variables.</summary>
/// <param name="System">The pipeline's name.</param>
/// <param name="IndexVariable">The variable that counts the machines.</param>
/// <param name="First">What it begins with.</param>
/// <param name="TotalVariable">The variable that says how many there are.</param>
internal sealed record PipelineShard(string System, string IndexVariable, int First, string TotalVariable)
{
    /// <summary>The pipelines that are known.</summary>
    /// <remarks>
    /// GitLab sets both for a job with <c>parallel</c> (docs.gitlab.com/ci/variables/predefined_variables). GitHub sets none: a workflow hands its
    /// <c>strategy.job-index</c> and <c>strategy.job-total</c> on. Kubernetes sets the index of an indexed Job, whose manifest says how many.
    /// </remarks>
    internal static IReadOnlyList<PipelineShard> All { get; } =
    [
        new("GitLab", "CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
        new("GitHub", "STRATEGY_JOB_INDEX", 0, "STRATEGY_JOB_TOTAL"),
        new("Kubernetes", "JOB_COMPLETION_INDEX", 0, "JOB_COMPLETIONS"),
    ];

    /// <summary>The part that the variables name, with the pipeline that set them; <see langword="null"/> outside of pipelines.</summary>
    /// <param name="variable">Reads a variable.</param>
    /// <exception cref="UserException">They are incomplete, wrong, or of two pipelines at once.</exception>
    internal static (Shard Shard, PipelineShard Pipeline)? Find(Func<string, string?> variable)
    {
        PipelineShard[] set = [.. All.Where(pipeline => variable(pipeline.IndexVariable) is { Length: > 0 })];
        return set switch
        {
            [] => null,
            [var only] => (only.Read(variable), only),
            _ => throw new UserException(
                $"The variables {string.Join(" and ", set.Select(pipeline => pipeline.IndexVariable))} are all set: say by --shard which part this is."),
        };
    }

    private Shard Read(Func<string, string?> variable)
    {
        string index = variable(IndexVariable)!;
        string total = variable(TotalVariable) is { Length: > 0 } text
            ? text
            : throw new UserException($"{System}'s {IndexVariable} is {index}, and {TotalVariable} is not set: set it to the number of parts, or give --shard.");
        return int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? Shard.Parse($"{IndexVariable} and {TotalVariable}", $"{number - First + 1}/{total}")
            : throw new UserException($"{IndexVariable}: a whole number is expected, found \"{index}\".");
    }
}
