using System.Collections.Concurrent;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>What phones are asked: the newest request of each.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PhoneRequests(VirtualTime time)
{
    private readonly ConcurrentDictionary<string, PhoneRequest> _byPhone = [];

    /// <summary>Asks the phone of an e-CPS. An earlier request gives way.</summary>
    internal PhoneRequest Ask(RegisteredECps eCps, string code, string service)
    {
        var request = new PhoneRequest(eCps, code, service, time.Of(eCps.Owner.IdentifiantNational));
        _byPhone.AddOrUpdate(eCps.Phone, request, (_, earlier) =>
        {
            earlier.GiveWay();
            return request;
        });
        return request;
    }

    /// <summary>What a phone was asked last, or <see langword="null"/>.</summary>
    internal PhoneRequest? On(string? phone) => phone is null ? null : _byPhone.GetValueOrDefault(phone);
}
