using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz.Rules;

/// <summary>A layer around a card that sees whether the card keeps the rules.</summary>
internal sealed class WatchedCard : IWatchedCard
{
    // Comparing all contents takes as long as some commands; what changed them wrongly is at most this far back.
    private const int CommandsBetweenFullChecks = 64;

    private readonly ICard _card;
    private readonly ComputationRules _computations;
    private readonly ContentRules _contents;
    private readonly CardSnapshot _fresh;
    private CardSnapshot _before;
    private CardSnapshot _after;
    private int _commands;

    /// <summary>Watches a new card.</summary>
    /// <param name="card">The card, or a layer around it.</param>
    /// <param name="state">The memory of the card.</param>
    /// <param name="computations">The rules for its keys.</param>
    internal WatchedCard(ICard card, CardState state, ComputationRules computations)
    {
        _card = card;
        _computations = computations;
        _contents = new(state);
        _fresh = new(state);
        _before = new(state);
        _after = new(state);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => _card.Atr;

    /// <inheritdoc/>
    public CardSnapshot Now => _before;

    /// <inheritdoc/>
    public int? LastAnswer { get; private set; }

    /// <inheritdoc/>
    public void Arm(ReadOnlySpan<byte> fault)
    {
        // It never fails.
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _card.Reset();
        CheckReset();
    }

    /// <inheritdoc/>
    public void PowerDown()
    {
        _card.PowerDown();
        CheckReset();
    }

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command)
    {
        // WatchedFailingCard sees what it does to the codes.
        _card.LosePower(command);
        _before.Take();
    }

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol)
    {
        bool accepted = _card.TrySetProtocol(protocol);
        _after.Take();
        SessionRules.CheckProtocol(_before, _after, protocol, accepted);
        Advance();
        return accepted;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        int length = Answer(command, response);
        if (length is < 2 or > VirtualCard.MaxResponseLength)
        {
            throw new BrokenRuleException("Every command is answered with 2 to 258 bytes", $"{length} bytes");
        }

        _after.Take();
        var exchange = new Exchange(command, response[..length], _before, _after);
        LastAnswer = PermittedAnswers.Of(exchange);
        AnswerRules.Check(exchange);
        CodeRules.Check(exchange);
        StateRules.Check(exchange);
        FileRules.Check(exchange);
        _computations.Check(exchange);
        if (++_commands % CommandsBetweenFullChecks == 0)
        {
            _contents.Check();
        }

        Advance();
        return length;
    }

    /// <inheritdoc/>
    public void CheckContents() => _contents.Check();

    private int Answer(ReadOnlySpan<byte> command, Span<byte> response)
    {
        try
        {
            return _card.Transmit(command, response);
        }
        catch (Exception defect)
        {
            throw new BrokenRuleException("No command makes the card throw", defect.GetType().Name, defect);
        }
    }

    private void CheckReset()
    {
        _after.Take();
        SessionRules.CheckReset(_fresh, _before, _after);
        _contents.Check();
        Advance();
    }

    private void Advance() => (_before, _after) = (_after, _before);
}
