namespace CardConformance.Reference.WithoutCard;

/// <summary>The registers that a national identifier can come from, as the rules name them.</summary>
internal enum IdentifierKind
{
    /// <summary>8 and the 11 digits of an RPPS number.</summary>
    RPPS,

    /// <summary>0 and the 9 characters of an ADELI number.</summary>
    ADELI,

    /// <summary>3 or 5, the number of a structure, a slash, the number that the structure gave.</summary>
    Staff,
}
