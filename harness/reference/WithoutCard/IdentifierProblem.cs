namespace CardConformance.Reference.WithoutCard;

/// <summary>What is wrong with an identifier that somebody typed.</summary>
internal enum IdentifierProblem
{
    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Characters that no identifier has, spaces among them.</summary>
    WrongCharacter,

    /// <summary>It begins like no identifier.</summary>
    WrongPrefix,

    /// <summary>Characters are missing.</summary>
    TooShort,

    /// <summary>There are too many characters.</summary>
    TooLong,

    /// <summary>The last digit does not follow from the others.</summary>
    WrongKey,
}
