using System.Collections.Immutable;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Card;

/// <summary>What one card was given when it was personalised. Shareable: a card that changes something keeps that for itself.</summary>
public sealed record CardImage
{
    // One for each file in which every card has something else; a certificate is missing until somebody has read it.
    private readonly byte[]?[] _contents;
    private readonly ICardCertificates _certificates;

    /// <summary>A card with all that is its own.</summary>
    /// <param name="layout">What it has in common with others.</param>
    /// <param name="codes">The digits its codes begin with, in ASCII, one code after the other in the order of the layout.</param>
    /// <param name="keys">The private keys.</param>
    /// <param name="contents">What the files hold that are each card's own, by their place.</param>
    /// <param name="certificates">The certificates, for the places that hold nothing yet.</param>
    internal CardImage(CardLayout layout, byte[] codes, ImmutableArray<PrivateKey> keys, byte[]?[] contents, ICardCertificates certificates)
    {
        Layout = layout;
        Codes = codes;
        Keys = keys;
        _contents = contents;
        _certificates = certificates;
    }

    /// <summary>What it has in common with other cards.</summary>
    public CardLayout Layout { get; init; }

    /// <summary>The private keys.</summary>
    public ImmutableArray<PrivateKey> Keys { get; init; }

    /// <summary>The digits its codes begin with, in ASCII, one code after the other.</summary>
    internal byte[] Codes { get; }

    /// <summary>Reads something of each object that commands look at.</summary>
    internal int Fetch() => _contents.Length + (_contents[0]?.Length ?? 0);

    /// <summary>What a file held when the card was personalised.</summary>
    /// <param name="file">A file of the layout.</param>
    public ReadOnlySpan<byte> ContentOf(ElementaryFile file) =>
        file.CommonContent ?? _contents[file.Place] ?? (_contents[file.Place] = _certificates.Encode(file.Certificate!.Value));
}
