using System.Globalization;

namespace CardConformance.Simulator.Security;

/// <summary>Who may do a thing to a file, code or key: one security condition byte (SCB).</summary>
/// <remarks>
/// Source: ISO/IEC 7816-4:2005, 5.4.3.2, table 23. <c>00</c>: anyone. <c>FF</c>: nobody. <c>1n</c>: whoever has verified
/// the code that security environment n names. The other values of the table are not used by a CPS.
/// </remarks>
/// <param name="Scb">The byte as files and data objects carry it.</param>
public readonly record struct SecurityCondition(byte Scb)
{
    /// <summary><c>00</c>: no condition.</summary>
    public static readonly SecurityCondition Always = new(0x00);

    /// <summary><c>FF</c>: never allowed.</summary>
    public static readonly SecurityCondition Never = new(0xFF);

    /// <summary>Whether a code must have been verified first.</summary>
    public bool NeedsCode => (Scb & 0xF0) == 0x10;

    /// <summary>The security environment that names the code, 0 to 15; meaningful when <see cref="NeedsCode"/>.</summary>
    public int Environment => Scb & 0x0F;

    /// <summary>Two upper-case hexadecimal digits.</summary>
    public override string ToString() => Scb.ToString("X2", CultureInfo.InvariantCulture);
}
