using System.Buffers.Binary;
using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz.Rules;

/// <summary>One command with its answer and with what the card remembered before and after it.</summary>
/// <param name="command">The command.</param>
/// <param name="answer">The whole answer, at least the status word.</param>
/// <param name="before">The card before it.</param>
/// <param name="after">The card after it.</param>
internal readonly ref struct Exchange(ReadOnlySpan<byte> command, ReadOnlySpan<byte> answer, CardSnapshot before, CardSnapshot after)
{
    internal ReadOnlySpan<byte> Command { get; } = command;

    internal CommandShape Shape { get; } = new(command);

    internal CardSnapshot Before { get; } = before;

    internal CardSnapshot After { get; } = after;

    internal byte Cla => Command[0];

    internal byte Ins => Command[1];

    internal byte P1 => Command[2];

    internal byte P2 => Command[3];

    internal int P1P2 => (P1 << 8) | P2;

    /// <summary>The answer without its status word.</summary>
    internal ReadOnlySpan<byte> Data { get; } = answer[..^2];

    internal ushort Status { get; } = BinaryPrimitives.ReadUInt16BigEndian(answer[^2..]);

    internal byte Sw1 => (byte)(Status >> 8);

    /// <summary>Whether the card carried the command out.</summary>
    internal bool Done => Status is 0x9000 or 0x6282 || Sw1 is 0x61 or 0x9F;

    /// <summary>Whether the card is a CPS4, which speaks ChipDoc on logical channel 1.</summary>
    internal bool IsChipDoc => Before.Layout.Commands == CommandSet.ChipDoc;

    /// <summary>Whether it is a whole command of the newer part, not a part of a chain and not for the older one.</summary>
    internal bool IsPlain => Shape.IsShort && Cla == PlainClass;

    /// <summary>Whether it is a part of a chained command, and not the last one.</summary>
    internal bool IsChainPart => Shape.IsShort && Cla == (PlainClass | 0x10);

    /// <summary>Whether it comes before a SELECT by name has opened the channel, and does not open it.</summary>
    internal bool IsTooEarly =>
        IsChipDoc && !Before.ChannelOpen && (IsPlain || IsChainPart) && !(IsPlain && SelectsByName);

    /// <summary>Whether it names an application, if it is a SELECT at all.</summary>
    internal bool SelectsByName => Ins == Rules.Ins.Select && P1 == 0x04;

    private byte PlainClass => IsChipDoc ? (byte)0x01 : (byte)0x00;

    /// <summary>Whether it is a command of this instruction for the newer part.</summary>
    internal bool Is(byte ins) => IsPlain && Ins == ins;
}
