using CardConformance.Perf.Results;

namespace CardConformance.Perf.Commands;

/// <summary>What the program tells the shell. Time never has a part in it.</summary>
internal static class ExitCode
{
    /// <summary>All that could be measured was measured, and answered rightly.</summary>
    internal const int Success = 0;

    /// <summary>Something answered wrongly.</summary>
    internal const int Wrong = 1;

    /// <summary>What was asked for cannot be done: a wrong argument, or a machine that lacks what was asked for by name.</summary>
    internal const int Configuration = 2;

    /// <summary>A measurement crashed.</summary>
    internal const int Defect = 3;

    /// <summary>What the shell is told of answers.</summary>
    internal static int Of(IReadOnlyList<Answer> answers) =>
        answers.Any(answer => answer.Defect is not null) ? Defect
        : answers.Any(answer => answer.Wrong is not null) ? Wrong
        : Success;
}
