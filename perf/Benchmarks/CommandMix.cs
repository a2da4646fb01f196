using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>One card that one thread keeps busy with the usual commands, each answer compared.</summary>
internal sealed class CommandMix
{
    // Looking at the clock costs as much as a command.
    private const int TurnsBetweenLooks = 256;
    private const double NanosecondsInSecond = 1e9;

    private readonly BenchedCard _bench = new();
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private readonly (byte[] Command, byte First, byte Second)[] _commands =
    [
        Of(TestCommands.SelectCertificate, 0x90, 0x00),
        Of(TestCommands.Read256, 0x90, 0x00),
        Of(TestCommands.Verify, 0x90, 0x00),
        Of(TestCommands.SelectMasterFile, 0x90, 0x00),
        Of(TestCommands.GetCode, 0x61, 0x18),
        Of(TestCommands.GetChallenge, 0x90, 0x00),
    ];

    /// <summary>What it sends.</summary>
    internal const string What = "SELECT, READ BINARY 256, VERIFY, SELECT, GET DATA and GET CHALLENGE by turns, one thread";

    /// <summary>Keeps the card busy.</summary>
    /// <param name="span">How long, of the thread's processor time.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Commands per second of processor time.</returns>
    /// <exception cref="InvalidOperationException">A status word is not the right one.</exception>
    internal double Run(TimeSpan span, CancellationToken stop)
    {
        long sent = 0;
        long begun = ProcessorClock.Instance.GetTimestamp();
        double Seconds() => (ProcessorClock.Instance.GetTimestamp() - begun) / NanosecondsInSecond;
        while (Seconds() < span.TotalSeconds)
        {
            stop.ThrowIfCancellationRequested();
            for (int turn = 0; turn < TurnsBetweenLooks; turn++)
            {
                Turn();
            }

            sent += TurnsBetweenLooks * _commands.Length;
        }

        return sent / Seconds();
    }

    private static (byte[] Command, byte First, byte Second) Of(string command, byte first, byte second) => (BenchedCard.Bytes(command), first, second);

    private void Turn()
    {
        foreach ((byte[] command, byte first, byte second) in _commands)
        {
            int length = _bench.Card.Transmit(command, _response);
            if (length < 2 || _response[length - 2] != first || _response[length - 1] != second)
            {
                throw new InvalidOperationException($"The command with INS {command[1]:X2} was not answered with {first:X2}{second:X2}.");
            }
        }
    }
}
