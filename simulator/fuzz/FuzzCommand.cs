using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Fuzz;

/// <summary>The command line: fuzzes until Ctrl-C, until the time is over, or until a card breaks a rule.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private static readonly Option<ulong?> Seed = new("--seed")
    {
        Description = "Seed of the first card; the same seed sends the same commands. Default: a random one.",
        HelpName = "N",
    };

    private static readonly Option<FuzzCardKind?> Kind = new("--kind") { Description = "Cards of one kind only. Default: of all kinds.", HelpName = "KIND" };

    private static readonly Option<int?> Seconds = new("--seconds")
    {
        Description = "How long. Default: until Ctrl-C.",
        HelpName = "N",
    };

    private static readonly Option<bool> Answers = new("--answers") { Description = "At the end, also tell how often each command got each answer." };

    internal static RootCommand Create()
    {
        Seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--seconds: at least 1 is expected.");
            }
        });
        var command = new RootCommand("Sends random and mutated commands to virtual cards and watches whether they keep the rules.")
        {
            Seed, Kind, Seconds, Answers,
        };
        // In a thread of its own: Ctrl-C is listened to once the action has given up this one.
        command.SetAction((arguments, cancellation) => Task.Run(() => Run(arguments, cancellation), CancellationToken.None));
        return command;
    }

    /// <returns>0 when every card kept the rules, 1 when one did not.</returns>
    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        ulong seed = arguments.GetValue(Seed) ?? BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (arguments.GetValue(Seconds) is { } seconds)
        {
            limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, {Environment.ProcessorCount} threads; Ctrl-C ends."));
        var clock = Stopwatch.StartNew();
        TimeSpan next = BetweenLines;
        var run = new FuzzRun(NewCards(), seed)
        {
            Kinds = arguments.GetValue(Kind) is { } kind ? [kind] : Enum.GetValues<FuzzCardKind>(),
            Progress = statistics =>
            {
                if (clock.Elapsed >= next)
                {
                    next = clock.Elapsed + BetweenLines;
                    Console.WriteLine(Line(clock.Elapsed, statistics));
                }
            },
        };
        (FuzzStatistics sent, FuzzFailure? failure) = run.Run(long.MaxValue, limit.Token);
        if (arguments.GetValue(Answers))
        {
            Console.WriteLine(sent.Table());
        }

        Console.WriteLine(Line(clock.Elapsed, sent));
        Console.WriteLine(failure is null ? "Every card kept the rules." : $"\n{failure}");
        return failure is null ? 0 : 1;
    }

    private static string Line(TimeSpan elapsed, FuzzStatistics statistics) => string.Create(
        CultureInfo.InvariantCulture, $"{elapsed:hh\\:mm\\:ss}  {statistics}, {statistics.Commands / elapsed.TotalSeconds:N0} commands/s");

    // The same cards for each thread, each time with keys of its own that no other thread uses.
    private static Func<FuzzCards> NewCards()
    {
        var catalogue = new CardCatalogue(WorkingCopy.Fixture("cards"));
        TestAuthority authority = TestAuthority.Open(WorkingCopy.Fixture("certificates/authorities.json"), CacheFolder.Path);
        return () => new(FuzzModels.Of(
            profile => new CardIssuer(authority, CacheFolder.Path).Reissue(catalogue.Load(profile), revocationList: null).Card));
    }
}
