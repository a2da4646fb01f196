namespace CardConformance.Harness.Certification;

/// <summary>What a requirement counts for.</summary>
public enum Level
{
    /// <summary>Each product has to meet it (<em>socle</em>).</summary>
    Base,

    /// <summary>A product may offer more than it must; what it offers has to be right.</summary>
    Option,

    /// <summary>It is about our own card and readers: a failure says nothing about the product.</summary>
    Harness,
}
