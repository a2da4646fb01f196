using System.Collections.Concurrent;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>What phones are asked: the newest request of each.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PhoneRequests(VirtualTime time, Defects defects)
{
    private readonly ConcurrentDictionary<string, PhoneRequest> _byPhone = [];
    private TaskCompletionSource _asked = NewSignal();

    /// <summary>Asks the phone of an e-CPS. An earlier request gives way.</summary>
    internal PhoneRequest Ask(RegisteredECps eCps, string code, string service)
    {
        var request = new PhoneRequest(eCps, code, service, time.Of(eCps.Owner.IdentifiantNational), defects);
        _byPhone.AddOrUpdate(eCps.Phone, request, (_, earlier) =>
        {
            earlier.GiveWay();
            return request;
        });
        Interlocked.Exchange(ref _asked, NewSignal()).SetResult();
        return request;
    }

    /// <summary>Waits until a phone is asked something that it has not answered yet.</summary>
    internal async Task WaitUntilAskedAsync(string phone, CancellationToken cancellation)
    {
        while (true)
        {
            // Asked for before the requests are looked at, so that none falls between the two.
            Task asked = Volatile.Read(ref _asked).Task;
            if (On(phone)?.Outcome == PhoneOutcome.Pending)
            {
                return;
            }

            await asked.WaitAsync(cancellation);
        }
    }

    /// <summary>What a phone was asked last, or <see langword="null"/>.</summary>
    internal PhoneRequest? On(string? phone) => phone is null ? null : _byPhone.GetValueOrDefault(phone);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
