namespace CardConformance.Simulator.Security;

/// <summary>What is fixed about one private key of the card.</summary>
/// <remarks>The order of the conditions is that of the card's own access rule, <c>8C 07 7B</c>.</remarks>
/// <param name="Reference">The number that MANAGE SECURITY ENVIRONMENT carries, for example <c>81</c>.</param>
/// <param name="NonRepudiation">Whether it makes signatures that bind the holder: tag <c>9E</c> of its object.</param>
/// <param name="Sign">Who may compute a digital signature (PSO CDS).</param>
/// <param name="Authenticate">Who may authenticate with it (INTERNAL AUTHENTICATE).</param>
/// <param name="Decipher">Who may decipher with it (PSO DECIPHER).</param>
/// <param name="Generate">Who may make it anew (GENERATE ASYMMETRIC KEY PAIR).</param>
/// <param name="Put">Who may write its object (PUT DATA).</param>
/// <param name="Get">Who may read its object (GET DATA); never the key itself.</param>
public sealed record KeyDefinition(
    byte Reference,
    bool NonRepudiation,
    SecurityCondition Sign,
    SecurityCondition Authenticate,
    SecurityCondition Decipher,
    SecurityCondition Generate,
    SecurityCondition Put,
    SecurityCondition Get);
