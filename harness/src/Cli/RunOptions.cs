using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Nights;

namespace CardConformance.Harness.Cli;

/// <summary>The options of <c>run</c>, and which of them go together.</summary>
internal static class RunOptions
{
    internal static readonly Option<int> Workers = new("--workers")
    {
        Description = "Scenarios that run at the same time, 1 to 16.",
        DefaultValueFactory = _ => 2,
        CustomParser = WholeNumber("--workers", 1, 16),
        HelpName = "N",
    };

    internal static readonly Option<int> Seed = new("--seed")
    {
        Description = "Makes the same people as the run that printed this seed.",
        DefaultValueFactory = _ => Random.Shared.Next(),
        CustomParser = WholeNumber("--seed", 0, int.MaxValue),
        HelpName = "N",
    };

    internal static readonly Option<string[]> Tags = new("--tag")
    {
        Description = "Only scenarios of this requirement, for example A_07; may be given several times.",
        HelpName = "ID",
    };

    internal static readonly Option<string?> TagExpressionText = new("--tags")
    {
        Description = "Only scenarios with these tags: and, or, not, parentheses, * for any characters, for example \"A_05 or B_* and not lent\".",
        HelpName = "EXPRESSION",
    };

    internal static readonly Option<bool> Shuffle = new("--shuffle")
    {
        Description = "Draws the order of features, scenarios and examples by lot; the printed seed draws the same order again.",
    };

    internal static readonly Option<bool> Trace = new("--trace")
    {
        Description = "Keeps the browser's own record of each scenario that fails, with all that was typed; takes a quarter more time.",
    };

    internal static readonly Option<bool> UntilFailure = new("--until-failure") { Description = "Begins no further scenario once one has failed." };

    internal static readonly Option<DirectoryInfo?> Also = new("--also")
    {
        Description = "Also the features of this folder, which may lie anywhere and use our phrases.",
        HelpName = "FOLDER",
    };

    internal static readonly Option<FileInfo?> TargetFile = new("--target")
    {
        Description = "The product to test, as its file describes it (see \"init\"); without it, the built-in reference.",
        HelpName = "FILE",
    };

    internal static readonly Option<string?> PlanName = PlanOption("--plan", "Only the requirements of a plan");

    internal static readonly Option<string?> Certify = PlanOption(
        "--certify", "A run to show to others: a plan exactly as it is, in its order, with nothing left out, added or repeated");

    internal static readonly Option<FileInfo?> Service = new("--service")
    {
        Description = "Runs the scenarios about services against the one that this file describes, instead of the example; it has to be running.",
        HelpName = "FILE",
    };

    internal static readonly Option<DirectoryInfo?> Trx = new("--trx") { Description = "Also leave the test runner's own results in this folder.", HelpName = "FOLDER" };

    internal static readonly Option<bool> Attest = new("--attest")
    {
        Description = "Also packs the run with a signed attestation, and verifies it; --key says so too. See \"package --help\".",
    };

    internal static readonly Option<FileInfo?> Expected = new("--expected")
    {
        Description = "Failures that you know of, each with reason, owner and expiry; one that passes or has expired makes the run red.",
        HelpName = "FILE",
    };

    internal static readonly Option<string?> ShardText = new("--shard")
    {
        Description = "Plays part I of N, for \"merge\" to join; taken by itself from the variables of GitLab, GitHub and Kubernetes (see README).",
        HelpName = "I/N",
    };

    internal static readonly Option<string?> Resume = new("--resume")
    {
        Description = "Goes on with a run that was killed, in its folder, as it was begun; no other option goes with it.",
        HelpName = "RUN",
    };

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<Option> All { get; } =
    [
        TargetFile, Service, PlanName, Certify, Workers, Seed, Tags, TagExpressionText, Shuffle, UntilFailure, Trace, Also, Trx, Expected, ShardText, Resume, Attest,
        SigningOptions.Key,
    ];

    /// <summary>Refuses what contradicts another option.</summary>
    /// <exception cref="UserException">Something does.</exception>
    internal static void RefuseContradictions(ParseResult arguments)
    {
        Option[] others = [PlanName, Tags, TagExpressionText, Shuffle, UntilFailure, Also, Expected, ShardText];
        if (arguments.GetValue(Certify) is not null && others.FirstOrDefault(option => IsGiven(arguments, option)) is { } other)
        {
            throw new UserException($"--certify runs a plan exactly as it is: leave {other.Name} out.");
        }

        if (arguments.GetValue(Resume) is not null && All.FirstOrDefault(option => option != Resume && IsGiven(arguments, option)) is { } changed)
        {
            throw new UserException($"--resume goes on with a run as it was begun: leave {changed.Name} out.");
        }
    }

    /// <summary>The part of the run that is to be played, as an option or the pipeline says; <see langword="null"/> for the whole.</summary>
    /// <exception cref="UserException">It is wrong, or the parts would not be of the same run.</exception>
    internal static Shard? ShardOf(ParseResult arguments)
    {
        if (arguments.GetValue(Certify) is not null)
        {
            return null;
        }

        Shard? shard = null;
        if (arguments.GetValue(ShardText) is { } text)
        {
            shard = Shard.Parse("--shard", text);
        }
        else if (PipelineShard.Find(Environment.GetEnvironmentVariable) is { } found)
        {
            shard = found.Shard;
            Console.WriteLine($"Part {shard}, as {found.Pipeline.System}'s {found.Pipeline.IndexVariable} and {found.Pipeline.TotalVariable} say.");
        }

        return shard is { Count: > 1 } && !IsGiven(arguments, Seed)
            ? throw new UserException("The parts of one run invent the same people: give each the same --seed, for example the pipeline's number.")
            : shard;
    }

    private static bool IsGiven(ParseResult arguments, Option option) => arguments.GetResult(option) is { Implicit: false };

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

    private static Option<string?> PlanOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = $"{description}: {string.Join(" or ", Plan.All.Select(plan => plan.Name))}.", HelpName = "PLAN" };
        option.AcceptOnlyFromAmong([.. Plan.All.Select(plan => plan.Name)]);
        return option;
    }
}
