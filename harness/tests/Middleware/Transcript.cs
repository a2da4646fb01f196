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
    private const string SerialNumber = "D0 03";

    private readonly Lock _lock = new();
    private readonly List<TraceEntry> _entries = [];

    internal void Add(TraceEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }

    /// <summary>Where a recording is kept.</summary>
    /// <param name="name">Its name.</param>
    internal static string Recording(string name) => Path.Combine(Repository.Fixtures, "transcripts", name);

    /// <summary>Leaves this day's recording in <c>artifacts/transcripts</c> and compares it with the one that is kept.</summary>
    /// <param name="name">The recording's name.</param>
    /// <param name="heading">What the program is.</param>
    internal async Task ExpectAsync(string name, string heading)
    {
        string today = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "transcripts")).FullName, name);
        await File.WriteAllTextAsync(today, ToText(heading));
        string recorded = Recording(name);
        Assert.That(File.Exists(recorded), Is.True, $"nothing was recorded yet: cp {today} {recorded}");
        TraceDifference? difference = new TraceComparison().Find(TraceFile.Load(recorded), TraceFile.Load(today));
        Assert.That(difference, Is.Null, $"card diff {recorded} {today}");
    }

    /// <summary>The text of a trace file, as far as the program has come.</summary>
    /// <param name="heading">What the program is.</param>
    private string ToText(string heading)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(heading).Append('\n');
        text.Append("# ** is a byte that is not compared: of a code, a random number, a signature, a certificate or its dates.\n");
        string file = "";
        bool computed = false;
        foreach (TraceEntry entry in Snapshot())
        {
            string ins = entry.Command.Length > 4 ? entry.Command[3..5] : "";
            file = ins == "A4" ? FileIn(entry.Command) : file;
            computed = ins is "88" or "2A" || (ins == "C0" && computed);
            bool secret = computed || ins == "84" || (ins == "B0" && FilesOfOneCard.Contains(file));
            text.Append("> ").Append(entry.Command).Append('\n');
            text.Append($"< {(secret ? WithoutData(entry.Response) : WithoutNumbers(entry.Response, file))}".TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    // The last two bytes of the command's data, which Le may follow.
    private static string FileIn(string command)
    {
        string[] bytes = command.Split(' ');
        int end = bytes.Length > 5 ? 5 + Convert.ToInt32(bytes[4], 16) : bytes.Length;
        return string.Join(' ', bytes[(end - 2)..end]);
    }

    private static string WithoutNumbers(string response, string file) => file switch
    {
        CpsIdCard => WithoutDates(response),
        SerialNumber => Serial().Replace(response, "$1 ** ** ** ** **"),
        _ => response,
    };

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

    // After ANS's number as issuer.
    [GeneratedRegex("^(5A 0A 80 25 00 00 01)(?: [0-9A-F]{2}){5}")]
    private static partial Regex Serial();

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
