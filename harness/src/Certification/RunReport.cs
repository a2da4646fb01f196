namespace CardConformance.Harness.Certification;

/// <summary>Makes everything that is made from a run's evidence: the report in both languages and JUnit XML.</summary>
public static class RunReport
{
    /// <summary>Makes it.</summary>
    /// <param name="run">The run.</param>
    /// <returns>Path of the report.</returns>
    public static string Write(RunResult run)
    {
        string folder = Path.Combine(run.Folder.Path, "report");
        Directory.CreateDirectory(folder);
        foreach (ReportTexts texts in new[] { ReportTexts.French, ReportTexts.English })
        {
            File.WriteAllText(Path.Combine(folder, texts.FileName), new ReportPage(run, texts).Make());
        }

        JUnitFile.Make(run).Save(Path.Combine(run.Folder.Path, "junit.xml"));
        return Path.Combine(folder, ReportTexts.French.FileName);
    }
}
