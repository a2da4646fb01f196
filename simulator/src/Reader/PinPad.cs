using System.Buffers.Binary;
using System.Text;

namespace CardConformance.Simulator.Reader;

/// <summary>The PIN pad of a reader: asks the person for codes and puts them into the command for the card.</summary>
/// <remarks>
/// Source: PC/SC part 10, v2.02.09, 2.5.2 (PIN_VERIFY) and 2.5.3 (PIN_MODIFY): structures with little-endian numbers, the command
/// at their end. Codes in ASCII without padding, the only form that a CPS uses.
/// </remarks>
/// <param name="person">The person at the pad; called in the reader's thread, which waits like the application does.</param>
public sealed class PinPad(Func<PinPadRequest, PinPadEntry> person)
{
    private const int VerifyHeaderLength = 19;
    private const int ModifyHeaderLength = 24;

    // As long as the driver waits when the application sets no limit.
    private const int DefaultTimeoutSeconds = 30;

    // Low two bits of bmFormatString.
    private const int AsciiFormat = 2;

    // What the reader answers in place of the card.
    private static readonly byte[] TimedOut = [0x64, 0x00];
    private static readonly byte[] Cancelled = [0x64, 0x01];
    private static readonly byte[] NewCodesDiffer = [0x64, 0x02];
    private static readonly byte[] WrongLength = [0x64, 0x03];
    private static readonly byte[] WrongParameter = [0x6B, 0x80];

    /// <summary>Carries out PIN_VERIFY: asks for a code.</summary>
    /// <param name="structure">PIN_VERIFY_STRUCTURE.</param>
    /// <param name="command">The command for the card.</param>
    /// <returns>What the reader answers by itself, or <see langword="null"/> when the card gets the command.</returns>
    internal byte[]? Verify(ReadOnlySpan<byte> structure, out byte[] command)
    {
        command = [];
        if (!TryReadCommand(structure, VerifyHeaderLength, out ReadOnlySpan<byte> header))
        {
            return WrongParameter;
        }

        PinPadRequest current = Request(PinPadPrompt.Current, structure, header, lengths: structure[5..7]);
        byte[]? refusal = Ask(current, out string digits);
        command = refusal is null ? Build(header, digits) : [];
        return refusal;
    }

    /// <summary>Carries out PIN_MODIFY: asks for the old code if wanted, and for the new one, once or twice.</summary>
    /// <param name="structure">PIN_MODIFY_STRUCTURE.</param>
    /// <param name="command">The command for the card.</param>
    /// <returns>What the reader answers by itself, or <see langword="null"/> when the card gets the command.</returns>
    internal byte[]? Modify(ReadOnlySpan<byte> structure, out byte[] command)
    {
        command = [];
        if (!TryReadCommand(structure, ModifyHeaderLength, out ReadOnlySpan<byte> header))
        {
            return WrongParameter;
        }

        bool confirm = (structure[9] & 0x01) != 0;
        bool askOld = (structure[9] & 0x02) != 0;
        PinPadRequest current = Request(PinPadPrompt.Current, structure, header, lengths: structure[7..9]);
        string old = "";
        string confirmed = "";
        byte[]? refusal = askOld ? Ask(current, out old) : null;
        refusal ??= Ask(current with { Prompt = PinPadPrompt.New }, out confirmed);
        string digits = confirmed;
        refusal ??= confirm ? Ask(current with { Prompt = PinPadPrompt.Confirmation }, out confirmed) : null;
        refusal ??= confirmed == digits ? null : NewCodesDiffer;

        // OpenSC gives both codes the same place in the command; a card wants the new one behind the old one.
        command = refusal is null ? Build(header, old + digits) : [];
        return refusal;
    }

    // wPINMaxExtraDigit is little-endian: greatest length first.
    private static PinPadRequest Request(
        PinPadPrompt prompt, ReadOnlySpan<byte> structure, ReadOnlySpan<byte> header, ReadOnlySpan<byte> lengths) =>
        new(
            prompt,
            MinLength: lengths[1],
            MaxLength: lengths[0],
            Reference: header[3],
            Timeout: TimeSpan.FromSeconds(structure[0] != 0 ? structure[0] : DefaultTimeoutSeconds));

    private byte[]? Ask(PinPadRequest request, out string digits)
    {
        PinPadEntry entry = person(request);
        digits = entry.Digits ?? "";
        if (entry.Digits is null)
        {
            return entry == PinPadEntry.TimedOut ? TimedOut : Cancelled;
        }

        bool fits = digits.Length >= request.MinLength && digits.Length <= request.MaxLength && digits.All(char.IsAsciiDigit);
        return fits ? null : WrongLength;
    }

    // The command at the end of a structure: a header of four bytes, and a length byte that is of no use.
    private static bool TryReadCommand(ReadOnlySpan<byte> structure, int headerLength, out ReadOnlySpan<byte> header)
    {
        header = default;
        if (structure.Length < headerLength + 4 || (structure[2] & 0x03) != AsciiFormat)
        {
            return false;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(structure[(headerLength - 4)..]);
        header = structure.Slice(headerLength, 4);
        return length == structure.Length - headerLength;
    }

    private static byte[] Build(ReadOnlySpan<byte> header, string digits) =>
        [.. header, (byte)digits.Length, .. Encoding.ASCII.GetBytes(digits)];
}
