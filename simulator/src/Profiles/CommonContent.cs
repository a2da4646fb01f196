using CardConformance.Simulator.Pkcs15;

namespace CardConformance.Simulator.Profiles;

/// <summary>What files hold that are the same on all cards of a generation with the same practice situations.</summary>
internal static class CommonContent
{
    /// <summary>The content of one file, or <see langword="null"/> when every card has its own: see <see cref="OwnContent"/>.</summary>
    /// <param name="content">What it is made from.</param>
    /// <param name="profile">One of the cards.</param>
    internal static byte[]? Write(FileContent content, CardProfile profile) => content switch
    {
        FileContent.ObjectDirectory => ObjectDirectory.Encode(profile.Generation.Files),
        FileContent.AuthenticationObjects => AuthenticationObjects.Encode(profile.Generation.Codes),
        FileContent.PrivateKeys => PrivateKeyObjects.Encode(profile.Generation),
        FileContent.Certificates => CertificateObjects.Encode(profile.Generation),
        FileContent.DataObjects => DataObjects.Encode(profile),
        FileContent.BusinessData => HolderData.BusinessData(),
        _ => null,
    };
}
