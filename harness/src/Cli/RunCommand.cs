using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using CardConformance.Harness.Attestation;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Certification.CucumberMessages;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Nights;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.Targets;
using SigningKey = CardConformance.Harness.Attestation.SigningKey;

namespace CardConformance.Harness.Cli;

/// <summary><c>run</c>: the conformance run. Features run in a process of their own; verdict and report are made of what they leave.</summary>
internal static class RunCommand
{
    private static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    internal static Command Create()
    {
        var command = new Command("run", "Runs the conformance scenarios against a product, or the built-in reference, and writes a report.");
        RunOptions.All.ToList().ForEach(command.Options.Add);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        // Ctrl-C is listened for once a command has given its thread back: from here on, before anything is started.
        await Task.Yield();
        RunOptions.RefuseContradictions(arguments);
        if (arguments.GetValue(RunOptions.Resume) is { } killed)
        {
            return await ResumedRun.PlayAsync(RunFolders.Find(killed), Version, cancellation);
        }

        string? expression = WantedScenarios.Expression(arguments);
        using SigningKey? key = arguments.GetValue(RunOptions.Attest) || arguments.GetValue(SigningOptions.Key) is not null ? SigningOptions.Load(arguments) : null;
        var target = Target.Load(arguments.GetValue(RunOptions.TargetFile)?.FullName ?? Target.ReferenceFile);
        ExpectedFailures? expected = arguments.GetValue(RunOptions.Expected) is { } file ? ExpectedFailures.Load(file.FullName) : null;
        Plan? plan = Plan.All.FirstOrDefault(plan => plan.Name == (arguments.GetValue(RunOptions.Certify) ?? arguments.GetValue(RunOptions.PlanName)));
        DirectoryInfo? also = arguments.GetValue(RunOptions.Also);
        string program = also is null ? FeatureProject.Program : await FeatureProject.BuildWithAsync(also);
        FileInfo? serviceFile = arguments.GetValue(RunOptions.Service);
        TestedService? service = serviceFile is null ? null : await RunningService.FindAsync(serviceFile.FullName, cancellation);
        expression = service is null ? expression : RunningService.OnlyAboutServices(expression);
        PlanRevision? revision = arguments.GetValue(RunOptions.Certify) is null ? null : PlanRevision.ToCertifyWith();
        RequirementChoice choice = RequirementChoice.Of(plan ?? Plan.Whole, target);
        var origin = new RunOrigin(target.File, serviceFile?.FullName, arguments.GetValue(RunOptions.Trace), choice.Limit(expression), arguments.GetValue(RunOptions.UntilFailure));
        string? filter = WantedScenarios.Filter(origin.Expression, also);
        Shard? shard = RunOptions.ShardOf(arguments);
        string[] tags = arguments.GetValue(RunOptions.Tags) ?? [];
        RunFolder folder = RunFolder.Current(shard is null ? "" : $"-part-{shard.Index}-of-{shard.Count}");
        var info = new RunInfo(
            DateTimeOffset.UtcNow,
            service?.Name ?? target.Name,
            arguments.GetValue(RunOptions.Seed),
            arguments.GetValue(RunOptions.Workers),
            Version,
            tags.Length > 0 || expression is null ? tags : [expression],
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
            Shuffled: arguments.GetValue(RunOptions.Shuffle),
            Also: also?.FullName,
            TargetVersion: service is null ? target.Version : service.Version,
            Plan: plan?.Name,
            Certifies: revision is not null,
            PlanRevision: revision?.Name,
            ScenariosDue: revision?.Requirements.Where(one => plan!.Requirements.Any(requirement => requirement.Id == one.Key) && !choice.NotApplicable.ContainsKey(one.Key))
                .ToDictionary(one => one.Key, one => one.Value.Scenarios),
            NotApplicable: choice.NotApplicable,
            Shard: shard?.ToString());
        RunResult.Describe(folder, info);
        origin.Write(folder);
        expected?.Keep(folder);
        RunFeatures.Keep(folder, info.Also);
        SuiteRecord.Describe(folder, info.Version, program);
        string order = info.Shuffled ? ", in an order drawn by lot" : "";
        string part = shard is null ? "" : $", part {shard}";
        Console.WriteLine($"Conformance run of {info.Target} {info.TargetVersion}{part}, {info.Workers} scenarios at a time, seed {info.Seed}{order}");
        Console.WriteLine($"Folder:   {folder.Path}");
        (int? exitCode, string log) = await FeatureRunner.RunAsync(
            info, origin, folder, FeatureRunner.TestArguments(program, info.Workers, filter, arguments.GetValue(RunOptions.Trx)), cancellation);
        RunResult.Describe(folder, info with { RunnerExitCode = exitCode, Order = RunResult.Load(folder).Order });
        var run = RunResult.Load(folder);
        int verdict = RunConclusion.Conclude(run, log);
        return key is null ? verdict : RunConclusion.AttestTo(run, key, verdict);
    }
}
