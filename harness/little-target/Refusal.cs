namespace CardConformance.LittleTarget;

/// <summary>Why somebody does not come in.</summary>
internal enum Refusal
{
    NoCard,
    Broken,
    OtherAuthority,
    OtherUse,
    Expired,
    TooEarly,
    Revoked,
    Unverifiable,
    Nobody,
    UnknownHolder,
    NotInWallet,
    NoWallet,
}
