namespace CardConformance.Perf.Benchmarks;

/// <summary>Commands of a CPS3 that several benchmarks send.</summary>
internal static class TestCommands
{
    internal const string SelectMasterFile = "00 A4 09 0C 02 3F00";
    internal const string SelectApplication = "00 A4 09 0C 04 3F00 0001";

    /// <summary>A file of the master file, by its path, with its control parameters in the answer.</summary>
    internal const string SelectFile = "00 A4 09 04 04 3F00 2F01";

    /// <summary>The certificate of authentication: the largest file.</summary>
    internal const string SelectCertificate = "00 A4 09 0C 06 3F00 0001 B002";

    internal const string Read256 = "00 B0 00 00 00";

    /// <summary>The code porteur of every test card.</summary>
    internal const string Verify = "00 20 00 01 04 31323334";

    internal const string GetChallenge = "00 84 00 00 08";

    /// <summary>The object of the code porteur: its counters and its access rules.</summary>
    internal const string GetCode = "00 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80";

    internal const string PrepareAuthentication = "00 22 41 A4 06 80 01 02 84 01 82";
    internal const string PrepareSignature = "00 22 41 B6 06 80 01 42 84 01 81";
    internal const string GetResponse256 = "00 C0 00 00 00";
}
