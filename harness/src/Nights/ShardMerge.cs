using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Nights;

/// <summary>Joins the parts of a run to the folder that one run would have left.</summary>
/// <param name="parts">The parts, in any order.</param>
internal sealed class ShardMerge(IReadOnlyList<RunResult> parts)
{
    private static readonly string[] SameInAll = ["suite.json", "product.json", ExpectedFailures.FileName];

    /// <summary>Joins them.</summary>
    /// <param name="create">Makes the new folder, once nothing is wrong.</param>
    /// <returns>The whole run.</returns>
    /// <exception cref="UserException">They are not the parts of one run, or not all of them; the message says all that is wrong.</exception>
    internal RunResult Join(Func<RunFolder> create)
    {
        string[] complaints = [.. Complaints()];
        if (complaints.Length > 0)
        {
            throw new UserException($"These runs cannot be joined:\n{string.Join('\n', complaints.Select(complaint => $"✘ {complaint}"))}");
        }

        RunFolder folder = create();
        foreach (RunResult part in parts)
        {
            Copy(part.Folder.Path, folder.Path, isTop: true);
        }

        // What one run would have had: it has begun with the first, and is whole when all are.
        RunInfo first = parts[0].Info;
        RunResult.Describe(folder, first with
        {
            Started = parts.Min(part => part.Info.Started),
            Machine = string.Join(" + ", parts.Select(part => part.Info.Machine).Distinct()),
            Workers = parts.Max(part => part.Info.Workers),
            Shard = null,
            Resumed = parts.Sum(part => part.Info.Resumed),
            RunnerExitCode = ExitCodeOfAll(),
            Order = [.. parts.SelectMany(part => part.Scenarios).OrderBy(scenario => scenario.Begun.Time).Select(scenario => scenario.Begun.Id)],
        });
        ChosenScenarios[] chosen = [.. parts.Select(part => part.Chosen).OfType<ChosenScenarios>()];
        if (chosen.Length > 0)
        {
            (chosen[0] with { Own = chosen[0].Chosen }).Write(folder);
        }

        NotBegun[] notBegun = [.. parts.Select(part => part.NotBegun).OfType<NotBegun>()];
        if (notBegun.Length > 0)
        {
            Blame blame = notBegun.Min(one => one.Blame);
            new NotBegun(blame, [.. notBegun.SelectMany(one => one.Problems).Distinct()]).Write(folder);
        }

        return RunResult.Load(folder);
    }

    // A part without scenarios ends the runner with 1, and has nothing to say.
    private int? ExitCodeOfAll()
    {
        int?[] codes = [.. parts.Where(part => part.Chosen is not { Own.Count: 0 }).Select(part => part.Info.RunnerExitCode)];
        return codes.Contains(null) ? null : codes.Max();
    }

    private IEnumerable<string> Complaints()
    {
        foreach (RunResult whole in parts.Where(part => part.Info.Shard is null))
        {
            yield return $"{whole.Folder.Path} is not a part of a run: it was played without --shard.";
        }

        if (parts.Any(part => part.Info.Shard is null))
        {
            yield break;
        }

        foreach ((string what, Func<RunInfo, string?> value) in MustAgree)
        {
            if (parts.Select(part => value(part.Info)).Distinct().Count() > 1)
            {
                yield return $"The parts differ in {what}: {string.Join("; ", parts.Select(part => $"{value(part.Info) ?? "none"} in {Name(part)}"))}.";
            }
        }

        foreach (string file in SameInAll.Where(file => parts.Select(part => TextOf(part, file)).Distinct().Count() > 1))
        {
            yield return $"The parts differ in {file}: they were not played with the same suite, product or expected failures.";
        }

        Shard[] shards = [.. parts.Select(part => Shard.Parse(Name(part), part.Info.Shard!))];
        int count = shards.Max(shard => shard.Count);
        if (shards.Any(shard => shard.Count != count))
        {
            yield break;
        }

        foreach (int missing in Enumerable.Range(1, count).Except(shards.Select(shard => shard.Index)))
        {
            yield return $"Part {missing}/{count} is missing.";
        }

        foreach (IGrouping<string, RunResult> same in parts.GroupBy(part => part.Info.Shard!).Where(same => same.Count() > 1))
        {
            yield return $"Part {same.Key} is there more than once: {string.Join(", ", same.Select(Name))}.";
        }

        ChosenScenarios[] chosen = [.. parts.Select(part => part.Chosen).OfType<ChosenScenarios>()];
        if (chosen.Any(one => !one.Chosen.SequenceEqual(chosen[0].Chosen)))
        {
            yield return "The parts do not agree on which scenarios the whole run has.";
        }
    }

    private static IReadOnlyList<(string What, Func<RunInfo, string?> Value)> MustAgree { get; } =
    [
        ("the version of CardConformance", info => info.Version),
        ("the target", info => $"{info.Target} {info.TargetVersion}".TrimEnd()),
        ("the seed", info => $"{info.Seed}"),
        ("the plan", info => info.Plan),
        ("the tags", info => info.Tags.Count == 0 ? null : string.Join(" ", info.Tags)),
        ("the order", info => info.Shuffled ? "drawn by lot" : "usual"),
        ("features beside ours", info => info.Also),
        ("what does not apply", info => string.Join(" ", info.NotApplicable?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())),
        ("the number of parts", info => info.Shard!.Split('/')[^1]),
    ];

    private static string Name(RunResult part) => Path.GetFileName(Path.TrimEndingDirectorySeparator(part.Folder.Path));

    private static string? TextOf(RunResult part, string file)
    {
        string path = Path.Combine(part.Folder.Path, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    // What is made of the evidence is made again of the whole.
    private static void Copy(string from, string to, bool isTop)
    {
        string[] made = isTop ? [RunResult.InfoFile, ChosenScenarios.FileName, NotBegun.FileName, "report", .. RunReport.ForMachines.Select(file => file.File)] : [];
        Directory.CreateDirectory(to);
        foreach (string path in Directory.EnumerateFileSystemEntries(from))
        {
            string name = Path.GetFileName(path);
            if (made.Contains(name) || (isTop && name.StartsWith('.')))
            {
                continue;
            }

            if (Directory.Exists(path))
            {
                Copy(path, Path.Combine(to, name), isTop: false);
            }
            else
            {
                File.Copy(path, Path.Combine(to, name), overwrite: true);
            }
        }
    }
}
