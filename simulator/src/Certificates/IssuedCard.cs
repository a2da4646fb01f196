using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Certificates;

/// <summary>A card that was made, with its certificates without their keys.</summary>
/// <param name="Card">The card.</param>
/// <param name="Certificate">Its authentication certificate.</param>
/// <param name="SignatureCertificate">Its signature certificate.</param>
public sealed record IssuedCard(VirtualCard Card, X509Certificate2 Certificate, X509Certificate2 SignatureCertificate)
{
    /// <summary>What a revocation list says of a card under opposition: the serial numbers of both certificates, big-endian.</summary>
    public IReadOnlyList<byte[]> CertificateSerials =>
        [Certificate.SerialNumberBytes.ToArray(), SignatureCertificate.SerialNumberBytes.ToArray()];
}
