using System.Text;
using System.Text.RegularExpressions;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>What a program said to a card, fit to be kept: without times, and with <c>**</c> for what no two cards have in common.</summary>
internal sealed partial class Transcript
{
    // The certificates, and the file of their dates.
    private static readonly string[] FilesOfOneCard = ["B0 01", "B0 02", "D0 10"];

    private const string CpsIdCard = "D1 01";

    private readonly Lock _lock = new();
    private readonly List<TraceEntry> _entries = [];

    internal void Add(TraceEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }

    /// <summary>The text of a trace file, as far as the program has come.</summary>
    /// <param name="heading">What the program is.</param>
    internal string ToText(string heading)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(heading).Append('\n');
        text.Append("# ** is a byte that is not compared: of a code, a random number, a signature, a certificate or its dates.\n");
        string file = "";
        bool computed = false;
        foreach (TraceEntry entry in Snapshot())
        {
            string ins = entry.Command.Length > 4 ? entry.Command[3..5] : "";
            file = ins == "A4" ? entry.Command[^5..] : file;
            computed = ins is "88" or "2A" || (ins == "C0" && computed);
            bool secret = computed || ins == "84" || (ins == "B0" && FilesOfOneCard.Contains(file));
            text.Append("> ").Append(entry.Command).Append('\n');
            string response = secret ? WithoutData(entry.Response) : file == CpsIdCard ? WithoutDates(entry.Response) : entry.Response;
            text.Append($"< {response}".TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    // The status word stays.
    private static string WithoutData(string response)
    {
        string[] bytes = response.Split(' ');
        return string.Join(' ', [.. bytes[..^2].Select(_ => "**"), .. bytes[^2..]]);
    }

    // From when to when the card is valid: tags 82 and 83, eight digits each.
    private static string WithoutDates(string response) => Dates().Replace(response, "$1 ** ** ** ** ** ** ** **");

    [GeneratedRegex("(8[23] 08)(?: 3[0-9]){8}")]
    private static partial Regex Dates();

    // From the reset before the first use on: pcscd takes the power away from a card that nobody uses, and gives it back.
    private TraceEntry[] Snapshot()
    {
        lock (_lock)
        {
            int used = _entries.FindIndex(entry => entry.Command is not (TraceText.Reset or TraceText.PowerDown));
            return [.. _entries.Skip(used - 1)];
        }
    }
}
