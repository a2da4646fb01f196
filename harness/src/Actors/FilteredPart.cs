namespace CardConformance.Harness.Actors;

/// <summary>What the security software of an establishment takes away from pages.</summary>
public enum FilteredPart
{
    /// <summary>Every script.</summary>
    Scripts,

    /// <summary>The button with which the activation begins.</summary>
    StartButton,
}
