using CardConformance.Simulator.Security;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Files;

/// <summary>A transparent elementary file (EF): bytes with a name and access rules. Immutable and shareable.</summary>
public sealed class ElementaryFile
{
    private readonly byte[] _content;
    private readonly byte[] _controlParameters;

    /// <summary>A file with its content.</summary>
    /// <param name="identifier">File identifier, for example <c>2F00</c>.</param>
    /// <param name="shortIdentifier">Short identifier, 1 to 30, or <see langword="null"/> for none.</param>
    /// <param name="content">The content; 32,767 bytes at most, the reach of READ BINARY.</param>
    /// <param name="read">Who may read it.</param>
    /// <param name="update">Who may change it.</param>
    /// <param name="controlTag">Tag of its control parameters: <c>62</c>, or <c>6F</c> on cards that call them control information.</param>
    public ElementaryFile(
        ushort identifier,
        byte? shortIdentifier,
        byte[] content,
        SecurityCondition read,
        SecurityCondition update,
        byte controlTag = 0x62)
    {
        Identifier = identifier;
        ShortIdentifier = shortIdentifier;
        Read = read;
        Update = update;
        _content = content;

        // Short identifiers stand in the five high bits.
        byte[] sfi = shortIdentifier is { } number ? BerTlv.Encode(0x88, [(byte)(number << 3)]) : [];
        _controlParameters = BerTlv.Encode(
            controlTag,
            BerTlv.Encode(0x80, [(byte)(content.Length >> 8), (byte)content.Length]),
            BerTlv.Encode(0x82, [0x01]),
            BerTlv.Encode(0x83, [(byte)(identifier >> 8), (byte)identifier]),
            sfi,
            AccessRule.Encode(update, read),
            AccessRule.OperationalLifeCycle);
    }

    /// <summary>File identifier, for example <c>2F00</c>.</summary>
    public ushort Identifier { get; }

    /// <summary>Short identifier, 1 to 30, or <see langword="null"/> for none.</summary>
    public byte? ShortIdentifier { get; }

    /// <summary>The bytes that it was personalised with. What a card holds now, <see cref="Card.CardState.ContentOf"/> says.</summary>
    public ReadOnlySpan<byte> Content => _content;

    /// <summary>Its size in bytes, which never changes.</summary>
    public int Size => _content.Length;

    /// <summary>File control parameters, as SELECT returns them.</summary>
    public ReadOnlySpan<byte> ControlParameters => _controlParameters;

    /// <summary>Who may read it.</summary>
    public SecurityCondition Read { get; }

    /// <summary>Who may change it.</summary>
    public SecurityCondition Update { get; }
}
