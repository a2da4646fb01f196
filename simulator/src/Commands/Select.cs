using System.Buffers.Binary;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;

namespace CardConformance.Simulator.Commands;

/// <summary>SELECT, INS A4: makes a directory or file the current one.</summary>
/// <remarks>
/// Source: ISO/IEC 7816-4:2005, 7.1.1, with the habits of the CPS that OpenSC and CryptoLib rely on: a path that begins with
/// <c>3F00</c> is absolute even with P1 = 09, and the master file can be named with P1 = 02.
/// </remarks>
internal static class Select
{
    internal const byte Ins = 0xA4;

    private const ushort MasterFileIdentifier = 0x3F00;

    /// <summary>Carries out one SELECT. A refused one leaves the selection as it was.</summary>
    /// <returns><c>9000</c> with the control parameters unless P2 = 0C; <c>6A82</c>, <c>6A86</c> or <c>6700</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.P2 is not (0x00 or 0x04 or 0x0C))
        {
            return StatusWord.WrongP1P2;
        }

        StatusWord sw = Find(card, command, out DedicatedFile? directory, out ElementaryFile? file);
        if (sw != StatusWord.Ok)
        {
            return sw;
        }

        card.Select(directory!, file);
        if (command.P2 != 0x0C)
        {
            Describe(card, directory!, file, ref reply);
        }

        return StatusWord.Ok;
    }

    private static void Describe(CardState card, DedicatedFile directory, ElementaryFile? file, ref ResponseWriter reply)
    {
        if (file is null)
        {
            reply.Append(directory.ControlParameters);
        }
        else
        {
            file.WriteControlParameters(card.ContentOf(file).Length, reply.Reserve(file.ControlParametersLength));
        }
    }

    private static StatusWord Find(CardState card, in CommandApdu command, out DedicatedFile? directory, out ElementaryFile? file)
    {
        directory = null;
        file = null;
        ReadOnlySpan<byte> data = command.Data;
        switch (command.P1)
        {
            case 0x00 or 0x02 when data.Length == 2:
                FindByIdentifier(card, data, out directory, out file);
                break;
            case 0x00 when data.IsEmpty:
                directory = card.Layout.MasterFile;
                break;
            case 0x03 when data.IsEmpty:
                directory = card.CurrentDirectory.Parent;
                break;
            case 0x04 when data.Length is >= 1 and <= 16:
                directory = card.Layout.MasterFile.FindByName(data);
                break;
            case 0x08 when data.Length >= 2 && data.Length % 2 == 0:
                FindByPath(card.Layout.MasterFile, data, out directory, out file);
                break;
            case 0x09 when data.Length >= 2 && data.Length % 2 == 0:
                bool absolute = BinaryPrimitives.ReadUInt16BigEndian(data) == MasterFileIdentifier;
                FindByPath(absolute ? card.Layout.MasterFile : card.CurrentDirectory, absolute ? data[2..] : data, out directory, out file);
                break;
            case 0x00 or 0x02 or 0x03 or 0x04 or 0x08 or 0x09:
                return StatusWord.WrongLength;
            default:
                return StatusWord.WrongP1P2;
        }

        return directory is null ? StatusWord.FileNotFound : StatusWord.Ok;
    }

    private static void FindByIdentifier(
        CardState card, ReadOnlySpan<byte> data, out DedicatedFile? directory, out ElementaryFile? file)
    {
        file = null;
        if (BinaryPrimitives.ReadUInt16BigEndian(data) == MasterFileIdentifier)
        {
            directory = card.Layout.MasterFile;
            return;
        }

        FindByPath(card.CurrentDirectory, data, out directory, out file);
    }

    // Every step but the last must be a directory; an empty path is the start itself.
    private static void FindByPath(
        DedicatedFile start, ReadOnlySpan<byte> path, out DedicatedFile? directory, out ElementaryFile? file)
    {
        directory = start;
        file = null;
        while (!path.IsEmpty)
        {
            ushort identifier = BinaryPrimitives.ReadUInt16BigEndian(path);
            path = path[2..];
            if (directory!.FindDirectory(identifier) is { } child)
            {
                directory = child;
                continue;
            }

            file = path.IsEmpty ? directory.FindFile(identifier) : null;
            directory = file is null ? null : directory;
            return;
        }
    }
}
