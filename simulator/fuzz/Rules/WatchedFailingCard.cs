using CardConformance.Fuzz.Replays;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;

namespace CardConformance.Fuzz.Rules;

/// <summary>A card that fails on order: whatever reaches it, it keeps the rules, and what does not reach it has not happened.</summary>
/// <remarks>
/// Between the faults and the card lies a <see cref="WatchedCard"/>, so that all rules hold for what the card does; here is watched what
/// the faults do to it.
/// </remarks>
internal sealed class WatchedFailingCard : IWatchedCard
{
    private const CardParts Lasting = CardParts.Codes | CardParts.Contents;

    private readonly WatchedCard _card;
    private readonly Contacts _contacts;
    private readonly FaultyCard _faulty;
    private readonly CardSnapshot _fresh;
    private CardSnapshot _before;
    private CardSnapshot _after;

    /// <summary>Puts faults around a card.</summary>
    /// <param name="card">The card, under watch.</param>
    /// <param name="state">Its memory.</param>
    internal WatchedFailingCard(WatchedCard card, CardState state)
    {
        _card = card;
        _contacts = new(card);
        _faulty = new(_contacts, new InstantTime());
        _fresh = new(state);
        _before = new(state);
        _after = new(state);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => _faulty.Atr;

    /// <inheritdoc/>
    public bool IsPresent => _faulty.IsPresent;

    /// <inheritdoc/>
    public CardSnapshot Now => _before;

    /// <inheritdoc/>
    public int? LastAnswer { get; private set; }

    /// <inheritdoc/>
    public void Arm(ReadOnlySpan<byte> fault)
    {
        if (fault.IsEmpty)
        {
            _faulty.Disarm();
        }
        else
        {
            _faulty.Arm(FaultBytes.Read(fault));
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Guard(_faulty.Reset);
        CheckNewSession();
        if (_faulty.Atr.Length > IWatchedCard.MaxResponseLength)
        {
            throw new BrokenRuleException("An answer is no longer than the longest answer of any card", $"an ATR of {_faulty.Atr.Length} bytes");
        }
    }

    /// <inheritdoc/>
    public void PowerDown()
    {
        Guard(_faulty.PowerDown);
        CheckNewSession();
        if (!_faulty.IsPresent)
        {
            throw new BrokenRuleException("A card that was pulled out can be put in again", "it has no power, and is not there");
        }
    }

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command) => _faulty.LosePower(command);

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol)
    {
        bool accepted = _faulty.TrySetProtocol(protocol);
        _after.Take();
        SessionRules.CheckProtocol(_before, _after, protocol, accepted);
        Advance();
        return accepted;
    }

    /// <inheritdoc/>
    public void Pull() => _faulty.Pull();

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        _contacts.Begin(command);
        bool wasPresent = IsPresent;
        int length = Answer(command, response);
        _after.Take();
        switch (length)
        {
            case ICard.Mute when _contacts.LostPower:
                CheckPowerLoss(command);
                break;
            case ICard.Mute:
                Require(_contacts.Commands == 0 && _after.ChangedSince(_before) == CardParts.None, "A mute card has done nothing", length);
                break;
            case ICard.Removed:
                Require(!IsPresent && IsNewSession(), "A card that was pulled out has lost its session", length);
                Require(_contacts.HeardAtMost(1), "A card that was pulled out has heard the command or not", length);
                Require(_contacts.Commands == 1 || HasLasted(), "What a card has not heard has not happened", length);
                break;
            default:
                Require(length is >= 0 and <= IWatchedCard.MaxResponseLength, "An answer is no longer than the longest answer of any card", length);
                Require(_contacts.Commands == 1 && _contacts.HeardAtMost(1), "What is answered was heard, once", length);
                Require(!_contacts.LostPower || IsNewSession(), "A card that was pulled out has lost its session", length);
                Require(IsPresent || !wasPresent || _contacts.LostPower, "A card that was pulled out has lost its session", length);
                break;
        }

