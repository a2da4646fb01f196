using CardConformance.Harness.Actors;
using CardConformance.Harness.Diagnosis;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Tests.Diagnosis;

/// <summary>A reader, perhaps with a card in it, its revocation list on a web server, and somebody who examines all that.</summary>
internal sealed class ExaminedDesk : IDisposable
{
    private readonly Readers.Lease _reader = Readers.Take();
    private readonly TestAuthority _authority = CardIssuing.OpenAuthority();

    internal ListServer Lists { get; } = new();

    internal string Module { get; set; } = OpenSc.Module;

    internal string? Reader { get; set; }

    internal Uri? TestSsl { get; set; }

    internal string? Code { get; set; }

    internal bool TrustsNobody { get; set; }

    internal string ReaderName => _reader.Name;

    internal IReadOnlyDictionary<string, string> Environment => _reader.MiddlewareEnvironment();

    /// <summary>Puts the card in that a phrase asks for.</summary>
    /// <param name="phrase">For example <c>CPS de médecin, certificat expiré</c>.</param>
    /// <returns>Whose card it is; <see langword="null"/> of one that is no professional's.</returns>
    internal CardOrder? Insert(string phrase)
    {
        if (CardIssuing.Zoo.FindOther(phrase) is { } other)
        {
            _reader.InsertWithoutWaiting(other);
            using var context = Harness.Pcsc.PcscContext.Establish();
            context.WaitFor(_reader.Name, status => status.State.HasFlag(Harness.Pcsc.ReaderStates.Present), Readers.Limit);
            return null;
        }

        CardOrder order = CardIssuing.Zoo.Find(phrase);
        TestAuthority authority = order.IsOfOtherAuthority ? CardIssuing.OpenOtherAuthority() : _authority;
        IssuedCard issued = new CardIssuer(authority, CacheFolder.Path).Issue(order.Profile, Lists.Address);
        Lists.List = CardIssuing.RevocationList(authority, order, issued);
        _reader.Insert(order.Prepare(issued.Card));
        return order;
    }

    /// <summary>Examines it.</summary>
    /// <param name="clock">Its clock, or <see langword="null"/> for the right one.</param>
    internal async Task<IReadOnlyList<CheckResult>> ExamineAsync(TimeProvider? clock = null)
    {
        var request = new DiagnosisRequest
        {
            Module = Module,
            Reader = Reader ?? _reader.Name,
            Roots = TrustsNobody ? [] : _authority.Roots,
            Intermediates = _authority.Intermediates,
            Environment = Environment,
            TestSsl = TestSsl,
            Code = Code,
        };
        List<CheckResult> results = [];
        await foreach (CheckResult result in new Doctor(request, clock ?? TimeProvider.System).ExamineAsync())
        {
            results.Add(result);
        }

        return results;
    }

    public void Dispose()
    {
        _reader.Dispose();
        Lists.Dispose();
    }
}
