using CardConformance.Harness.Attestation;

namespace CardConformance.Harness.Cli;

/// <summary>What <c>verify</c> says.</summary>
internal static class VerificationText
{
    // Whoever changed one file may have changed a thousand; the count is said all the same.
    private const int MostFindings = 50;

    internal static void WriteRefusal(PackageVerification verification)
    {
        Console.WriteLine($"✘ REFUSED: {(verification.Findings.Count == 1 ? "1 reason" : $"{verification.Findings.Count} reasons")}");
        foreach (Finding finding in verification.Findings.Take(MostFindings))
        {
            Console.WriteLine($"""
                  {finding.File}
                    found    {finding.Found}
                    expected {finding.Expected}
                """);
        }

        if (verification.Findings.Count > MostFindings)
        {
            Console.WriteLine($"  … and {verification.Findings.Count - MostFindings} more");
        }

        Console.WriteLine(verification.Statement is null
            ? "Nothing in this package can be relied on: nobody knows who made it."
            : "The signature is good, but the package is not what it should be: rely on nothing in it.");
    }

    // Whoever reads "26 of 59 passed" alone would ask what became of the others.
    private static string Counted(IReadOnlyList<string> statuses)
    {
        IEnumerable<string> others = statuses.Where(status => status != ScenarioRecord.Passed).GroupBy(status => status).Select(same => $", {same.Count()} {Words(same.Key)}");
        return $"{statuses.Count(status => status == ScenarioRecord.Passed)} of {statuses.Count} passed{string.Concat(others)}";

        static string Words(string status) => status switch
        {
            ScenarioRecord.NotTestable => "not testable",
            "notApplicable" => "not applicable",
            "notRun" => "not run",
            _ => status,
        };
    }

    internal static void WriteAcceptance(PackageContents package, PackageVerification verification, VerificationKey key)
    {
        (Statement statement, VerdictRecord verdict) = (verification.Statement!, verification.Verdict!);
        Console.WriteLine($"""
            ✔ Signature   made with the private key of {key.Id}
            ✔ Files       {package.Files.Count}, each as it was signed; none added, none missing
            ✔ Verdict     follows from the evidence in the package, judged again just now

            Product:      {$"{verdict.Product.Name} {verdict.Product.Version}".TrimEnd()}{(verdict.Product.Observed ? "" : " (so says the file that describes it; the product itself did not)")}
            Run:          {verdict.Started} to {verdict.Ended ?? "?"}, CardConformance {verdict.Suite}
            Verdict:      {verdict.Verdict} ({statement.Predicate.Result})
            Scenarios:    {Counted([.. verdict.Scenarios.Select(scenario => scenario.Status)])}
            Requirements: {Counted([.. verdict.Requirements.Select(requirement => requirement.Status)])}
            """);
        if (verdict.Scope.Plan is { } plan)
        {
            Console.WriteLine($"Plan:         {plan}");
        }

        foreach (IGrouping<string, string> reason in verdict.Requirements.Where(one => one.Reason is not null).GroupBy(one => one.Reason!, one => one.Id))
        {
            Console.WriteLine($"Not applicable: {string.Join(' ', reason)}: {reason.Key}");
        }

        foreach (IGrouping<string, string> reason in verdict.Scenarios.Where(one => one.Reason is not null).GroupBy(one => one.Reason!, one => one.Id))
        {
            Console.WriteLine($"Not testable: {reason.Count()} scenarios: {reason.Key}");
        }

        foreach (string missing in verdict.Scope.Missing)
        {
            Console.WriteLine($"PARTIAL:      {missing}");
        }

        if (verdict.Scope.OthersFeatures)
        {
            Console.WriteLine("Besides:      features from outside the suite ran with it.");
        }

        string signer = statement.IsSelfTest()
            ? "The package is whole. It is a SELF-TEST: its key was made on the spot and thrown away, so it proves nothing about who ran it."
            : "The owner of that private key signed exactly these files, and the verdict is the one that they give.";
        Console.WriteLine($"""

            What this proves
              {signer}
            What it does not
              That the scenarios were really played, against this product, at that time: the evidence and the clock are the signer's.
              That the suite was not changed: compare the digests of its files in the statement with those of a release you trust.
              Anything about requirements that are not listed, or about the product on another day.
            """);
    }
}