        LastAnswer = _contacts.Commands == 1 ? _card.LastAnswer : null;
        Advance();
        return length;
    }

    /// <inheritdoc/>
    public void CheckContents() => _card.CheckContents();

    private int Answer(ReadOnlySpan<byte> command, Span<byte> response)
    {
        try
        {
            return _faulty.Transmit(command, response);
        }
        catch (Exception defect) when (defect is not BrokenRuleException)
        {
            throw Threw(defect);
        }
    }

    private static void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception defect) when (defect is not BrokenRuleException)
        {
            throw Threw(defect);
        }
    }

    private static BrokenRuleException Threw(Exception defect) => new("No fault makes the card throw", defect.GetType().Name, defect);

    private void CheckNewSession()
    {
        _after.Take();
        SessionRules.CheckReset(_fresh, _before, _after);
        Advance();
    }

    // The counter had fallen, and nothing had been compared yet.
    private void CheckPowerLoss(ReadOnlySpan<byte> command)
    {
        bool right = IsNewSession() && (_after.ChangedSince(_before) & CardParts.Contents) == 0;
        for (int i = 0; i < _after.Codes.Length; i++)
        {
            CodeSnapshot was = _before.Codes[i];
            CodeSnapshot now = _after.Codes[i];
            int tries = IsPresented(command, was) ? was.TriesLeft - 1 : was.TriesLeft;
            right &= now.TriesLeft == tries && now.UsesLeft == was.UsesLeft && now.Value.SequenceEqual(was.Value);
        }

        Require(right, "Power lost while a code is compared costs one try, and nothing happens", ICard.Mute);
    }

    private bool IsPresented(ReadOnlySpan<byte> command, CodeSnapshot code)
    {
        bool chipDoc = _before.Layout.Commands == CommandSet.ChipDoc;
        var shape = new CommandShape(command);
        if (!shape.IsShort || command[0] != (chipDoc ? 0x01 : 0x00) || command[2] != 0 || command[3] != code.Definition.Reference)
        {
            return false;
        }

        bool heard = !chipDoc || _before.ChannelOpen;
        return heard && !code.Blocked && command[1] switch
        {
            Ins.Verify => shape.Data.Length == code.Definition.Length && _before.Allows(code.Definition.Verify),
            Ins.ChangeReferenceData => !chipDoc && shape.Data.Length == 2 * code.Definition.Length && _before.Allows(code.Definition.Change),
            _ => false,
        };
    }

    private bool IsNewSession()
    {
        bool proved = false;
        foreach (CodeSnapshot code in _after.Codes)
        {
            proved |= code.Verified;
        }

        return !proved && (_after.ChangedSince(_fresh) & ~Lasting) == 0;
    }

    private bool HasLasted()
    {
        bool lasts = (_after.ChangedSince(_before) & CardParts.Contents) == 0;
        for (int i = 0; i < _after.Codes.Length; i++)
        {
            lasts &= _after.Codes[i].Lasts(_before.Codes[i]);
        }

        return lasts;
    }

    private void Require(bool right, string rule, int length)
    {
        if (!right)
        {
            throw new BrokenRuleException(
                rule,
                $"answer {length}, {_contacts.Commands} commands heard, {(_contacts.LostPower ? "power lost, " : "")}changed: {_after.ChangedSince(_before)}");
        }
    }

    private void Advance() => (_before, _after) = (_after, _before);

    /// <summary>What of a command reaches the card.</summary>
    private sealed class Contacts(WatchedCard card) : ICard
    {
        private byte[] _command = [];
        private bool _same;

        public ReadOnlyMemory<byte> Atr => card.Atr;

        internal int Commands { get; private set; }

        internal bool LostPower { get; private set; }

        public void Reset() => card.Reset();

        public void PowerDown()
        {
            LostPower = true;
            card.PowerDown();
        }

        public void LosePower(ReadOnlySpan<byte> command)
        {
            LostPower = true;
            card.LosePower(command);
        }

        public bool TrySetProtocol(TransmissionProtocol protocol) => card.TrySetProtocol(protocol);

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            Commands++;
            _same &= command.SequenceEqual(_command);
            return card.Transmit(command, response);
        }

        internal void Begin(ReadOnlySpan<byte> command)
        {
            _command = command.ToArray();
            _same = true;
            Commands = 0;
            LostPower = false;
        }

        /// <summary>Whether the card heard the command and no other, and not more often than this.</summary>
        internal bool HeardAtMost(int times) => _same && Commands <= times;
    }
}
