using System.CommandLine;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Cli;

/// <summary><c>plans</c>: what a product is judged by.</summary>
internal static class PlansCommand
{
    internal static Command Create()
    {
        var freeze = new Option<string?>("--freeze")
        {
            Description = "Writes what the working copy demands as a new revision, for example 2026-2.",
            HelpName = "NAME",
        };
        var command = new Command("plans", "Lists the plans, their requirements, and whether the working copy is that of the frozen revision.") { freeze };
        command.SetAction(arguments => arguments.GetValue(freeze) is { } name ? Freeze(name) : List());
        return command;
    }

    private static int Freeze(string name)
    {
        if (File.Exists(PlanRevision.FilePath) && PlanRevision.Load().Name == name)
        {
            throw new UserException($"There is a revision {name} already: whoever certified with it must be able to rely on it. Choose another name.");
        }

        PlanRevision.OfWorkingCopy(name).Write();
        Console.WriteLine($"{PlanRevision.FilePath} holds revision {name} now.");
        return ExitCode.Success;
    }

    private static int List()
    {
        PlanRevision frozen = PlanRevision.Load();
        foreach (Plan plan in Plan.All)
        {
            int scenarios = plan.Requirements.Sum(requirement => frozen.Requirements.GetValueOrDefault(requirement.Id)?.Scenarios ?? 0);
            Console.WriteLine($"{plan.Name}: {plan.Requirements.Count} requirements, {scenarios} scenarios");
        }

        Console.WriteLine();
        foreach (Requirement requirement in Requirement.All)
        {
            string needs = requirement.Needs is { } need ? $"  (needs {need})" : "";
            Console.WriteLine($"{requirement.Id}  {requirement.Level,-8} {frozen.Requirements.GetValueOrDefault(requirement.Id)?.Scenarios,4}  {requirement.Words}{needs}");
        }

        IReadOnlyList<string> changed = frozen.DifferencesFrom(PlanRevision.OfWorkingCopy(frozen.Name));
        Console.WriteLine();
        Console.WriteLine(changed.Count == 0
            ? $"Revision {frozen.Name}: this working copy demands exactly that."
            : $"Revision {frozen.Name}: this working copy demands something else of {string.Join(", ", changed)}.");
        return changed.Count == 0 ? ExitCode.Success : ExitCode.Difference;
    }
}
