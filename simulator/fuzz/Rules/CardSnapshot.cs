using System.Runtime.CompilerServices;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Security;

namespace CardConformance.Fuzz.Rules;

/// <summary>All that a card remembers, at one moment. Taken again and again into the same memory.</summary>
internal sealed class CardSnapshot
{
    private readonly CardState _card;
    private readonly CodeSnapshot[] _codes;
    private readonly ElementaryFile[] _changeable;
    private readonly byte[][] _contents;
    private ByteRegister _hash = new(32);
    private ByteRegister _pending = new(256);
    private ByteRegister _chain = new(512);
    private ByteRegister _cps2terPending = new(16);

    /// <summary>A first one of a card.</summary>
    internal CardSnapshot(CardState card)
    {
        _card = card;
        _codes = [.. card.Pins.Select(pin => new CodeSnapshot(pin))];
        _changeable = [.. CardFiles.Of(card.Layout).Where(file => file.Update != SecurityCondition.Never)];
        _contents = [.. _changeable.Select(file => new byte[card.ContentOf(file).Length])];
        Take();
    }

    internal CardLayout Layout => _card.Layout;

    internal TransmissionProtocol Protocol { get; private set; }

    /// <summary>Whether logical channel 1 of a CPS4 is open.</summary>
    internal bool ChannelOpen { get; private set; }

    internal DedicatedFile Directory { get; private set; } = null!;

    internal ElementaryFile? File { get; private set; }

    internal PrivateKey? AuthenticationKey { get; private set; }

    internal PrivateKey? SignatureKey { get; private set; }

    internal byte SignatureAlgorithm { get; private set; }

    internal PrivateKey? DecipherKey { get; private set; }

    internal byte HashAlgorithm { get; private set; }

    internal ReadOnlySpan<byte> Hash => _hash.Bytes;

    internal ReadOnlySpan<byte> Pending => _pending.Bytes;

    internal ReadOnlySpan<byte> Chain => _chain.Bytes;

    /// <summary>INS, P1 and P2 of the chain under way.</summary>
    internal int ChainHeader { get; private set; }

    internal DedicatedFile? Cps2terDirectory { get; private set; }

    internal ElementaryFile? Cps2terFile { get; private set; }

    internal ReadOnlySpan<byte> Cps2terPending => _cps2terPending.Bytes;

    internal ReadOnlySpan<CodeSnapshot> Codes => _codes;

    /// <summary>The files that somebody may change.</summary>
    internal ReadOnlySpan<ElementaryFile> Changeable => _changeable;

    /// <summary>Takes what the card remembers now.</summary>
    internal void Take()
    {
        Protocol = _card.Protocol;
        ChannelOpen = _card.ChannelOpen;
        Directory = _card.CurrentDirectory;
        File = _card.CurrentFile;
        SecurityEnvironment environment = _card.Environment;
        AuthenticationKey = environment.AuthenticationKey;
        SignatureKey = environment.SignatureKey;
        SignatureAlgorithm = environment.SignatureAlgorithm;
        DecipherKey = environment.DecipherKey;
        HashAlgorithm = environment.HashAlgorithm;
        _hash.Set(_card.Hash.Bytes);
        _pending.Set(_card.Pending.Bytes);
        _chain.Set(_card.Chain.Data);
        ChainHeader = _card.Chain.Length == 0 ? 0 : HeaderOf(_card.Chain);
        Cps2terDirectory = _card.Cps2ter?.CurrentDirectory;
        Cps2terFile = _card.Cps2ter?.CurrentFile;
        _cps2terPending.Set(_card.Cps2ter is { } part ? part.Pending.Bytes : default);
        foreach (CodeSnapshot code in _codes)
        {
            code.Take();
        }

        for (int i = 0; i < _changeable.Length; i++)
        {
            _card.ContentOf(_changeable[i]).CopyTo(_contents[i]);
        }
    }

    /// <summary>The parts that are not as they were.</summary>
    /// <param name="before">An earlier snapshot of the same card.</param>
    internal CardParts ChangedSince(CardSnapshot before)
    {
        CardParts parts = Protocol == before.Protocol ? CardParts.None : CardParts.Protocol;
        parts |= ChannelOpen == before.ChannelOpen ? CardParts.None : CardParts.Channel;
        parts |= Directory == before.Directory && File == before.File ? CardParts.None : CardParts.Selection;
        parts |= EnvironmentEquals(before) ? CardParts.None : CardParts.Environment;
        parts |= Hash.SequenceEqual(before.Hash) ? CardParts.None : CardParts.Hash;
        parts |= Pending.SequenceEqual(before.Pending) ? CardParts.None : CardParts.Pending;
        parts |= ChainHeader == before.ChainHeader && Chain.SequenceEqual(before.Chain) ? CardParts.None : CardParts.Chain;
        parts |= CodesEqual(before) ? CardParts.None : CardParts.Codes;
        parts |= ContentsEqual(before) ? CardParts.None : CardParts.Contents;
        bool sameSelection = Cps2terDirectory == before.Cps2terDirectory && Cps2terFile == before.Cps2terFile;
        parts |= sameSelection ? CardParts.None : CardParts.Cps2terSelection;
        return parts | (Cps2terPending.SequenceEqual(before.Cps2terPending) ? CardParts.None : CardParts.Cps2terPending);
    }

    /// <summary>The code with a reference, or <see langword="null"/>.</summary>
    internal CodeSnapshot? Code(int reference)
    {
        foreach (CodeSnapshot code in _codes)
        {
            if (code.Definition.Reference == reference)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The right digits of a code that the card has.</summary>
    internal ReadOnlySpan<byte> ValueOf(int reference) => Code(reference)!.Value;

    /// <summary>Whether a condition is fulfilled: by a code that was proved and is not blocked.</summary>
    internal bool Allows(SecurityCondition condition)
    {
        if (condition == SecurityCondition.Always)
        {
            return true;
        }

        return condition.NeedsCode
            && Layout.EnvironmentPins.TryGetValue(condition.Environment, out byte reference)
            && Code(reference) is { Verified: true, Blocked: false };
    }

    /// <summary>What a file held.</summary>
    internal ReadOnlySpan<byte> ContentOf(ElementaryFile file)
    {
        int index = Array.IndexOf(_changeable, file);
        return index < 0 ? _card.Image.ContentOf(file) : _contents[index];
    }

    private bool EnvironmentEquals(CardSnapshot other) =>
        AuthenticationKey == other.AuthenticationKey
        && SignatureKey == other.SignatureKey
        && SignatureAlgorithm == other.SignatureAlgorithm
        && DecipherKey == other.DecipherKey
        && HashAlgorithm == other.HashAlgorithm;

    private bool CodesEqual(CardSnapshot other)
    {
        for (int i = 0; i < _codes.Length; i++)
        {
            if (!_codes[i].IsSameAs(other._codes[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool ContentsEqual(CardSnapshot other)
    {
        for (int i = 0; i < _contents.Length; i++)
        {
            if (!_contents[i].AsSpan().SequenceEqual(other._contents[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Which command a chain belongs to decides what the next one does, and shows nowhere else.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_header")]
    private static extern ref int HeaderOf(CommandChain chain);
}
