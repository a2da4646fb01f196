using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Commands;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Card;

/// <summary>All that a card remembers: its image, its codes with their counters, and the session since the last reset.</summary>
/// <remarks>Not thread-safe: it belongs to one card in one reader.</remarks>
public sealed class CardState
{
    private readonly Pin[] _pins;
    private ByteRegister _hash = new(capacity: 32);
    private ByteRegister _pending = new(capacity: 256);

    // Few cards ever get a chain.
    private CommandChain? _chain;

    // Cards share the image; a file has bytes of its own here from its first change on. Few files are ever changed.
    private Dictionary<ElementaryFile, byte[]>? _changed;

    /// <summary>A card as it leaves personalisation.</summary>
    /// <param name="image">What it was given.</param>
    public CardState(CardImage image)
    {
        Image = image;
        Layout = image.Layout;
        _pins = PinsOf(image);
        CurrentDirectory = Layout.MasterFile;
        Protocol = Layout.Protocols[0];
        Cps2ter = Layout.Cps2ter is null ? null : new(Layout.Cps2ter);
    }

    /// <summary>What it was given when it was personalised.</summary>
    public CardImage Image { get; }

    /// <summary>What of that it has in common with other cards.</summary>
    public CardLayout Layout { get; }

    /// <summary>The codes, with their counters.</summary>
    public IReadOnlyList<Pin> Pins => _pins;

    /// <summary>The protocol in use.</summary>
    public TransmissionProtocol Protocol { get; set; }

    /// <summary>Whether logical channel 1 of a ChipDoc card was opened, which its first SELECT by name does.</summary>
    public bool ChannelOpen { get; set; }

    /// <summary>The directory that relative paths and file identifiers start from.</summary>
    public DedicatedFile CurrentDirectory { get; private set; }

    /// <summary>The file that READ BINARY reads, or <see langword="null"/> when only a directory is selected.</summary>
    public ElementaryFile? CurrentFile { get; private set; }

    /// <summary>What MANAGE SECURITY ENVIRONMENT has set.</summary>
    public SecurityEnvironment Environment { get; } = new();

    /// <summary>The hash that PSO HASH left for PSO COMPUTE DIGITAL SIGNATURE.</summary>
    public ref ByteRegister Hash => ref _hash;

    /// <summary>Answer bytes that wait for GET RESPONSE.</summary>
    public ref ByteRegister Pending => ref _pending;

    /// <summary>The command chain under way.</summary>
    public CommandChain Chain => _chain ??= new();

    /// <summary>The session of the older part ("volet CPS2ter"), or <see langword="null"/> when the card has none.</summary>
    public Cps2terSession? Cps2ter { get; }

    /// <summary>The code with a reference, or <see langword="null"/>.</summary>
    /// <param name="reference">The number that commands carry in P2.</param>
    public Pin? FindPin(int reference)
    {
        foreach (Pin pin in _pins)
        {
            if (pin.Definition.Reference == reference)
            {
                return pin;
            }
        }

        return null;
    }

    /// <summary>The key with a reference that the current directory gives access to, or <see langword="null"/>.</summary>
    /// <param name="reference">The number that MANAGE SECURITY ENVIRONMENT carries.</param>
    public PrivateKey? FindKey(int reference)
    {
        if (CurrentDirectory == Layout.KeyDirectory)
        {
            foreach (PrivateKey key in Image.Keys)
            {
                if (key.Definition.Reference == reference)
                {
                    return key;
                }
            }
        }

        return null;
    }

    /// <summary>Whether an access condition is fulfilled now.</summary>
    /// <param name="condition">The condition of the file, code or key.</param>
    public bool Fulfils(SecurityCondition condition) =>
        condition == SecurityCondition.Always || FindPinOf(condition) is { Verified: true };

    /// <summary>Counts one use of the code that an access condition asks for, if it asks for one.</summary>
    /// <param name="condition">The condition, which is fulfilled.</param>
    public void CountUse(SecurityCondition condition) => FindPinOf(condition)?.Use();

