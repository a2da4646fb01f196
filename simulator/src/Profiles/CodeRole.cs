namespace CardConformance.Simulator.Profiles;

/// <summary>What a code of the card is for, in ANS's words.</summary>
public enum CodeRole
{
    /// <summary>The holder's code, four digits: opens the private keys.</summary>
    CodePorteur,

    /// <summary>The unblocking code, eight digits: sets a new code porteur.</summary>
    CodeDeblocage,
}
