namespace CardConformance.Harness.Diagnosis;

/// <summary>Looks at a workstation, from the reader to the server, and says of each thing whether it is right. No try of the code is spent unless a code is given.</summary>
/// <param name="request">What to look at.</param>
/// <param name="time">The clock of the workstation.</param>
internal sealed class Doctor(DiagnosisRequest request, TimeProvider time)
{
    // In this order: each builds on what those before it have found.
    private static readonly ICheck[] Always =
    [
        new PcscServiceCheck(),
        new ReaderCheck(),
        new CardCheck(),
        new CardKindCheck(),
        new CodeTriesCheck(),
        new ModuleCheck(),
        new TokenCheck(),
        new AuthorityCheck(),
        new ClockCheck(),
        new CertificateDatesCheck(),
        new RevocationListCheck(),
        new OppositionCheck(),
    ];

    private IEnumerable<ICheck> Checks
    {
        get
        {
            foreach (ICheck check in Always)
            {
                yield return check;
            }

            if (request.TestSsl is not null)
            {
                yield return new TlsServerCheck();
            }

            if (request is { TestSsl: not null, Code: not null })
            {
                yield return new TlsCardCheck();
            }
        }
    }

    /// <summary>Makes all checks.</summary>
    /// <returns>Each result as soon as it is known.</returns>
    internal async IAsyncEnumerable<CheckResult> ExamineAsync()
    {
        using var workplace = new Workplace(request, time);
        foreach (ICheck check in Checks)
        {
            yield return new(check.Name, await check.RunAsync(workplace));
        }
    }
}
