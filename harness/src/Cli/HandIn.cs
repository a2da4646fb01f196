using CardConformance.Harness.Attestation;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Cli;

/// <summary>What is handed in of a run, as the terminal shows it.</summary>
internal static class HandIn
{
    /// <summary>Packs a run and verifies what lies on the disk then.</summary>
    /// <param name="run">The run.</param>
    /// <param name="key">Signs it.</param>
    /// <param name="partial">Whether it may be a part of the suite only.</param>
    /// <param name="file">The zip file to make; <see langword="null"/> for one beside the run's folder.</param>
    /// <returns>Exit code: what was written must be verifiable.</returns>
    /// <exception cref="UserException">The run cannot be handed in.</exception>
    internal static int Write(RunResult run, SigningKey key, bool partial, string? file = null)
    {
        RunPackage package = RunPackage.Make(run, key, partial);
        file ??= Path.TrimEndingDirectorySeparator(run.Folder.Path) + ".zip";
        RefuseWithin(run.Folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        package.Write(file);

        PackageVerification verification = PackageVerification.Of(PackageContents.Read(file), key.Public);
        if (verification.Findings.Count > 0)
        {
            VerificationText.WriteRefusal(verification);
            return ExitCode.Harness;
        }

        Console.WriteLine($"Package: {file}");
        Console.WriteLine($"         {package.Files.Count} files, {Size.Of(new FileInfo(file).Length)}; {ScopeOf(package.Verdict)}");
        if (package.LeftOut.Count > 0)
        {
            Console.WriteLine($"         left out, because they are hidden or browsers' recordings of what was typed: {string.Join(", ", package.LeftOut)}");
        }

        string meaning = verification.Statement!.Predicate.Result == "WARNED" ? " (a part without a failure: never PASSED)" : "";
        Console.WriteLine($"Attestation: {verification.Statement.Predicate.Result}{meaning}, signed and verified, key {key.Public.Id}");
        if (key.IsSelfTest)
        {
            // Nobody else has it: without this file, nobody could verify what it signed.
            string publicFile = Path.ChangeExtension(file, ".self-test.pem");
            File.WriteAllText(publicFile, key.Public.ToPem());
            Console.WriteLine("         SELF-TEST: the key was made for this and thrown away, so it proves nothing about who ran it.");
            Console.WriteLine($"         To sign with a key of your own: ./run-tests.sh keygen --out FOLDER, then {SigningKey.Variable} or --key.");
            Console.WriteLine($"Verify:  ./run-tests.sh verify {file} --public-key {publicFile} --self-test");
        }
        else
        {
            Console.WriteLine($"Verify:  ./run-tests.sh verify {file} --public-key FILE");
        }

        return ExitCode.Success;
    }

    private static string ScopeOf(VerdictRecord verdict) => verdict.Scope.Whole ? (verdict.Scope.Plan is { } plan ? $"the whole plan {plan}" : "the whole suite") : "a part of the suite only, which the statement says";

    private static void RefuseWithin(string folder, string file)
    {
        if (Path.GetFullPath(file).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UserException($"--out: {file} lies in the run's own folder; choose another.");
        }
    }
}
