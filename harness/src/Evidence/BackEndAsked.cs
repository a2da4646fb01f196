namespace CardConformance.Harness.Evidence;

/// <summary>The product asked a back end, or handed a message over for sending: what the stand-in's journal has, without bodies.</summary>
/// <remarks>Its time is that of the journal, a clock of the same machine in whole milliseconds.</remarks>
/// <param name="Channel">Which back end.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">Path, as <see cref="ShownAddress"/> leaves it.</param>
public sealed record BackEndAsked(Channel Channel, string Method, string Address) : EvidenceEvent;
