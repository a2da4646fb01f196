namespace CardConformance.Reference.Rights;

/// <summary>What somebody may do at a service, and on whose word.</summary>
/// <param name="Service">The service.</param>
/// <param name="Mark">The mark of the table: yes, conditional, no, or one that an assumption stands for.</param>
/// <param name="Words">What is printed beside the mark: a condition, or why not; empty when nothing is.</param>
/// <param name="Assumption">The assumption, or <see langword="null"/> when the source says it.</param>
public sealed record Right(Service Service, string Mark, string Words, Assumption? Assumption)
{
    /// <summary>Access that the source grants.</summary>
    internal const string Yes = "yes";

    /// <summary>Access under a condition.</summary>
    internal const string Conditional = "conditional";

    /// <summary>Access that the source refuses.</summary>
    internal const string No = "no";

    /// <summary>Whether the service lets in.</summary>
    internal bool LetsIn => Assumption?.LetsIn ?? Mark != No;
}
