using System.Globalization;

namespace CardConformance.Simulator.Apdu;

/// <summary>The two bytes SW1-SW2 that end every response.</summary>
/// <remarks>Values and meanings: ISO/IEC 7816-4:2005, 5.1.3, tables 5 and 6.</remarks>
/// <param name="Value">SW1 in the high byte, SW2 in the low byte; for example <c>0x9000</c>.</param>
public readonly record struct StatusWord(ushort Value)
{
    /// <summary><c>9000</c>: the command was carried out.</summary>
    public static readonly StatusWord Ok = new(0x9000);

    /// <summary><c>6282</c>: the file ended before Le bytes were read; what there was is in the answer.</summary>
    public static readonly StatusWord EndOfFile = new(0x6282);

    /// <summary><c>6700</c>: Lc, Le or the length of the data is wrong.</summary>
    public static readonly StatusWord WrongLength = new(0x6700);

    /// <summary><c>6881</c>: the logical channel is not open.</summary>
    public static readonly StatusWord ChannelNotSupported = new(0x6881);

    /// <summary><c>6884</c>: this command cannot be sent in a chain.</summary>
    public static readonly StatusWord ChainingNotSupported = new(0x6884);

    /// <summary><c>6982</c>: the access rule is not fulfilled, usually because the code was not verified.</summary>
    public static readonly StatusWord SecurityStatusNotSatisfied = new(0x6982);

    /// <summary><c>6983</c>: the code is blocked; no try is left.</summary>
    public static readonly StatusWord CodeBlocked = new(0x6983);

    /// <summary><c>6985</c>: a command that must come before this one did not.</summary>
    public static readonly StatusWord ConditionsNotSatisfied = new(0x6985);

    /// <summary><c>6986</c>: no elementary file is selected.</summary>
    public static readonly StatusWord NoCurrentFile = new(0x6986);

    /// <summary><c>6A80</c>: the data field is not what the command expects.</summary>
    public static readonly StatusWord WrongData = new(0x6A80);

    /// <summary><c>6A82</c>: no such file or application.</summary>
    public static readonly StatusWord FileNotFound = new(0x6A82);

    /// <summary><c>6A84</c>: the data does not fit into the file.</summary>
    public static readonly StatusWord NotEnoughSpace = new(0x6A84);

    /// <summary><c>6A86</c>: P1-P2 is not one this command knows.</summary>
    public static readonly StatusWord WrongP1P2 = new(0x6A86);

    /// <summary><c>6A88</c>: no such code, key or data object.</summary>
    public static readonly StatusWord ReferenceNotFound = new(0x6A88);

    /// <summary><c>6B00</c>: the offset lies beyond the end of the file.</summary>
    public static readonly StatusWord WrongOffset = new(0x6B00);

    /// <summary><c>6D00</c>: the card has no such instruction.</summary>
    public static readonly StatusWord InstructionNotSupported = new(0x6D00);

    /// <summary><c>6E00</c>: the card has no such class.</summary>
    public static readonly StatusWord ClassNotSupported = new(0x6E00);

    /// <summary><c>6F00</c>: the card itself failed. The simulator gives it only for a defect of its own.</summary>
    public static readonly StatusWord Failure = new(0x6F00);

    /// <summary><c>61XX</c>: XX bytes wait for GET RESPONSE; <c>6100</c> means 256 or more.</summary>
    /// <param name="bytes">Bytes waiting, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is less than 1.</exception>
    public static StatusWord MoreData(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return new((ushort)(0x6100 | (bytes < 256 ? bytes : 0)));
    }

    /// <summary><c>6CXX</c>: Le is wrong, and XX is the right one; <c>6C00</c> means 256.</summary>
    /// <param name="available">The length that Le should have asked for, 1 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="available"/> is not 1 to 256.</exception>
    public static StatusWord WrongLe(int available)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(available, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(available, 256);
        return new((ushort)(0x6C00 | (available & 0xFF)));
    }

    /// <summary><c>63CX</c>: verification failed, or was only asked about, and X tries are left.</summary>
    /// <param name="triesLeft">Tries left, 0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="triesLeft"/> does not fit in four bits.</exception>
    public static StatusWord TriesLeft(int triesLeft)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(triesLeft);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(triesLeft, 15);
        return new((ushort)(0x63C0 | triesLeft));
    }

    /// <summary>Four upper-case hexadecimal digits, as specifications print it.</summary>
    public override string ToString() => Value.ToString("X4", CultureInfo.InvariantCulture);
}
