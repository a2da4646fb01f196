using System.Buffers.Binary;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>Commands of class A0: the older part of a CPS3 ("volet CPS2ter"), which speaks T=0 in the manner of GSM 11.11.</summary>
/// <remarks>
/// Source: the commands that CryptoLib CPS 5.2 sends and the answers it takes. Status words that it never provokes are those of
/// GSM 11.11, 9.4; what real cards say then is not public.
/// </remarks>
internal static class Cps2ter
{
    internal const byte Cla = 0xA0;

    private static readonly StatusWord NoFileSelected = new(0x9400);
    private static readonly StatusWord FileNotFound = new(0x9404);
    private static readonly StatusWord CodeMissing = new(0x9804);

    /// <summary>Carries out one command of class A0.</summary>
    /// <returns>
    /// <c>9FXX</c> after SELECT: XX bytes wait for GET RESPONSE; <c>9000</c>; <c>6700</c>, <c>6B00</c>, <c>6CXX</c>, <c>6D00</c>,
    /// <c>9400</c> no file is selected, <c>9404</c> no such file, <c>9804</c> the code porteur is missing; <c>6E00</c> from a card
    /// without this part.
    /// </returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (card.Cps2ter is not { } part)
        {
            return StatusWord.ClassNotSupported;
        }

        if (command.Ins == GetResponse.Ins)
        {
            return Fetch(part, command, ref reply);
        }

        part.Pending.Clear();
        return command.Ins switch
        {
            Select.Ins => SelectFile(card, part, command),
            ReadBinary.Ins => Read(card, part, command, ref reply),
            _ => StatusWord.InstructionNotSupported,
        };
    }

    private static StatusWord SelectFile(CardState card, Cps2terSession part, in CommandApdu command)
    {
        if (command.P1 != 0 || command.P2 != 0)
        {
            return StatusWord.WrongOffset;
        }

        if (command.Data.Length != 2)
        {
            return StatusWord.WrongLength;
        }

        ushort identifier = BinaryPrimitives.ReadUInt16BigEndian(command.Data);
        if (!part.TrySelect(identifier))
        {
            return FileNotFound;
        }

        part.Pending.Set(Description(card, part, identifier));
        return new((ushort)(0x9F00 | part.Pending.Length));
    }

    // Tag 85: size, identifier, kind (01 master file, 02 directory, 04 file).
    private static ReadOnlySpan<byte> Description(CardState card, Cps2terSession part, ushort identifier)
    {
        int size = part.CurrentFile is { } file ? card.ContentOf(file).Length : 0;
        byte kind = part switch
        {
            { CurrentFile: not null } => 0x04,
            { CurrentDirectory.Parent: null } => 0x01,
            _ => 0x02,
        };
        return new byte[] { 0x85, 0x05, (byte)(size >> 8), (byte)size, (byte)(identifier >> 8), (byte)identifier, kind };
    }

    private static StatusWord Fetch(Cps2terSession part, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.P1 != 0 || command.P2 != 0)
        {
            return StatusWord.WrongOffset;
        }

        if (part.Pending.Length == 0 || !command.Data.IsEmpty || command.Ne == 0)
        {
            return StatusWord.WrongLength;
        }

        if (command.Ne > part.Pending.Length)
        {
            return StatusWord.WrongLe(part.Pending.Length);
        }

        reply.Append(part.Pending.Bytes[..command.Ne]);
        part.Pending.Clear();
        return StatusWord.Ok;
    }

    private static StatusWord Read(CardState card, Cps2terSession part, in CommandApdu command, ref ResponseWriter reply)
    {
        if (part.CurrentFile is not { } file)
        {
            return NoFileSelected;
        }

        if (!card.Fulfils(file.Read))
        {
            return CodeMissing;
        }

        int offset = (command.P1 << 8) | command.P2;
        ReadOnlySpan<byte> content = card.ContentOf(file);
        if (offset >= content.Length)
        {
            return StatusWord.WrongOffset;
        }

        if (!command.Data.IsEmpty || command.Ne == 0)
        {
            return StatusWord.WrongLength;
        }

        ReadOnlySpan<byte> rest = content[offset..];
        if (command.Ne > rest.Length)
        {
            return StatusWord.WrongLe(Math.Min(rest.Length, 256));
        }

        reply.Append(rest[..command.Ne]);
        return StatusWord.Ok;
    }
}
