namespace CardConformance.Simulator.Profiles;

/// <summary>The certificates of one card. They may be made as late as when somebody first reads them.</summary>
public interface ICardCertificates
{
    /// <summary>One of them.</summary>
    /// <param name="role">The key that it is for.</param>
    /// <returns>X.509 DER; asked twice, the same certificate need not come again.</returns>
    byte[] Encode(KeyRole role);
}
