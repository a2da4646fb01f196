using System.Collections.Concurrent;
using System.Text;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Cli;

/// <summary>The keys of the reader's PIN pad: this terminal's, or, without a terminal, those of a holder who knows the codes.</summary>
/// <param name="knownToHolder">The code that the holder knows.</param>
internal sealed class TerminalPinPad(Func<PinPadRequest, string> knownToHolder)
{
    private readonly BlockingCollection<ConsoleKeyInfo> _keys = [];
    private bool _listening;

    internal PinPadEntry Ask(PinPadRequest request)
    {
        if (Console.IsInputRedirected)
        {
            Console.WriteLine($"PIN pad: {Prompt(request)} The holder types it.");
            return PinPadEntry.Typed(knownToHolder(request));
        }

        if (!_listening)
        {
            _listening = true;
            new Thread(Listen) { IsBackground = true, Name = "keyboard" }.Start();
        }

        return Type(request);
    }

    private static string Prompt(PinPadRequest request)
    {
        string code = request.Reference == 2 ? "code de déblocage" : "code porteur";
        return request.Prompt switch
        {
            PinPadPrompt.New => $"new {code}?",
            PinPadPrompt.Confirmation => $"new {code} again?",
            _ => $"{code}?",
        };
    }

    private PinPadEntry Type(PinPadRequest request)
    {
        // Keys pressed before the question are not an answer to it.
        while (_keys.TryTake(out _))
        {
        }

        Console.Write($"PIN pad: {Prompt(request)} (digits and Enter; Esc is the red key) ");
        DateTime end = DateTime.UtcNow + request.Timeout;
        var digits = new StringBuilder();
        while (_keys.TryTake(out ConsoleKeyInfo key, Left(end)))
        {
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    Console.WriteLine();
                    return PinPadEntry.Typed(digits.ToString());
                case { Key: ConsoleKey.Escape }:
                    Console.WriteLine(" cancelled");
                    return PinPadEntry.Cancelled;
                case { Key: ConsoleKey.Backspace } when digits.Length > 0:
                    digits.Length--;
                    Console.Write("\b \b");
                    break;
                case { KeyChar: >= '0' and <= '9' } when digits.Length < request.MaxLength:
                    digits.Append(key.KeyChar);
                    Console.Write('*');
                    break;
            }
        }

        Console.WriteLine(" time is over");
        return PinPadEntry.TimedOut;
    }

    private static TimeSpan Left(DateTime end)
    {
        TimeSpan left = end - DateTime.UtcNow;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Listen()
    {
        while (true)
        {
            _keys.Add(Console.ReadKey(intercept: true));
        }
    }
}