    /// <summary>The files that are not as they were personalised.</summary>
    internal IReadOnlyCollection<ElementaryFile> ChangedFiles => _changed is null ? [] : _changed.Keys;

    /// <summary>What a file holds now.</summary>
    /// <param name="file">A file of this card.</param>
    public ReadOnlySpan<byte> ContentOf(ElementaryFile file) =>
        _changed is not null && _changed.TryGetValue(file, out byte[]? content) ? content : Image.ContentOf(file);

    /// <summary>Overwrites bytes of a file.</summary>
    /// <param name="file">A file of this card.</param>
    /// <param name="offset">Where, from the beginning of the file.</param>
    /// <param name="data">The new bytes; they end within the file.</param>
    /// <exception cref="ArgumentOutOfRangeException">They do not.</exception>
    public void Update(ElementaryFile file, int offset, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + data.Length, ContentOf(file).Length);
        _changed ??= [];
        if (!_changed.TryGetValue(file, out byte[]? content))
        {
            content = Image.ContentOf(file).ToArray();
            _changed.Add(file, content);
        }

        data.CopyTo(content.AsSpan(offset));
    }

    /// <summary>Makes a file the current one, and its directory the current directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="file">The file in it, or <see langword="null"/> when the directory itself was selected.</param>
    public void Select(DedicatedFile directory, ElementaryFile? file)
    {
        CurrentDirectory = directory;
        CurrentFile = file;
    }

    /// <summary>Says whether the card has the power to compare a code, once the code's counter has fallen.</summary>
    /// <param name="powered">Whether it has.</param>
    internal void SetComparing(bool powered)
    {
        foreach (Pin pin in _pins)
        {
            pin.Compares = powered;
        }
    }

    /// <summary>Forgets the session: selection, verified codes, security environment, hash and answers. Counters stay.</summary>
    public void Reset()
    {
        foreach (Pin pin in _pins)
        {
            pin.Forget();
        }

        Select(Layout.MasterFile, file: null);
        Environment.Clear();
        Hash.Clear();
        Pending.Clear();
        EndChain();
        Cps2ter?.Reset();
        ChannelOpen = false;
        Protocol = Layout.Protocols[0];
    }

    /// <summary>Reads something of each object that a command looks at.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Their sum, which nobody needs: what is not used would not be read.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal int Fetch(ReadOnlySpan<byte> command)
    {
        int ins = command.Length > 1 ? command[1] : 0;

        // A state is longer than what the processor fetches at once: something of each part of it.
        return (int)Protocol + _hash.Length + _pending.Length + ins switch
        {
            Verify.Ins or ChangeReferenceData.Ins when _pins.Length > 0 => _pins[0].TriesLeft,
            ReadBinary.Ins or UpdateBinary.Ins => Image.Contents[0].Length,
            Commands.Select.Ins => _pending.Fetch(),
            _ => 0,
        };
    }

    /// <summary>Whether a command goes on with the chain under way.</summary>
    /// <param name="command">The command.</param>
    internal bool IsContinuedBy(in CommandApdu command) => _chain is not null && _chain.IsContinuedBy(command);

    /// <summary>Forgets the chain under way.</summary>
    internal void EndChain() => _chain?.Clear();

    private static Pin[] PinsOf(CardImage image)
    {
        ImmutableArray<PinDefinition> definitions = image.Layout.Pins;
        var pins = new Pin[definitions.Length];
        ReadOnlySpan<byte> codes = image.Codes;
        for (int i = 0; i < pins.Length; i++)
        {
            pins[i] = new(definitions[i], codes[..definitions[i].Length]);
            codes = codes[definitions[i].Length..];
        }

        return pins;
    }

    private Pin? FindPinOf(SecurityCondition condition) =>
        condition.NeedsCode && Layout.EnvironmentPins.TryGetValue(condition.Environment, out byte reference) ? FindPin(reference) : null;
}
