using CardConformance.Fuzz.Generation;
using CardConformance.Fuzz.Replays;
using FsCheck;
using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>What properties hold for: any bytes, any command, any session.</summary>
internal static class Any
{
    private const int LongestSession = 40;

    /// <summary>Bytes as they come, none or some hundreds.</summary>
    internal static Arbitrary<byte[]> Bytes { get; } = Arb.From(Gen.Resize(Byte.ArrayOf(), 300), Shorter);

    /// <summary>Commands that software sends, mutated ones, and any bytes.</summary>
    internal static Gen<byte[]> Command { get; } = CommandLike(ValidCommands.Cps3);

    /// <summary>Some commands, with a reset or a loss of power now and then.</summary>
    internal static Arbitrary<Session> Session { get; } = SessionOf(Command);

    /// <summary>Commands like given ones: those, mutated ones, and any bytes.</summary>
    internal static Gen<byte[]> CommandLike(ValidCommand[] commands)
    {
        Gen<byte[]> valid = Gen.Elements(commands).Select(command => command.Bytes.ToArray());
        return Gen.Frequency(
            (6, valid),
            (4, from command in valid from seed in Gen.Choose(0, int.MaxValue) select Mutated(command, (ulong)seed)),
            (1, Gen.Resize(Byte.ArrayOf(), 20)));
    }

    /// <summary>The digits of a code, or other bytes in their place.</summary>
    internal static Gen<byte[]> CodeOf(int length) => Gen.OneOf(Gen.Choose('0', '9').Select(digit => (byte)digit), Byte).ArrayOf(length);

    /// <summary>Pieces that make up a whole, each at most so long.</summary>
    internal static Gen<int[]> PiecesOf(int whole, int longest) =>
        Gen.Choose(1, longest).ArrayOf(whole).Select(lengths => Cut(lengths, whole));

    /// <summary>A session of commands.</summary>
    internal static Arbitrary<Session> SessionOf(Gen<byte[]> command)
    {
        Gen<ReplayStep> step = Gen.Frequency(
            (20, command.Select(bytes => new ReplayStep(ReplayAction.Send, bytes))),
            (1, Gen.Elements(new ReplayStep(ReplayAction.Reset), new ReplayStep(ReplayAction.PowerDown), new ReplayStep(ReplayAction.ChooseT0))));
        return Arb.From(
            from length in Gen.Choose(0, LongestSession) from steps in step.ArrayOf(length) select new Session(steps),
            session => session.Shorter());
    }

    private static Gen<byte> Byte => Gen.Choose(0, 255).Select(value => (byte)value);

    private static byte[] Mutated(byte[] command, ulong seed)
    {
        byte[] buffer = new byte[CommandMutation.MaxLength];
        command.CopyTo(buffer, 0);
        return buffer[..CommandMutation.Apply(new RandomSource(seed), buffer, command.Length)];
    }

    private static IEnumerable<byte[]> Shorter(byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            yield return bytes[..(bytes.Length / 2)];
            yield return bytes[..^1];
        }
    }

    private static int[] Cut(int[] lengths, int whole)
    {
        var pieces = new List<int>();
        for (int left = whole, i = 0; left > 0; i++)
        {
            pieces.Add(Math.Min(lengths[i], left));
            left -= pieces[^1];
        }

        return [.. pieces];
    }
}
