using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using CardConformance.Harness.Attestation;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Certification.CucumberMessages;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Features;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.Targets;
using SigningKey = CardConformance.Harness.Attestation.SigningKey;

namespace CardConformance.Harness.Cli;

/// <summary><c>run</c>: the conformance run. Features run in a process of their own; verdict and report are made of what they leave.</summary>
internal static class RunCommand
{
    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "Scenarios that run at the same time, 1 to 16.",
        DefaultValueFactory = _ => 2,
        CustomParser = WholeNumber("--workers", 1, 16),
        HelpName = "N",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Makes the same people as the run that printed this seed.",
        DefaultValueFactory = _ => Random.Shared.Next(),
        CustomParser = WholeNumber("--seed", 0, int.MaxValue),
        HelpName = "N",
    };

    private static readonly Option<string[]> Tags = new("--tag")
    {
        Description = "Only scenarios of this requirement, for example A_07; may be given several times.",
        HelpName = "ID",
    };

    private static readonly Option<string?> TagExpressionText = new("--tags")
    {
        Description = "Only scenarios with these tags: and, or, not, parentheses, * for any characters, for example \"A_05 or B_* and not lent\".",
        HelpName = "EXPRESSION",
    };

    private static readonly Option<bool> Shuffle = new("--shuffle")
    {
        Description = "Draws the order of features, scenarios and examples by lot; the printed seed draws the same order again.",
    };

    private static readonly Option<bool> Trace = new("--trace")
    {
        Description = "Keeps the browser's own record of each scenario that fails, with all that was typed; takes a quarter more time.",
    };

    private static readonly Option<bool> UntilFailure = new("--until-failure") { Description = "Begins no further scenario once one has failed." };

    private static readonly Option<DirectoryInfo?> Also = new("--also")
    {
        Description = "Also the features of this folder, which may lie anywhere and use our phrases.",
        HelpName = "FOLDER",
    };

    private static readonly Option<FileInfo?> TargetFile = new("--target")
    {
        Description = "The product to test, as its file describes it (see \"init\"); without it, the built-in reference.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> PlanName = PlanOption("--plan", "Only the requirements of a plan");

    private static readonly Option<string?> Certify = PlanOption(
        "--certify", "A run to show to others: a plan exactly as it is, in its order, with nothing left out, added or repeated");

    private static readonly Option<FileInfo?> Service = new("--service")
    {
        Description = "Runs the scenarios about services against the one that this file describes, instead of the example; it has to be running.",
        HelpName = "FILE",
    };

    private static readonly Option<DirectoryInfo?> Trx = new("--trx") { Description = "Also leave the test runner's own results in this folder.", HelpName = "FOLDER" };

    private static readonly Option<bool> Attest = new("--attest")
    {
        Description = "Also packs the run with a signed attestation, and verifies it; --key says so too. See \"package --help\".",
    };

    internal static Command Create()
    {
        var command = new Command("run", "Runs the conformance scenarios against a product, or the built-in reference, and writes a report.")
        {
            TargetFile, Service, PlanName, Certify, Workers, Seed, Tags, TagExpressionText, Shuffle, UntilFailure, Trace, Also, Trx, Attest, SigningOptions.Key,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        // Ctrl-C is listened for once a command has given its thread back: from here on, before anything is started.
        await Task.Yield();
        string[] tags = arguments.GetValue(Tags) ?? [];
        RefuseUnknown(tags);
        using SigningKey? key = arguments.GetValue(Attest) || arguments.GetValue(SigningOptions.Key) is not null ? SigningOptions.Load(arguments) : null;
        RefuseOthersThanCertify(arguments);
        var target = Target.Load(arguments.GetValue(TargetFile)?.FullName ?? Target.ReferenceFile);
        Plan? plan = Plan.All.FirstOrDefault(plan => plan.Name == (arguments.GetValue(Certify) ?? arguments.GetValue(PlanName)));
        DirectoryInfo? also = arguments.GetValue(Also);
        string program = also is null ? FeatureProject.Program : await FeatureProject.BuildWithAsync(also);
        string? expression = (arguments.GetValue(TagExpressionText), tags) switch
        {
            ({ } text, []) => text,
            (null, []) => null,
            (null, _) => string.Join(" or ", tags),
            _ => throw new UserException("--tag and --tags say the same in two ways: give one of them."),
        };
        FileInfo? serviceFile = arguments.GetValue(Service);
        TestedService? service = serviceFile is null ? null : await RunningService.FindAsync(serviceFile.FullName, cancellation);
        expression = service is null ? expression : RunningService.OnlyAboutServices(expression);
        PlanRevision? revision = arguments.GetValue(Certify) is null ? null : LoadRevision();
        RequirementChoice choice = RequirementChoice.Of(plan ?? Plan.Whole, target);
        string? filter = MakeFilter(choice.Limit(expression), also);
        RunFolder folder = RunFolder.Current();
        var info = new RunInfo(
            DateTimeOffset.UtcNow,
            service?.Name ?? target.Name,
            arguments.GetValue(Seed),
            arguments.GetValue(Workers),
            Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            tags.Length > 0 || expression is null ? tags : [expression],
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
            Shuffled: arguments.GetValue(Shuffle),
            Also: also?.FullName,
            TargetVersion: service is null ? target.Version : null,
            Plan: plan?.Name,
            Certifies: revision is not null,
            PlanRevision: revision?.Name,
            ScenariosDue: revision?.Requirements.Where(one => plan!.Requirements.Any(requirement => requirement.Id == one.Key) && !choice.NotApplicable.ContainsKey(one.Key))
                .ToDictionary(one => one.Key, one => one.Value.Scenarios),
            NotApplicable: choice.NotApplicable);
        RunResult.Describe(folder, info);
        RunFeatures.Keep(folder, info.Also);
        SuiteRecord.Describe(folder, info.Version, program);
        string order = info.Shuffled ? ", in an order drawn by lot" : "";
        Console.WriteLine($"Conformance run of {info.Target} {info.TargetVersion}, {info.Workers} scenarios at a time, seed {info.Seed}{order}");
        (int? exitCode, string log) = await RunFeaturesAsync(
            target, info, folder, arguments.GetValue(Trace), serviceFile, TestArguments(program, info.Workers, filter, arguments.GetValue(Trx), arguments.GetValue(UntilFailure)), cancellation);
        RunResult.Describe(folder, info with { RunnerExitCode = exitCode, Order = RunResult.Load(folder).Order });
        var run = RunResult.Load(folder);
        int verdict = Conclude(run, log);
        return key is null ? verdict : AttestTo(run, key, verdict);
    }

    private static Func<ArgumentResult, int> WholeNumber(string option, int least, int most) => result =>
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"{option}: a whole number from {least} to {most} is expected, found \"{text}\".");
        return least;
    };

    private static void RefuseUnknown(string[] tags)
    {
        if (tags.FirstOrDefault(tag => Requirement.All.All(requirement => requirement.Id != tag)) is { } unknown)
        {
            throw new UserException(
                $"There is no requirement {unknown}; there are {string.Join(", ", Requirement.All.Select(requirement => requirement.Id))}.");
        }
    }

    private static Option<string?> PlanOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = $"{description}: {string.Join(" or ", Plan.All.Select(plan => plan.Name))}.", HelpName = "PLAN" };
        option.AcceptOnlyFromAmong([.. Plan.All.Select(plan => plan.Name)]);
        return option;
    }

    private static PlanRevision LoadRevision()
    {
        var frozen = PlanRevision.Load();
        IReadOnlyList<string> changed = frozen.DifferencesFrom(PlanRevision.OfWorkingCopy(frozen.Name));
        return changed.Count == 0 ? frozen : throw new UserException(
            $"--certify: this working copy demands something else than revision {frozen.Name} of {string.Join(", ", changed)}. "
            + "Certify with the released version, or freeze a revision of your own: \"plans --freeze NAME\".");
    }

    private static void RefuseOthersThanCertify(ParseResult arguments)
    {
        Option[] others = [PlanName, Tags, TagExpressionText, Shuffle, UntilFailure, Also];
        if (arguments.GetValue(Certify) is not null && others.FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false }) is { } other)
        {
            throw new UserException($"--certify runs a plan exactly as it is: leave {other.Name} out.");
        }
    }

    private static string? MakeFilter(string? expression, DirectoryInfo? also)
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

    private static async Task<(int? ExitCode, string Log)> RunFeaturesAsync(
        Target target, RunInfo info, RunFolder folder, bool traced, FileInfo? service, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[RunFolder.Variable] = folder.Path;
        start.Environment[Target.Variable] = target.File;
        start.Environment[HarnessSettings.WorkersVariable] = $"{info.Workers}";
        start.Environment[HarnessSettings.SeedVariable] = $"{info.Seed}";
        start.Environment[HarnessSettings.ShuffledVariable] = info.Shuffled ? "1" : "0";
        start.Environment[HarnessSettings.TracedVariable] = traced ? "1" : "0";
        start.Environment[HarnessSettings.ServiceVariable] = service?.FullName;
        start.Environment["SPECFLOW_TELEMETRY_ENABLED"] = "0";

        // All temporary files of the run in one place: a run that is stopped cannot clear up after itself.
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("cardconformance-");
        start.Environment["TMPDIR"] = temporary.FullName;
        List<string> log = [];
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(log, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(log, line.Data);
        using var progress = new RunProgress(folder);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, string.Join('\n', log));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            Console.WriteLine("Stopped. What was done so far is in the report.");
            return (null, string.Join('\n', log));
        }
        finally
        {
            Delete(temporary);
        }
    }

    private static void Delete(DirectoryInfo temporary)
    {
        try
        {
            temporary.Delete(recursive: true);
        }
        catch (IOException failure)
        {
            Console.Error.WriteLine($"Temporary files stay in {temporary.FullName}: {failure.Message}");
        }
    }

    internal static string[] TestArguments(string program, int workers, string? filter, DirectoryInfo? trx, bool untilFailure = false)
    {
        string[] limit = filter is null ? [] : ["--filter", filter];
        string[] results = trx is null ? [] : ["--logger", "trx;LogFileName=features.trx", "--results-directory", trx.FullName];
        return
        [
            "test", program, .. limit, .. results,

            // A filter that matches nothing is a mistake, not a success.
            "--", "RunConfiguration.TreatNoTestsAsError=true", $"NUnit.NumberOfTestWorkers={workers}", $"NUnit.StopOnError={untilFailure}",
        ];
    }

    private static void Keep(List<string> log, string? line)
    {
        if (line is not null)
        {
            lock (log)
            {
                log.Add(line);
            }
        }
    }

    // Whoever asked for a part knows that it is one; what broke off is no basis for a statement.
    private static int AttestTo(RunResult run, SigningKey key, int verdict)
    {
        if (run.Verdict is not (Verdict.Conforming or Verdict.NotConforming))
        {
            Console.WriteLine("No attestation: this run says nothing about the product.");
            return verdict;
        }

        int attested = HandIn.Write(run, key, partial: run.Info.Tags.Count > 0);
        return attested == ExitCode.Success ? verdict : attested;
    }

    private static int Conclude(RunResult run, string log)
    {
        if (run.NotBegun is null && run.Verdict is Verdict.Nothing or Verdict.Unfinished)
        {
            Console.Error.WriteLine(log);
        }

        string report = RunReport.Write(run);
        Console.WriteLine();
        if (run.NotBegun is { } notBegun)
        {
            Console.WriteLine($"The run did not begin ({ReportTexts.English.BlameWord(notBegun.Blame)}):\n  {string.Join("\n  ", notBegun.Problems)}\n");
        }

        foreach (ScenarioResult failed in run.Scenarios.Where(scenario => !scenario.Passed && scenario.NotTestable is null))
        {
            string rule = failed.Rule is { } said ? $"\n  {ReportTexts.English.BlameWord(said.Blame)}: {said.English}" : "";
            Console.WriteLine($"{failed.Begun.Id}{rule}\n  {failed.Error!.ReplaceLineEndings("\n  ")}\n");
        }

        foreach ((Requirement requirement, IReadOnlyList<ScenarioResult> scenarios) in run.ByRequirement())
        {
            ScenarioResult[] tried = [.. scenarios.Where(scenario => scenario.NotTestable is null)];
            int passed = tried.Count(scenario => scenario.Passed);
            string mark = tried.Length == 0 ? "–" : passed == tried.Length ? "✔" : "✘";
            Console.WriteLine($"{mark} {requirement.Id}  {passed} of {scenarios.Count}  {requirement.Words}");
            foreach (IGrouping<string, ScenarioResult> reason in scenarios.Where(scenario => scenario.NotTestable is not null).GroupBy(scenario => scenario.NotTestable!))
            {
                Console.WriteLine($"        {reason.Count()} not testable: {reason.Key}");
            }
        }

        foreach (IGrouping<string, string> reason in (run.Info.NotApplicable ?? new Dictionary<string, string>()).GroupBy(one => one.Value, one => one.Key))
        {
            Console.WriteLine($"– {string.Join(' ', reason)}  not applicable: {reason.Key}");
        }

        foreach (string id in run.FindMissing())
        {
            Console.WriteLine($"✘ {id}  fewer scenarios were played than revision {run.Info.PlanRevision} has");
        }

        Console.WriteLine();
        Console.WriteLine($"Verdict: {ReportTexts.English.VerdictWord(run.Verdict)} ({ReportTexts.French.VerdictWord(run.Verdict)})");
        Console.WriteLine($"Report:   {report} (for people)");
        foreach ((string name, string file, string forWhom) in RunReport.ForMachines)
        {
            Console.WriteLine($"{name + ":",-10}{Path.Combine(run.Folder.Path, file)} (for {forWhom})");
        }

        return run.Verdict switch
        {
            Verdict.Conforming => ExitCode.Success,
            Verdict.NotConforming => ExitCode.Product,
            Verdict.HarnessFailed => ExitCode.Harness,
            _ => ExitCode.Configuration,
        };
    }
}
