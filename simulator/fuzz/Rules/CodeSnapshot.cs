using System.Runtime.CompilerServices;
using CardConformance.Simulator.Security;

namespace CardConformance.Fuzz.Rules;

/// <summary>A code of a card at one moment.</summary>
internal sealed class CodeSnapshot
{
    private readonly Pin _pin;
    private readonly byte[] _value;

    internal CodeSnapshot(Pin pin)
    {
        _pin = pin;
        _value = new byte[pin.Definition.Length];
        Take();
    }

    internal PinDefinition Definition => _pin.Definition;

    internal int TriesLeft { get; private set; }

    internal int? UsesLeft { get; private set; }

    internal bool Verified { get; private set; }

    internal ReadOnlySpan<byte> Value => _value;

    /// <summary>No entry is accepted: too many wrong ones, or too many uses.</summary>
    internal bool Blocked => TriesLeft <= 0 || UsesLeft <= 0;

    internal void Take()
    {
        TriesLeft = _pin.TriesLeft;
        UsesLeft = _pin.UsesLeft;
        Verified = _pin.Verified;
        ValueOf(_pin).CopyTo(_value);
    }

    internal bool IsSameAs(CodeSnapshot other) =>
        Lasts(other) && Verified == other.Verified;

    /// <summary>Whether everything is the same that survives a reset.</summary>
    internal bool Lasts(CodeSnapshot other) =>
        HasCountersOf(other) && _value.AsSpan().SequenceEqual(other._value);

    /// <summary>Whether tries and uses are the same.</summary>
    internal bool HasCountersOf(CodeSnapshot other) => TriesLeft == other.TriesLeft && UsesLeft == other.UsesLeft;

    public override string ToString() => $"{TriesLeft} tries, {UsesLeft?.ToString(provider: null) ?? "unlimited"} uses, {(Verified ? "" : "not ")}verified";

    // No command gives a code away. That a refused one left it as it was can only be seen by looking past the card.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Value")]
    private static extern ReadOnlySpan<byte> ValueOf(Pin pin);
}
