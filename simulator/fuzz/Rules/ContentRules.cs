using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Security;

namespace CardConformance.Fuzz.Rules;

/// <summary>Every byte that nobody may change, compared with what personalisation wrote. Slow; for now and then.</summary>
internal sealed class ContentRules
{
    private readonly CardState _card;
    private readonly (ElementaryFile File, byte[] Content)[] _fixed;

    /// <summary>Remembers what a new card holds.</summary>
    internal ContentRules(CardState card)
    {
        _card = card;
        _fixed = [.. CardFiles.Of(card.Layout)
            .Where(file => file.Update == SecurityCondition.Never)
            .Select(file => (file, card.ContentOf(file).ToArray()))];
    }

    internal void Check()
    {
        foreach ((ElementaryFile file, byte[] content) in _fixed)
        {
            if (!_card.ContentOf(file).SequenceEqual(content))
            {
                throw new BrokenRuleException("What personalisation wrote stays", $"{file.Identifier:X4} has changed");
            }
        }
    }
}
