namespace CardConformance.Harness.Blaming;

/// <summary>Who has to mend what went wrong.</summary>
public enum Blame
{
    /// <summary>The product broke a requirement (<em>produit</em>).</summary>
    Product,

    /// <summary>The product is not set up, or not described, as it has to be (<em>configuration</em>).</summary>
    Configuration,

    /// <summary>CardConformance, or the machine that it runs on (<em>harnais</em>).</summary>
    Harness,
}
