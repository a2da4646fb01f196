using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Card;

/// <summary>A card that remembers longer than its process: codes, counters and changed files are kept in a file.</summary>
/// <remarks>
/// What a command changed is in the file before its answer is given, as in a real card's memory: whatever kills the process, no
/// try is won by it. The file holds codes, and only its owner may read it. Not thread-safe.
/// </remarks>
public sealed class KeptCard : ICard, IDisposable
{
    private readonly VirtualCard _card;
    private readonly string _label;
    private readonly string _file;
    private FileStream _held;
    private string _written;

    private KeptCard(VirtualCard card, string label, string file, FileStream held, string written)
    {
        _card = card;
        _label = label;
        _file = file;
        _held = held;
        _written = written;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => _card.Atr;

    /// <summary>Brings a card to what a file says, or makes the file. Until it is disposed of, no other process gets the same file.</summary>
    /// <param name="card">The card, as it was personalised.</param>
    /// <param name="label">Its token label, which tells it from others.</param>
    /// <param name="file">Path of the file; its folder exists.</param>
    /// <exception cref="FixtureException">The file is wrong, or another card's.</exception>
    /// <exception cref="IOException">The file cannot be written, or another process holds it.</exception>
    public static KeptCard Open(VirtualCard card, string label, string file)
    {
        FileStream held = PrivateFolder.OpenAlone(file);
        try
        {
            if (held.Length > 0)
            {
                byte[] content = new byte[held.Length];
                held.ReadExactly(content);
                CardMemory.Restore(FixtureObject.Parse(file, content), label, card.State);
            }

            var kept = new KeptCard(card, label, file, held, "");
            kept.Save();
            return kept;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Reset() => _card.Reset();

    /// <inheritdoc/>
    public void PowerDown() => _card.PowerDown();

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command)
    {
        _card.LosePower(command);
        Save();
    }

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol) => _card.TrySetProtocol(protocol);

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        int length = _card.Transmit(command, response);
        Save();
        return length;
    }

    /// <summary>Lets go of the file.</summary>
    public void Dispose() => _held.Dispose();

    // A new file in the place of the old one: whoever looks sees one or the other. It is held before it has the name.
    private void Save()
    {
        string text = CardMemory.Write(_label, _card.State);
        if (text == _written)
        {
            return;
        }

        string draft = _file + ".new";
        File.Delete(draft);
        FileStream held = PrivateFolder.OpenAlone(draft);
        held.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
        held.Flush(flushToDisk: true);
        File.Move(draft, _file, overwrite: true);
        _held.Dispose();
        _held = held;
        _written = text;
    }
}
