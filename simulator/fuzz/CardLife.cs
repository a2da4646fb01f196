using System.Buffers.Binary;
using CardConformance.Fuzz.Generation;
using CardConformance.Fuzz.Replays;
using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz;

/// <summary>One card from its first command to its last, all of it decided by a seed.</summary>
/// <remarks>Short lives: a card whose codes are blocked for good has little left to get wrong, and a failure is replayed from the first command on.</remarks>
/// <param name="cards">Makes the card.</param>
/// <param name="statistics">Counts.</param>
internal sealed class CardLife(FuzzCards cards, FuzzStatistics statistics)
{
    /// <summary>Steps in a life.</summary>
    internal const int Length = 2_048;

    private const int StepsPerReset = 128;
    private const int StepsPerFault = 32;
    private const int FaultsPerPull = 8;
    private const int FaultsPerDisarming = 3;

    // A private key operation takes as long as some thousand other commands. One in so many that may need one is let through.
    private const int WantedPerComputation = 32;

    // Without a code to be proved first, four times as many reach a key.
    private const int WantedPerComputationWithoutCode = 128;

    private readonly ReplayLog _log = new();
    private readonly byte[] _response = new byte[IWatchedCard.MaxResponseLength];

    /// <summary>Lives a life.</summary>
    /// <param name="kind">Of what kind of card.</param>
    /// <param name="seed">Decides everything else.</param>
    /// <returns>What went wrong, or <see langword="null"/>.</returns>
    internal FuzzFailure? Run(FuzzCardKind kind, ulong seed)
    {
        var random = new RandomSource(seed);
        _log.Clear();
        try
        {
            Live(cards.New(kind), kind.Fails, random);
            statistics.CountCard();
            return null;
        }
        catch (BrokenRuleException broken)
        {
            var replay = new Replay(kind, _log.ToSteps());
            return new(seed, _log.Count, broken, replay.Shorten(cards, broken.Rule));
        }
    }

    private void Live(IWatchedCard card, bool fails, RandomSource random)
    {
        var generator = new CommandGenerator(random);
        ushort status = 0;
        for (int i = 0; i < Length; i++)
        {
            if (random.OneIn(StepsPerReset))
            {
                ReplayAction action = random.Of<ReplayAction>(
                    [ReplayAction.Reset, ReplayAction.Reset, ReplayAction.PowerDown, ReplayAction.ChooseT0, ReplayAction.ChooseT1]);
                _log.Add(action);
                new ReplayStep(action).Perform(card, _response);
                continue;
            }

            if (fails && random.OneIn(StepsPerFault))
            {
                ArmOrPull(card, random);
                continue;
            }

            ReadOnlySpan<byte> command = generator.Next(card.Now, status);
            bool computes = Computes(command, card.Now);
            if (computes && !random.OneIn(card.Now.Codes.IsEmpty ? WantedPerComputationWithoutCode : WantedPerComputation))
            {
                continue;
            }

            _log.Add(ReplayAction.Send, command);
            int length = card.Transmit(command, _response);
            status = length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(_response.AsSpan(length - 2)) : (ushort)0;
            bool computed = computes && (status is 0x9000 or 0x6A80 || (status >> 8) == 0x61);
            statistics.Count(card.LastAnswer, computed);
        }

        card.CheckContents();
    }

    private void ArmOrPull(IWatchedCard card, RandomSource random)
    {
        Span<byte> fault = stackalloc byte[FaultBytes.Length];
        random.Fill(fault);

        // Faults wait for commands that this card gets.
        fault[4] = CommandMutation.Instruction(random);
        ReplayStep step = random.OneIn(FaultsPerPull)
            ? new(ReplayAction.Pull)
            : new(ReplayAction.Arm, random.OneIn(FaultsPerDisarming) ? default : fault.ToArray());
        _log.Add(step.Action, step.Command.Span);
        step.Perform(card, _response);
    }

    // Whether the card may have to use a private key for it.
    private static bool Computes(ReadOnlySpan<byte> command, CardSnapshot card)
    {
        bool chipDoc = card.Layout.Commands == CommandSet.ChipDoc;
        if (command.Length < 5 || command[0] != (chipDoc ? 1 : 0))
        {
            return false;
        }

        return (command[1], command[2]) switch
        {
            (Ins.InternalAuthenticate, 0) when !chipDoc => card.AuthenticationKey is { } key && card.Allows(key.Definition.Authenticate),
            (Ins.PerformSecurityOperation, 0x9E) => card.SignatureKey is { } key && card.Allows(key.Definition.Sign),
            (Ins.PerformSecurityOperation, 0x80) => card.DecipherKey is { } key && card.Allows(key.Definition.Decipher),
            _ => false,
        };
    }
}
