using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Features;

/// <summary>The rules for feature files that somebody else wrote with our phrases, looked at before anything runs.</summary>
internal static class OthersLint
{
    /// <summary>What is wrong, one sentence each that begins with file and line.</summary>
    /// <param name="folder">Where the files are, at any depth.</param>
    internal static IReadOnlyList<string> Check(DirectoryInfo folder)
    {
        (string Path, string Text)[] files = [.. FeatureFiles.In(folder.FullName, folder.FullName)];
        if (files.Length == 0)
        {
            return [$"{folder.FullName}: no file here ends in .feature"];
        }

        var rules = new FeatureLint(Requirement.All.Select(requirement => requirement.Id).ToHashSet(), ofOthers: true);
        var steps = new StepLint(StepCatalogue.Load());
        string[] complaints = [.. files.SelectMany(file => rules.Check(file.Path, file.Text).Concat(steps.Check(file.Path, file.Text)))];

        // Titles name the evidence: theirs and ours lie in one folder. Not worth saying of files that cannot be read.
        return complaints.Length > 0 ? complaints : SuiteLint.Check([], [.. FeatureFiles.All(), .. files]);
    }
}
