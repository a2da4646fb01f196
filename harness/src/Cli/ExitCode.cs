namespace CardConformance.Harness.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    internal const int Success = 0;

    /// <summary>The product under test broke a requirement.</summary>
    internal const int Product = 1;

    /// <summary>What was compared is not the same.</summary>
    internal const int Difference = 1;

    /// <summary>The workstation needs something, or not all of it could be looked at.</summary>
    internal const int NotWell = 1;

    /// <summary>A package is not what its signer signed.</summary>
    internal const int Refused = 1;

    /// <summary>What was asked for cannot be done: a wrong argument, file, or machine.</summary>
    internal const int Configuration = 2;

    /// <summary>CardConformance itself failed.</summary>
    internal const int Harness = 3;
}
