using CardConformance.Harness.Evidence;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>The feature files of a run: copied into its folder before it begins, since those of the working copy change.</summary>
internal static class RunFeatures
{
    private const string Folder = "features";

    /// <summary>Copies our feature files, and those of another folder, into a run's folder.</summary>
    /// <param name="run">The run.</param>
    /// <param name="also">The other folder, if there is one.</param>
    internal static void Keep(RunFolder run, string? also)
    {
        string folder = Path.Combine(run.Path, Folder);
        Copy(FeatureFiles.In(FeatureFiles.Folder, FeatureFiles.Folder), folder);
        if (also is not null)
        {
            Copy(FeatureFiles.In(also, also), Path.Combine(folder, "others"));
        }
    }

    /// <summary>The documents that scenarios ran of, with those scenarios: of the copies, or else written from the evidence.</summary>
    /// <param name="run">The run.</param>
    internal static IReadOnlyList<PlayedFeature> Of(RunResult run)
    {
        FeatureDocument[] kept = [.. Read(run.Folder)];
        ILookup<FeatureDocument?, ScenarioResult> found = run.Scenarios.ToLookup(
            scenario => Array.Find(kept, document => document.Pickles.Any(pickle => pickle.IsOf(scenario))));
        return
        [
            .. from document in kept
               where found.Contains(document)
               select new PlayedFeature(document, [.. found[document].Select(scenario => (scenario, document.Pickles.First(pickle => pickle.IsOf(scenario))))]),
            .. found[null].GroupBy(scenario => scenario.Begun.Feature).Select((feature, place) => Written(feature, place + 1)),
        ];
    }

    private static PlayedFeature Written(IGrouping<string, ScenarioResult> feature, int number)
    {
        var document = FeatureDocument.Read($"scenarios/{number}.feature", EvidenceFeature.Write(feature.Key, feature));
        return new(document, [.. feature.Zip(document.Pickles)]);
    }

    private static IEnumerable<FeatureDocument> Read(RunFolder run)
    {
        string folder = Path.Combine(run.Path, Folder);
        return Directory.Exists(folder)
            ? FeatureFiles.In(folder, run.Path).Select(file => FeatureDocument.Read(file.Path, file.Text))
            : [];
    }

    private static void Copy(IEnumerable<(string Path, string Text)> files, string folder)
    {
        foreach ((string path, string text) in files)
        {
            string copy = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, text);
        }
    }
}
