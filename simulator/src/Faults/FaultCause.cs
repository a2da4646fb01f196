using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>What a fault waits for: commands of a kind, or resets; and how many of them pass before it.</summary>
public sealed record FaultCause
{
    /// <summary>Any command.</summary>
    public static readonly FaultCause AnyCommand = new(BytePattern.Empty);

    /// <summary>The card gets power, or is reset.</summary>
    public static readonly FaultCause Reset = new((BytePattern?)null);

    // How a command begins, or null for a reset.
    private readonly BytePattern? _beginning;

    private FaultCause(BytePattern? beginning) => _beginning = beginning;

    /// <summary>Which one of them it waits for, counted from when the fault was armed; at least 1. Those that follow count as well.</summary>
    public int Nth { get; init; } = 1;

    internal bool IsReset => _beginning is null;

    /// <summary>Commands with an instruction byte, in any class.</summary>
    /// <param name="ins">The instruction byte.</param>
    public static FaultCause Instruction(byte ins) => new(BytePattern.Instruction(ins));

    /// <summary>Commands that begin in some way.</summary>
    /// <param name="beginning">How; a byte may be left open.</param>
    public static FaultCause Command(BytePattern beginning) => new(beginning);

    internal static FaultCause From(FixtureObject json)
    {
        FaultCause cause = json.Choice("kind", ["anyCommand", "instruction", "command", "reset"]) switch
        {
            "instruction" => Instruction(json.Byte("instruction")),
            "command" => Command(Beginning(json)),
            "reset" => Reset,
            _ => AnyCommand,
        };
        return cause with { Nth = json.OptionalNumber("nth", 1, int.MaxValue) ?? 1 };
    }

    internal bool IsMetBy(ReadOnlySpan<byte> command) => _beginning?.IsBeginningOf(command) ?? false;

    private static BytePattern Beginning(FixtureObject json)
    {
        string text = json.Text("begins");
        return BytePattern.TryParse(text, out BytePattern beginning)
            ? beginning
            : throw json.Mistake("begins", $"bytes in hexadecimal, ** for any, for example \"00 20 ** 01\", are expected here, found \"{text}\".");
    }
}
