using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace CardConformance.Simulator.Security;

/// <summary>One code of a card with its counters: code porteur or code de déblocage.</summary>
/// <remarks>Not thread-safe: it belongs to one card.</remarks>
public sealed class Pin
{
    private Digits _value;

    /// <summary>A code that has never been tried.</summary>
    /// <param name="definition">Its fixed part.</param>
    /// <param name="value">Its digits in ASCII; they are copied.</param>
    /// <exception cref="ArgumentException">The value has not the length of the definition.</exception>
    public Pin(PinDefinition definition, ReadOnlySpan<byte> value)
    {
        if (value.Length != definition.Length)
        {
            throw new ArgumentException($"A code of {definition.Length} digits is wanted.", nameof(value));
        }

        Definition = definition;
        TriesLeft = definition.MaxTries;
        UsesLeft = definition.MaxUses;
        value.CopyTo(_value);
    }

    /// <summary>Its fixed part.</summary>
    public PinDefinition Definition { get; }

    /// <summary>Wrong entries left; 0 means blocked.</summary>
    public int TriesLeft { get; private set; }

    /// <summary>Uses left in the life of the card, or <see langword="null"/> for no limit; 0 means blocked for good.</summary>
    public int? UsesLeft { get; private set; }

    /// <summary>Whether the code has been proved since the last reset.</summary>
    public bool Verified { get; private set; }

    /// <summary>Whether no entry, right or wrong, is accepted any more.</summary>
    public bool Blocked => TriesLeft == 0 || UsesLeft == 0;

    /// <summary>Whether the card has power left to compare a value when the counter has fallen. As a rule it has.</summary>
    internal bool Compares { get; set; } = true;

    /// <summary>Compares a presented value and moves the counter. A blocked code compares nothing.</summary>
    /// <param name="presented">The bytes that the host sent.</param>
    /// <returns>Whether it was the right one.</returns>
    public bool Present(ReadOnlySpan<byte> presented)
    {
        Verified = false;
        if (Blocked)
        {
            return false;
        }

        // The counter falls before the comparison, as on a real card: a power loss must not give a free try.
        TriesLeft--;
        if (Compares && CryptographicOperations.FixedTimeEquals(presented, Value))
        {
            TriesLeft = Definition.MaxTries;
            Verified = true;
        }

        return Verified;
    }

    /// <summary>Sets a new value after the old one was proved. The counter is full again.</summary>
    /// <param name="value">The new digits in ASCII, as many as before.</param>
    public void Change(ReadOnlySpan<byte> value)
    {
        Replace(value);
        TriesLeft = Definition.MaxTries;
    }

    /// <summary>Sets a new value without the old one, as the holder of the code de déblocage may.</summary>
    /// <param name="value">The new digits in ASCII, as many as before.</param>
    public void Unblock(ReadOnlySpan<byte> value)
    {
        Change(value);
        Verified = false;
    }

    /// <summary>Sets a new value and leaves the counter, as a ChipDoc card does: to fill the counter is another command.</summary>
    /// <param name="value">The new digits in ASCII, as many as before.</param>
    public void Replace(ReadOnlySpan<byte> value) => value.CopyTo(_value);

    /// <summary>Makes the counter full again and leaves the value, as a ChipDoc card does before a new value is set.</summary>
    public void RestoreTries() => TriesLeft = Definition.MaxTries;

    /// <summary>Uses up tries, as wrong entries do.</summary>
    /// <param name="tries">How many, not more than are left.</param>
    public void Spend(int tries)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tries, TriesLeft);
        TriesLeft -= tries;
        Verified = false;
    }

    /// <summary>Counts one use, where uses are limited. With the last one, the code no longer counts as proved.</summary>
    public void Use()
    {
        UsesLeft--;
        Verified &= !Blocked;
    }

    /// <summary>Its digits now. Never write them to a log.</summary>
    internal string ValueAsDigits => Encoding.ASCII.GetString(Value);

    /// <summary>Brings it to what it was when its card last had power.</summary>
    /// <param name="value">Its digits.</param>
    /// <param name="triesLeft">0 to the most of its definition.</param>
    /// <param name="usesLeft">0 to the most of its definition, <see langword="null"/> for no limit.</param>
    internal void Restore(string value, int triesLeft, int? usesLeft)
    {
        Encoding.ASCII.GetBytes(value, _value);
        TriesLeft = triesLeft;
        UsesLeft = usesLeft;
        Verified = false;
    }

    /// <summary>Forgets that the code was proved. Value and counters stay.</summary>
    public void Forget() => Verified = false;

    private ReadOnlySpan<byte> Value => ((ReadOnlySpan<byte>)_value)[..Definition.Length];

    // In the code itself, as long as any code may be: one place less to look at in memory.
    [InlineArray(PinDefinition.MaxLength)]
    private struct Digits
    {
        private byte _first;
    }
}
