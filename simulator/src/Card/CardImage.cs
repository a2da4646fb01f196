using System.Collections.Immutable;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Card;

/// <summary>What one card was given when it was personalised. Shareable: a card that changes something keeps that for itself.</summary>
public sealed record CardImage
{
    private readonly ICardCertificates _certificates;

    // The certificates that somebody has read, by their role.
    private byte[]?[]? _read;

    /// <summary>A card with all that is its own.</summary>
    /// <param name="layout">What it has in common with others.</param>
    /// <param name="codes">The digits its codes begin with, in ASCII, one code after the other in the order of the layout.</param>
    /// <param name="keys">The private keys.</param>
    /// <param name="contents">What the files hold that are each card's own, its certificates apart.</param>
    /// <param name="certificates">Its certificates.</param>
    internal CardImage(CardLayout layout, byte[] codes, ImmutableArray<PrivateKey> keys, OwnContents contents, ICardCertificates certificates)
    {
        Layout = layout;
        Codes = codes;
        Keys = keys;
        Contents = contents;
        _certificates = certificates;
    }

    /// <summary>What it has in common with other cards.</summary>
    public CardLayout Layout { get; init; }

    /// <summary>The private keys.</summary>
    public ImmutableArray<PrivateKey> Keys { get; init; }

    /// <summary>What the files hold that are its own, its certificates apart.</summary>
    internal OwnContents Contents { get; }

    /// <summary>The digits its codes begin with, in ASCII, one code after the other.</summary>
    internal byte[] Codes { get; }

    /// <summary>What a file held when the card was personalised.</summary>
    /// <param name="file">A file of the layout.</param>
    public ReadOnlySpan<byte> ContentOf(ElementaryFile file) =>
        file.CommonContent is { } common ? common : file.Certificate is { } role ? CertificateOf(role) : Contents[file.Place];

    private byte[] CertificateOf(KeyRole role)
    {
        _read ??= new byte[]?[Enum.GetValues<KeyRole>().Length];
        return _read[(int)role] ??= _certificates.Encode(role);
    }
}
