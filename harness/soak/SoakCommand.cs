using System.Collections.Concurrent;
using System.CommandLine;
using System.Security.Cryptography;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Reader;

namespace CardConformance.Soak;

/// <summary>The command line: uses readers until Ctrl-C, until the time is over, or until one fails.</summary>
internal static class SoakCommand
{
    private const int LinesOfLog = 40;

    // As long as the driver ever waits for an ATR: less, and a busy machine makes cards mute that are none.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(1);

    private static readonly Option<int?> Seconds = new("--seconds") { Description = "How long. Default: until Ctrl-C.", HelpName = "N" };

    private static readonly Option<int> Every = new("--every")
    {
        Description = "Count descriptors, threads and memory every so many seconds.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<int> Readers = new("--readers")
    {
        Description = "How many readers are used at the same time, 1 to 16.",
        HelpName = "N",
        DefaultValueFactory = _ => 4,
    };

    private static readonly Option<int?> Seed = new("--seed")
    {
        Description = "Seed of what is done to each reader, in what order and with which bytes. Default: a random one.",
        HelpName = "N",
    };

    private static readonly Option<bool> Sanitized = new("--sanitized")
    {
        Description = "With the driver that gcc's address and undefined-behaviour sanitizers watch.",
    };

    private static readonly Argument<string> SlotSocket = new("socket") { Description = "The slot's socket." };

    internal static RootCommand Create()
    {
        foreach (Option option in new Option[] { Seconds, Every, Readers })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int value) || value < 1))
                {
                    result.AddError($"{option.Name}: at least 1 is expected.");
                }
            });
        }

        Readers.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int value) && value > PcscDaemon.MaxReaders)
            {
                result.AddError($"{Readers.Name}: at most {PcscDaemon.MaxReaders} is expected.");
            }
        });

        var hold = new Command(HeldCard.CommandName, "Holds a card in a slot, and answers no command: a process to be killed.") { SlotSocket };
        hold.Hidden = true;
        hold.SetAction(arguments => HeldCard.Hold(arguments.GetValue(SlotSocket)!));

        var command = new RootCommand("Uses and abuses virtual readers, and watches that they neither fail nor grow.")
        {
            Seconds, Every, Readers, Seed, Sanitized, hold,
        };
        command.SetAction((arguments, cancellation) => Task.Run(() => RunAsync(arguments, cancellation), CancellationToken.None));
        return command;
    }

    /// <returns>0 when all went well, 1 when a reader failed, 2 when something is missing.</returns>
    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        int seed = arguments.GetValue(Seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        using SanitizedDriver? sanitized = arguments.GetValue(Sanitized) ? new SanitizedDriver() : null;
        if (sanitized is not null && SanitizedDriver.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (arguments.GetValue(Seconds) is { } seconds)
        {
            limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        var log = new ConcurrentQueue<string>();
        Console.WriteLine($"Seed {seed}, {arguments.GetValue(Readers)} readers; Ctrl-C ends.");
        PcscDaemon pcscd = await PcscDaemon.StartAsync(new()
        {
            Readers = arguments.GetValue(Readers),
            PinPad = true,
            AnswerLimit = AnswerLimit,
            Driver = sanitized is null ? null : SanitizedDriver.DriverPath,
            Environment = sanitized?.Variables ?? new Dictionary<string, string?>(),
            Log = line =>
            {
                sanitized?.Read(line);
                log.Enqueue(line);
                if (log.Count > LinesOfLog)
                {
                    log.TryDequeue(out _);
                }
            },
        });
        string failure = "";
        await using (pcscd)
        {
            NativeEnvironment.Set(PcscDaemon.SocketVariable, pcscd.ClientSocket);
            if (sanitized is not null)
            {
                SanitizedDriver.ExpectIn(pcscd.ProcessId);
            }

            try
            {
                new SoakRun(pcscd, seed, checkMemory: sanitized is null).Run(TimeSpan.FromSeconds(arguments.GetValue(Every)), limit.Token);
            }
            catch (SoakFailure failed)
            {
                failure = $"{failed.Message}\nSeed {seed}. The last that pcscd said:\n{string.Join('\n', log)}\n";
            }
        }

        // Leaks are told when pcscd has ended.
        failure += sanitized?.ReadReport();
        if (failure.Length > 0)
        {
            await Console.Error.WriteLineAsync(failure);
        }

        Console.WriteLine(failure.Length > 0 ? "A reader failed." : "All went well.");
        return failure.Length > 0 ? 1 : 0;
    }
}
