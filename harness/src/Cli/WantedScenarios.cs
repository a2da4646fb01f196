using System.CommandLine;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Cli;

/// <summary>Which scenarios somebody wants to be run.</summary>
internal static class WantedScenarios
{
    /// <summary>What the options say, as one expression over tags; <see langword="null"/> for all.</summary>
    /// <exception cref="UserException">They name unknown requirements, or say the same twice.</exception>
    internal static string? Expression(ParseResult arguments)
    {
        string[] tags = arguments.GetValue(RunOptions.Tags) ?? [];
        RefuseUnknown(tags);
        return (arguments.GetValue(RunOptions.TagExpressionText), tags) switch
        {
            ({ } text, []) => text,
            (null, []) => null,
            (null, _) => string.Join(" or ", tags),
            _ => throw new UserException("--tag and --tags say the same in two ways: give one of them."),
        };
    }

    /// <summary>An expression as the test runner takes it; <see langword="null"/> for all scenarios.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="also">Another folder of features that belong to the run.</param>
    /// <exception cref="UserException">It cannot be understood, or no scenario is so.</exception>
    internal static string? Filter(string? expression, DirectoryInfo? also)
    {
        if (expression is null)
        {
            return null;
        }

        IEnumerable<(string Path, string Text)> files = also is null ? FeatureFiles.All() : FeatureFiles.All().Concat(FeatureFiles.In(also.FullName, also.FullName));
        IReadOnlyList<string>[] scenarios = [.. files.SelectMany(file => ScenarioTags.In(file.Text))];
        var wanted = TagExpression.Parse(expression, scenarios.SelectMany(tags => tags).ToHashSet());
        return scenarios.Any(wanted.IsMatch)
            ? wanted.ToFilter()
            : throw new UserException($"--tags \"{expression}\": no scenario has such tags.");
    }

    private static void RefuseUnknown(string[] tags)
    {
        if (tags.FirstOrDefault(tag => Requirement.All.All(requirement => requirement.Id != tag)) is { } unknown)
        {
            throw new UserException(
                $"There is no requirement {unknown}; there are {string.Join(", ", Requirement.All.Select(requirement => requirement.Id))}.");
        }
    }
}
