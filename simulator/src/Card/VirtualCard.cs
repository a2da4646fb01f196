using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Commands;

namespace CardConformance.Simulator.Card;

/// <summary>A card that computes: takes command bytes, gives response bytes, and keeps its state between them.</summary>
/// <remarks>Not thread-safe: one card sits in one reader.</remarks>
/// <param name="state">The card's memory.</param>
public sealed class VirtualCard(CardState state) : ICard
{
    /// <summary>The longest answer of a card with short lengths: 256 bytes and the status word.</summary>
    public const int MaxResponseLength = 258;

    private const byte ChainingBit = 0x10;

    /// <summary>The card's memory.</summary>
    public CardState State { get; } = state;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => State.Layout.Atr;

    /// <inheritdoc/>
    public void Reset() => State.Reset();

    /// <inheritdoc/>
    public void PowerDown() => State.Reset();

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command)
    {
        if (Compares(command))
        {
            State.SetComparing(false);
            Transmit(command, stackalloc byte[MaxResponseLength]);
            State.SetComparing(true);
        }

        PowerDown();
    }

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol)
    {
        bool known = State.Layout.Protocols.Contains(protocol);
        if (known)
        {
            State.Protocol = protocol;
        }

        return known;
    }

    /// <summary>
    /// Has the processor fetch what a command will look at, without waiting for it, and without any effect on the card. For whoever has
    /// more cards than fit into a cache and knows which command to which card comes next.
    /// </summary>
    /// <param name="command">The command.</param>
    public void Fetch(ReadOnlySpan<byte> command) => State.Fetch(command);

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(response.Length, MaxResponseLength);
        var reply = new ResponseWriter(response[..MaxResponseLength]);
        StatusWord sw = CommandApdu.TryParse(command, out CommandApdu parsed) && !parsed.IsExtended
            ? Accept(parsed, ref reply)
            : StatusWord.WrongLength;
        return reply.End(sw);
    }

    // Commands that compare a code before they do anything else. A CPS4 changes a code without comparing one.
    private bool Compares(ReadOnlySpan<byte> command) =>
        command.Length > 1
        && (command[1] == Verify.Ins || (command[1] == ChangeReferenceData.Ins && State.Layout.Commands == CommandSet.IasEcc));

    private StatusWord Accept(in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.Cla == Cps2ter.Cla)
        {
            return Cps2ter.Execute(State, command, ref reply);
        }

        if ((command.Cla & ~ChainingBit) != (State.Layout.Commands == CommandSet.ChipDoc ? ChipDoc.Channel : 0))
        {
            return StatusWord.ClassNotSupported;
        }

        if (ChipDoc.IsTooEarly(State, command))
        {
            return StatusWord.ChannelNotSupported;
        }

        if ((command.Cla & ChainingBit) != 0)
        {
            return Collect(command);
        }

        if (command.Ins == GetResponse.Ins)
        {
            return GetResponse.Execute(State, command, ref reply);
        }

        State.Pending.Clear();
        StatusWord sw = Complete(command, ref reply);
        State.EndChain();
        return Deliver(command, sw, ref reply);
    }

    // A part of a command that is not its last: kept, not carried out.
    private StatusWord Collect(in CommandApdu command)
    {
        if (command.Ins != PerformSecurityOperation.Ins)
        {
            return StatusWord.ChainingNotSupported;
        }

        State.Pending.Clear();
        if (State.Chain.TryAppend(command))
        {
            return StatusWord.Ok;
        }

        State.EndChain();
        return StatusWord.WrongLength;
    }

    // A whole command, or the last part of a chain.
    private StatusWord Complete(in CommandApdu command, ref ResponseWriter reply)
    {
        if (!State.IsContinuedBy(command))
        {
            return Dispatch(command, ref reply);
        }

        return State.Chain.TryAppend(command)
            ? Dispatch(command.WithData(State.Chain.Data), ref reply)
            : StatusWord.WrongLength;
    }

    private StatusWord Dispatch(in CommandApdu command, ref ResponseWriter reply) =>
        State.Layout.Commands == CommandSet.ChipDoc ? ChipDoc.Execute(State, command, ref reply) : DispatchIasEcc(command, ref reply);

    private StatusWord DispatchIasEcc(in CommandApdu command, ref ResponseWriter reply) => command.Ins switch
    {
        Verify.Ins => Verify.Execute(State, command),
        ManageSecurityEnvironment.Ins => ManageSecurityEnvironment.Execute(State, command),
        ChangeReferenceData.Ins => ChangeReferenceData.Execute(State, command),
        PerformSecurityOperation.Ins => PerformSecurityOperation.Execute(State, command, ref reply),
        ResetRetryCounter.Ins => ResetRetryCounter.Execute(State, command),
        GetChallenge.Ins => GetChallenge.Execute(State, command, ref reply),
        InternalAuthenticate.Ins => InternalAuthenticate.Execute(State, command, ref reply),
        Select.Ins => Select.Execute(State, command, ref reply),
        ReadBinary.Ins => ReadBinary.Execute(State, command, ref reply),
        GetData.Ins => GetData.Execute(State, command, ref reply),
        UpdateBinary.Ins => UpdateBinary.Execute(State, command),
        _ => StatusWord.InstructionNotSupported,
    };

    // Answer bytes that the command did not ask for, or cannot get in this exchange, wait for GET RESPONSE.
    private StatusWord Deliver(in CommandApdu command, StatusWord sw, ref ResponseWriter reply)
    {
        // T=0 carries data one way only: whatever Le a command with data had, its answer must be fetched.
        bool oneWay = State.Protocol == TransmissionProtocol.T0 && !command.Data.IsEmpty;
        int wanted = oneWay ? 0 : command.Ne;
        if (reply.Length <= wanted)
        {
            return sw;
        }

        State.Pending.Set(reply.Written[wanted..]);
        reply.Truncate(wanted);
        return StatusWord.MoreData(State.Pending.Length);
    }
}
