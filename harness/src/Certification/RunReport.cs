using CardConformance.Harness.Biting;
using CardConformance.Harness.Certification.CucumberMessages;

namespace CardConformance.Harness.Certification;

/// <summary>Makes everything that is made from a run's evidence: the report in both languages, and the files for machines.</summary>
public static class RunReport
{
    /// <summary>The files for machines in a run's folder, and whom each is for.</summary>
    internal static IReadOnlyList<(string Name, string File, string For)> ForMachines { get; } =
    [
        ("JUnit", "junit.xml", "GitLab, Jenkins and other CI systems"),
        ("TRX", "results.trx", ".NET tools"),
        ("Cucumber", "messages.ndjson", "Cucumber's formatters and viewers"),
    ];

    /// <summary>Makes it.</summary>
    /// <param name="run">The run.</param>
    /// <returns>Path of the report.</returns>
    public static string Write(RunResult run)
    {
        string folder = Path.Combine(run.Folder.Path, "report");
        Directory.CreateDirectory(folder);
        var bites = BiteMatrix.LastOf(run.Info.Version, BiteMatrix.All);
        foreach (ReportTexts texts in new[] { ReportTexts.French, ReportTexts.English })
        {
            File.WriteAllText(Path.Combine(folder, texts.FileName), new ReportPage(run, texts) { Bites = bites }.Make());
            File.WriteAllText(Path.Combine(folder, SummaryTexts.In(texts.Language).FileName), new SummaryPage(run, texts).Make());
        }

        string project = Environment.GetEnvironmentVariable(JUnitFile.ProjectVariable) is { Length: > 0 } named ? named : Repository.Root;
        new JUnitFile(project).Make(run).Save(Path.Combine(run.Folder.Path, "junit.xml"));
        TrxFile.Make(run).Save(Path.Combine(run.Folder.Path, "results.trx"));
        MessagesFile.Write(run, Path.Combine(run.Folder.Path, "messages.ndjson"));
        return Path.Combine(folder, ReportTexts.French.FileName);
    }
}
