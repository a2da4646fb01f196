using System.Globalization;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Cli;

/// <summary>Shows what passes between reader and card: one line each on the terminal, everything in a file if wanted.</summary>
internal sealed class ExchangeView : IDisposable
{
    // Longer ones are cut on the terminal: a certificate is of no interest there.
    private const int MostShownBytes = 24;

    private readonly StreamWriter? _file;
    private readonly bool _quiet;

    internal ExchangeView(FileInfo? file, bool quiet)
    {
        _file = file is null ? null : Open(file);
        _quiet = quiet;
    }

    /// <summary>Whether nobody would see an exchange: then the card can do without the layer that tells of it.</summary>
    internal bool ShowsNothing => _quiet && _file is null;

    public void Dispose() => _file?.Dispose();

    internal void Show(TraceEntry entry)
    {
        _file?.WriteLine(TraceText.Format(entry));
        if (!_quiet)
        {
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Time.ToLocalTime():HH:mm:ss.fff}  {CommandName.Of(entry.Command),-24}  {Cut(entry.Command),-32}  {Cut(entry.Response)}");
            Console.WriteLine(line.TrimEnd());
        }
    }

    private static StreamWriter Open(FileInfo file)
    {
        try
        {
            return new StreamWriter(file.FullName, append: false) { AutoFlush = true };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"Cannot write the trace: {failure.Message}");
        }
    }

    private static string Cut(string hexadecimal)
    {
        int bytes = (hexadecimal.Length + 1) / 3;
        if (bytes <= MostShownBytes)
        {
            return hexadecimal;
        }

        // The status word stands at the end.
        string start = hexadecimal[..((3 * (MostShownBytes - 4)) - 1)];
        return string.Create(CultureInfo.InvariantCulture, $"{start} … {hexadecimal[^5..]} ({bytes} bytes)");
    }
}
