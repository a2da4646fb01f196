using System.CommandLine;

namespace CardConformance.Harness.Cli;

/// <summary><c>ci-template</c>: prints the description of a nightly run for a pipeline, to be kept with the product.</summary>
internal static class CiTemplateCommand
{
    private static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["gitlab"] = "gitlab-ci.yml",
        ["github"] = "github-actions.yml",
        ["kubernetes"] = "kubernetes-job.yaml",
    };

    private static readonly Argument<string> Name = new("name") { Description = $"The pipeline: {string.Join(", ", Files.Keys)}." };

    internal static Command Create()
    {
        Name.AcceptOnlyFromAmong([.. Files.Keys]);
        var command = new Command("ci-template", "Prints a nightly run in four parts for a pipeline: GitLab CI, GitHub Actions or a Kubernetes indexed Job.") { Name };
        command.SetAction(arguments =>
        {
            Console.Write(File.ReadAllText(Path.Combine(Repository.Root, "harness", "ci", Files[arguments.GetValue(Name)!])));
            return ExitCode.Success;
        });
        return command;
    }
}
