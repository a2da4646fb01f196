using System.Collections.Concurrent;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.Activation;

/// <summary>The activations under way: the newest one of each professional, found by person, QR code or phone.</summary>
internal sealed class Activations(VirtualTime time)
{
    private readonly ConcurrentDictionary<string, CardActivation> _byOwner = [];

    /// <summary>Begins one, and forgets an earlier one of the same person.</summary>
    internal CardActivation Begin(Professional owner) => _byOwner[owner.IdentifiantNational] = new(owner, time.Of(owner.IdentifiantNational));

    /// <summary>Forgets a person's activation.</summary>
    internal void Drop(Professional owner) => _byOwner.TryRemove(owner.IdentifiantNational, out _);

    /// <summary>The activation of a person, or <see langword="null"/>.</summary>
    internal CardActivation? Of(Professional owner) => _byOwner.GetValueOrDefault(owner.IdentifiantNational);

    /// <summary>The activation that shows a QR code, or <see langword="null"/>.</summary>
    internal CardActivation? ByQrCode(string qrCode) => _byOwner.Values.FirstOrDefault(activation => activation.QrCode == qrCode);

    /// <summary>The activation that a phone takes part in, or <see langword="null"/>.</summary>
    internal CardActivation? ByPhone(string phone) => _byOwner.Values.FirstOrDefault(activation => activation.Phone == phone);
}
