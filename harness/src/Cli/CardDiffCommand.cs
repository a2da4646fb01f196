using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Cli;

/// <summary><c>card diff</c>: shows where two traces part.</summary>
internal static class CardDiffCommand
{
    private const int Context = 3;

    private static readonly Argument<string> A = new("A") { Description = "A trace." };

    private static readonly Argument<string> B = new("B") { Description = "The trace to compare it with." };

    private static readonly Option<bool> IgnoreRandom = new("--ignore-random") { Description = "The random bytes of GET CHALLENGE may differ." };

    private static readonly Option<double?> Tolerance = new("--times")
    {
        Description = "Compare also how long the card took: by more than this many milliseconds is a difference. Without it times are ignored.",
        HelpName = "MS",
        CustomParser = Milliseconds,
    };

    internal static Command Create()
    {
        var command = new Command("diff", "Shows where two traces part. Exit code 0: nowhere; 1: they do; 2: one of them cannot be read.")
        {
            A, B, IgnoreRandom, Tolerance,
        };
        command.SetAction(arguments =>
        {
            TraceFile a = TraceArgument.Load(arguments.GetValue(A)!);
            TraceFile b = TraceArgument.Load(arguments.GetValue(B)!);
            var comparison = new TraceComparison
            {
                IgnoreRandom = arguments.GetValue(IgnoreRandom),
                Tolerance = arguments.GetValue(Tolerance) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            };
            return Tell(a, b, comparison.Find(a, b));
        });
        return command;
    }

    private static double? Milliseconds(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double milliseconds))
        {
            return milliseconds;
        }

        result.AddError($"--times: a number of milliseconds is expected, found \"{text}\".");
        return null;
    }

    private static int Tell(TraceFile a, TraceFile b, TraceDifference? difference)
    {
        if (difference is null)
        {
            Console.WriteLine($"The same: {a.Exchanges.Count} exchanges.");
            return ExitCode.Success;
        }

        Console.WriteLine($"A  {a.Path}");
        Console.WriteLine($"B  {b.Path}");
        Console.WriteLine($"The same for {difference.Index} exchanges, then {difference.What}.");
        int first = Math.Max(0, difference.Index - Context);
        if (first < difference.Index)
        {
            Console.WriteLine();
            for (int i = first; i < difference.Index; i++)
            {
                Show($"A {a.Exchanges[i].Line}, B {b.Exchanges[i].Line}", a.Exchanges[i]);
            }
        }

        ShowRest("A", a, difference.Index);
        ShowRest("B", b, difference.Index);
        return ExitCode.Difference;
    }

    // The exchange in which the traces part, and what follows it.
    private static void ShowRest(string name, TraceFile trace, int index)
    {
        Console.WriteLine();
        foreach (TraceExchange exchange in trace.Exchanges.Skip(index).Take(1 + Context))
        {
            Show($"{name} {exchange.Line}", exchange);
        }

        if (index + 1 + Context >= trace.Exchanges.Count)
        {
            Console.WriteLine($"{name} ends.");
        }
    }

    private static void Show(string place, TraceExchange exchange)
    {
        Console.WriteLine($"{place,-16} > {exchange.Command}");
        Console.WriteLine($"{"",-16} < {exchange.Response}".TrimEnd());
    }
}
