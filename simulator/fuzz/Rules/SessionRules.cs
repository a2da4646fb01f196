using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz.Rules;

/// <summary>What a reset, a loss of power and the choice of a protocol leave behind.</summary>
internal static class SessionRules
{
    private const CardParts Lasting = CardParts.Codes | CardParts.Contents;

    /// <summary>After a reset the session is that of a new card; counters, codes and contents are those of before.</summary>
    internal static void CheckReset(CardSnapshot fresh, CardSnapshot before, CardSnapshot after)
    {
        CardParts remembered = after.ChangedSince(fresh) & ~Lasting;
        if (remembered != CardParts.None)
        {
            throw new BrokenRuleException("A reset forgets the session", $"{remembered} is left");
        }

        bool lasts = (after.ChangedSince(before) & CardParts.Contents) == 0;
        bool proved = false;
        for (int i = 0; i < after.Codes.Length; i++)
        {
            lasts &= after.Codes[i].Lasts(before.Codes[i]);
            proved |= after.Codes[i].Verified;
        }

        if (!lasts || proved)
        {
            throw new BrokenRuleException("A reset keeps codes, counters and contents, and no proof", proved ? "a code is still verified" : "one of them has changed");
        }
    }

    /// <summary>Choosing a protocol changes the protocol, if the card speaks it, and nothing else.</summary>
    internal static void CheckProtocol(CardSnapshot before, CardSnapshot after, TransmissionProtocol proposed, bool accepted)
    {
        bool spoken = before.Layout.Protocols.Contains(proposed);
        TransmissionProtocol expected = spoken ? proposed : before.Protocol;
        bool others = (after.ChangedSince(before) & ~CardParts.Protocol) == 0;
        if (accepted != spoken || after.Protocol != expected || !others)
        {
            throw new BrokenRuleException("A card speaks the protocols of its ATR", $"{proposed} {(accepted ? "accepted" : "refused")}, {after.Protocol} is spoken");
        }
    }
}
