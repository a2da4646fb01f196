namespace CardConformance.Reference.Workstation;

/// <summary>A package of the software that reads cards. Names: SI-DEP guide, "installation ATSAM".</summary>
public enum AtsamPackage
{
    /// <summary>For Windows.</summary>
    Windows,

    /// <summary>For macOS before 10.15.</summary>
    OlderMacOs,

    /// <summary>For macOS 10.15 and later.</summary>
    MacOs,
}
