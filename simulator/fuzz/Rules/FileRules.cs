using System.Buffers.Binary;
using CardConformance.Simulator.Files;

namespace CardConformance.Fuzz.Rules;

/// <summary>What selecting, reading and changing files may give.</summary>
internal static class FileRules
{
    private const string ReadRule = "Reading gives the bytes of the file, to those who may read it";

    internal static void Check(in Exchange exchange)
    {
        if (!exchange.Done || !exchange.Shape.IsShort)
        {
            return;
        }

        if (exchange.Cla == 0xA0)
        {
            if (exchange.Ins == Ins.ReadBinary)
            {
                CheckRead(exchange, exchange.Before.Cps2terFile, exchange.P1P2);
            }

            return;
        }

        if (!exchange.IsPlain)
        {
            return;
        }

        switch (exchange.Ins)
        {
            case Ins.ReadBinary:
                CheckRead(exchange, Target(exchange, out int offset), offset);
                break;
            case Ins.UpdateBinary:
                CheckUpdate(exchange, Target(exchange, out int at), at);
                break;
            case Ins.Select:
                CheckSelection(exchange);
                break;
        }
    }

    private static ElementaryFile? Target(in Exchange exchange, out int offset)
    {
        if (exchange.P1 < 0x80)
        {
            offset = exchange.P1P2;
            return exchange.Before.File;
        }

        offset = exchange.P2;
        int shortIdentifier = exchange.P1 & 0x1F;
        foreach (ElementaryFile file in exchange.Before.Directory.Files)
        {
            if (exchange.P1 < 0xA0 && file.ShortIdentifier == shortIdentifier)
            {
                return file;
            }
        }

        return null;
    }

    private static void CheckRead(in Exchange exchange, ElementaryFile? file, int offset)
    {
        if (file is null || !exchange.Before.Allows(file.Read))
        {
            throw new BrokenRuleException(ReadRule, file is null ? "no file was selected" : $"{file.Identifier:X4} was read without its code");
        }

        ReadOnlySpan<byte> content = exchange.Before.ContentOf(file);
        int count = Math.Min(exchange.Shape.Ne, content.Length - offset);
        if (count <= 0 || !exchange.Data.SequenceEqual(content.Slice(offset, count)))
        {
            throw new BrokenRuleException(ReadRule, $"{exchange.Data.Length} bytes of {file.Identifier:X4} at {offset}, {count} expected");
        }

        bool named = exchange.IsPlain && exchange.P1 >= 0x80;
        if (named && exchange.After.File != file)
        {
            throw new BrokenRuleException("A short identifier selects", $"{file.Identifier:X4} was read and not selected");
        }
    }

    private static void CheckUpdate(in Exchange exchange, ElementaryFile? file, int offset)
    {
        const string Rule = "Changing changes the bytes that the command gives, for those who may change them";
        if (file is null || !exchange.Before.Allows(file.Update))
        {
            throw new BrokenRuleException(Rule, file is null ? "no file was selected" : $"{file.Identifier:X4} was changed without its code");
        }

        int end = offset + exchange.Shape.Data.Length;
        foreach (ElementaryFile each in exchange.Before.Changeable)
        {
            ReadOnlySpan<byte> was = exchange.Before.ContentOf(each);
            ReadOnlySpan<byte> now = exchange.After.ContentOf(each);
            bool right = each != file
                ? now.SequenceEqual(was)
                : end <= was.Length
                    && now.Length == was.Length
                    && now[..offset].SequenceEqual(was[..offset])
                    && now[offset..end].SequenceEqual(exchange.Shape.Data)
                    && now[end..].SequenceEqual(was[end..]);
            if (!right)
            {
                throw new BrokenRuleException(Rule, $"{exchange.Shape.Data.Length} bytes of {file.Identifier:X4} at {offset}; {each.Identifier:X4} is wrong");
            }
        }
    }

    private static void CheckSelection(in Exchange exchange)
    {
        DedicatedFile directory = exchange.After.Directory;
        ElementaryFile? file = exchange.After.File;
        ReadOnlySpan<byte> data = exchange.Shape.Data;
        ushort identifier = file?.Identifier ?? directory.Identifier;
        bool right = exchange.P1 switch
        {
            0x00 when data.IsEmpty => directory.Parent is null && file is null,
            0x03 => directory == exchange.Before.Directory.Parent && file is null,
            0x04 => directory.Name.SequenceEqual(data) && file is null,
            _ => data.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(data[^2..]) == identifier,
        };
        if (!right || (file is not null && !directory.Files.Contains(file)))
        {
            throw new BrokenRuleException("SELECT selects what it names", $"{directory.Identifier:X4}/{file?.Identifier:X4} is selected");
        }

        // What was not given at once waits.
        ReadOnlySpan<byte> wanted = exchange.P2 == 0x0C ? default
            : file is null ? directory.ControlParameters
            : ControlParameters(file, exchange.After.ContentOf(file).Length, stackalloc byte[file.ControlParametersLength]);
        int given = exchange.Data.Length;
        if (given > wanted.Length || !wanted[..given].SequenceEqual(exchange.Data) || !wanted[given..].SequenceEqual(exchange.After.Pending))
        {
            throw new BrokenRuleException("SELECT gives the control parameters of what it selects", $"{identifier:X4} is selected");
        }
    }

    private static ReadOnlySpan<byte> ControlParameters(ElementaryFile file, int size, Span<byte> bytes)
    {
        file.WriteControlParameters(size, bytes);
        return bytes;
    }
}
