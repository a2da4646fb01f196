namespace CardConformance.Perf.Tests;

/// <summary>Figures whose numbers are known.</summary>
internal static class Figures
{
    internal const string Machine = "A processor, 2 cores";

    /// <summary>29,000 APDU/s beside 30,000 of a trivial card, with a goal of 95 %.</summary>
    internal static Figure Ratio => new()
    {
        Id = "pcsc-one-reader",
        What = "through pcscd, one reader",
        Unit = "APDU/s",
        Samples = [28_500, 29_000, 29_600],
        BesideName = "a trivial card in C",
        Beside = [30_000, 30_000, 30_000],
        Goal = new(0.95, AtLeast: true, OfRatio: true),
    };

    /// <summary>60 ns, with a goal of 50.</summary>
    internal static Figure Time => new()
    {
        Id = "in-process-verify",
        What = "VERIFY",
        Unit = "ns",
        Samples = [60, 57, 63],
        Goal = new(50, AtLeast: false, OfRatio: false),
        Remark = "The right code.",
    };

    /// <summary>No byte, as it has to be.</summary>
    internal static Figure Bytes => new()
    {
        Id = "in-process-verify-bytes", What = "VERIFY: allocated", Unit = "bytes", Samples = [0, 0, 0], Goal = new(0, AtLeast: false, OfRatio: false),
    };
}
