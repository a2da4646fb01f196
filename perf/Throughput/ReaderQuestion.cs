namespace CardConformance.Perf.Throughput;

/// <summary>One of the questions that every card is asked.</summary>
/// <param name="Number">Its place in <see cref="CardQuestions.ForOurs"/>, of those that are measured.</param>
/// <param name="Id">Its name in figures.</param>
/// <param name="Name">Its name for people.</param>
internal sealed record ReaderQuestion(int Number, string Id, string Name)
{
    internal static readonly ReaderQuestion GetChallenge = new(0, "get-challenge", "GET CHALLENGE 8");
    internal static readonly ReaderQuestion ReadBinary = new(1, "read-256", "READ BINARY 256");
    internal static readonly ReaderQuestion Select = new(2, "select", "SELECT");

    /// <summary>All of them.</summary>
    internal static readonly IReadOnlyList<ReaderQuestion> All = [GetChallenge, ReadBinary, Select];
}
