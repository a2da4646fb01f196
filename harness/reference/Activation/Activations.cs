using System.Collections.Concurrent;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.Activation;

/// <summary>The activations under way: the newest one of each professional, found by person, QR code or phone.</summary>
internal sealed class Activations(VirtualTime time, Defects defects)
{
    private readonly ConcurrentDictionary<string, CardActivation> _byOwner = [];

    /// <summary>Begins one, and gives up an earlier one of the same person.</summary>
    /// <param name="owner">Who activates.</param>
    /// <param name="activePhone">The phone on which the person has an e-CPS already, or <see langword="null"/>.</param>
    internal CardActivation Begin(Professional owner, string? activePhone)
    {
        var begun = new CardActivation(owner, time.Of(owner.IdentifiantNational), activePhone, defects);
        _byOwner.AddOrUpdate(owner.IdentifiantNational, begun, (_, earlier) =>
        {
            if (!defects.Has(Defect.RestartUntold))
            {
                earlier.GiveUp();
            }

            return begun;
        });
        return begun;
    }

    /// <summary>Gives up a person's activation.</summary>
    internal void Drop(Professional owner)
    {
        if (_byOwner.TryRemove(owner.IdentifiantNational, out CardActivation? dropped))
        {
            dropped.GiveUp();
        }
    }

    /// <summary>The activation of a person, or <see langword="null"/>.</summary>
    internal CardActivation? Of(Professional owner) => _byOwner.GetValueOrDefault(owner.IdentifiantNational);

    /// <summary>The activation that a phone takes part in, or <see langword="null"/>.</summary>
    internal CardActivation? ByPhone(string phone) => _byOwner.Values.FirstOrDefault(activation => activation.Phone == phone);

    /// <summary>A phone scanned a QR code.</summary>
    /// <param name="qrCode">What the QR code holds.</param>
    /// <param name="phone">Which phone.</param>
    internal ScanResult Scan(string qrCode, string phone)
    {
        if (_byOwner.Values.FirstOrDefault(activation => activation.QrCode == qrCode) is not { } scanned)
        {
            return ScanResult.NoLongerValid;
        }

        // An e-CPS is one person's, and so is the phone that has it.
        return ByPhone(phone) is { } other && other.Owner.IdentifiantNational != scanned.Owner.IdentifiantNational && !defects.Has(Defect.PhoneTakesAnothersECps)
            ? ScanResult.PhoneOfAnother
            : scanned.TryScan(phone) ? ScanResult.Accepted : ScanResult.NoLongerValid;
    }
}
