using System.Buffers.Binary;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Files;

/// <summary>An elementary file (EF) with transparent structure: its place on cards and its rules. Immutable, and shared by many cards.</summary>
/// <remarks>What it holds is either the same on all of them and here, or each card's own: <see cref="Card.CardState.ContentOf"/> knows.</remarks>
public sealed class ElementaryFile
{
    // The size of the content stands behind the tag of the whole, its length, and the tag and length of the size itself.
    private const int SizeOffset = 4;

    // With the size left open.
    private readonly byte[] _controlParameters;

    /// <summary>A file with the same content on all cards that have it.</summary>
    /// <param name="identifier">File identifier, for example <c>2F01</c>.</param>
    /// <param name="shortIdentifier">Short identifier, 1 to 30, or <see langword="null"/>.</param>
    /// <param name="content">What it holds; its length is the size of the file.</param>
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
        : this(identifier, shortIdentifier, read, update, controlTag) => CommonContent = content;

    private ElementaryFile(ushort identifier, byte? shortIdentifier, SecurityCondition read, SecurityCondition update, byte controlTag)
    {
        Identifier = identifier;
        ShortIdentifier = shortIdentifier;
        Read = read;
        Update = update;

        // Short identifiers stand in the five high bits.
        byte[] sfi = shortIdentifier is { } number ? BerTlv.Encode(0x88, [(byte)(number << 3)]) : [];
        _controlParameters = BerTlv.Encode(
            controlTag,
            BerTlv.Encode(0x80, [0, 0]),
            BerTlv.Encode(0x82, [0x01]),
            BerTlv.Encode(0x83, [(byte)(identifier >> 8), (byte)identifier]),
            sfi,
            AccessRule.Encode(update, read),
            AccessRule.OperationalLifeCycle);
    }

    /// <summary>File identifier, for example <c>2F01</c>.</summary>
    public ushort Identifier { get; }

    /// <summary>Short identifier, 1 to 30, or <see langword="null"/>.</summary>
    public byte? ShortIdentifier { get; }

    /// <summary>Who may read it.</summary>
    public SecurityCondition Read { get; }

    /// <summary>Who may change it.</summary>
    public SecurityCondition Update { get; }

    /// <summary>How long its control parameters are, in bytes.</summary>
    public int ControlParametersLength => _controlParameters.Length;

    /// <summary>What it holds on every card as it was personalised; <see langword="null"/> when each card has something else in it.</summary>
    internal byte[]? CommonContent { get; }

    /// <summary>Which of a card's own contents it holds.</summary>
    internal int Place { get; private init; }

    /// <summary>The key whose certificate it holds; <see langword="null"/> for any other content.</summary>
    internal KeyRole? Certificate { get; private init; }

    /// <summary>A file in which each card has something else.</summary>
    /// <param name="identifier">File identifier, for example <c>2F01</c>.</param>
    /// <param name="shortIdentifier">Short identifier, 1 to 30, or <see langword="null"/>.</param>
    /// <param name="place">Which of a card's own contents it holds.</param>
    /// <param name="read">Who may read it.</param>
    /// <param name="update">Who may change it.</param>
    /// <param name="controlTag">Tag of its control parameters.</param>
    internal static ElementaryFile OfEachCard(
        ushort identifier,
        byte? shortIdentifier,
        int place,
        SecurityCondition read,
        SecurityCondition update,
        byte controlTag) =>
        new(identifier, shortIdentifier, read, update, controlTag) { Place = place };

    /// <summary>A file with a certificate, which may be made when somebody first reads it.</summary>
    /// <param name="identifier">File identifier, for example <c>B002</c>.</param>
    /// <param name="shortIdentifier">Short identifier, 1 to 30, or <see langword="null"/>.</param>
    /// <param name="role">The key that the certificate is for.</param>
    /// <param name="read">Who may read it.</param>
    /// <param name="update">Who may change it.</param>
    /// <param name="controlTag">Tag of its control parameters.</param>
    internal static ElementaryFile OfCertificate(
        ushort identifier, byte? shortIdentifier, KeyRole role, SecurityCondition read, SecurityCondition update, byte controlTag) =>
        new(identifier, shortIdentifier, read, update, controlTag) { Certificate = role };

    /// <summary>Writes the file control parameters, as SELECT returns them.</summary>
    /// <param name="size">How many bytes the file holds on the card in question.</param>
    /// <param name="destination">Where to; <see cref="ControlParametersLength"/> bytes.</param>
    public void WriteControlParameters(int size, Span<byte> destination)
    {
        _controlParameters.CopyTo(destination);
        BinaryPrimitives.WriteUInt16BigEndian(destination[SizeOffset..], (ushort)size);
    }
}
