using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz.Generation;

/// <summary>Invents the next command for a card: what software would send, that with something wrong in it, the last one again, or anything.</summary>
/// <param name="random">Decides.</param>
internal sealed class CommandGenerator(RandomSource random)
{
    /// <summary>Longest command it makes: beyond what a command with extended lengths can be.</summary>
    internal const int MaxLength = 70_000;

    private readonly byte[] _buffer = new byte[MaxLength];
    private int _length;

    /// <summary>Makes a command.</summary>
    /// <param name="card">What the card remembers: a right code is one that is right now.</param>
    /// <param name="lastStatus">The status word of the command before.</param>
    /// <returns>The command, valid until the next call.</returns>
    internal ReadOnlySpan<byte> Next(CardSnapshot card, ushort lastStatus)
    {
        _length = random.Below(100) switch
        {
            < 25 when FollowsUp(lastStatus) => FollowUp(card, lastStatus),
            < 45 => Valid(card),
            < 80 => Mutated(card),
            < 88 => KnownInstruction(card),
            < 95 => _length,
            _ => Anything(),
        };
        return _buffer.AsSpan(0, _length);
    }

    private static byte PlainClass(CardSnapshot card) => card.Layout.Commands == CommandSet.ChipDoc ? (byte)0x01 : (byte)0x00;

    private static bool FollowsUp(ushort status) => (status >> 8) is 0x61 or 0x9F;

    // What the card has just announced is fetched, in one piece or not.
    private int FollowUp(CardSnapshot card, ushort status)
    {
        ReadOnlySpan<byte> command = [(status >> 8) == 0x9F ? (byte)0xA0 : PlainClass(card), 0xC0, 0x00, 0x00, (byte)status];
        command.CopyTo(_buffer);
        if (random.OneIn(4))
        {
            _buffer[4] = random.Byte();
        }

        return command.Length;
    }

    private int Valid(CardSnapshot card)
    {
        ValidCommand command = random.Of<ValidCommand>(ValidCommands.For(card.Layout));
        command.Bytes.CopyTo(_buffer);
        if (command.Code != 0)
        {
            card.ValueOf(command.Code).CopyTo(_buffer.AsSpan(command.CodeAt));
        }

        return command.Bytes.Length;
    }

    private int Mutated(CardSnapshot card)
    {
        int length = Valid(card);
        for (int i = random.Below(3); i >= 0; i--)
        {
            length = CommandMutation.Apply(random, _buffer, Math.Min(length, CommandMutation.MaxLength - 8));
        }

        return length;
    }

    private int KnownInstruction(CardSnapshot card)
    {
        _buffer[0] = random.OneIn(8) ? (byte)0xA0 : (byte)(PlainClass(card) | (random.OneIn(8) ? 0x10 : 0x00));
        _buffer[1] = CommandMutation.Instruction(random);
        _buffer[2] = CommandMutation.Parameter(random);
        _buffer[3] = CommandMutation.Parameter(random);
        int data = random.Below(4) switch { 0 => 0, 1 => random.Below(256), _ => random.Below(20) };
        _buffer[4] = (byte)data;
        random.Fill(_buffer.AsSpan(5, data + 1));
        return data == 0 ? 4 + random.Below(2) : 5 + data + random.Below(2);
    }

    private int Anything()
    {
        int length = random.Below(5_000) switch
        {
            0 => random.Below(MaxLength),
            < 1_000 => random.Below(300),
            _ => random.Below(12),
        };
        random.Fill(_buffer.AsSpan(0, length));
        return length;
    }
}
