using System.Security.Cryptography.X509Certificates;

namespace CardConformance.LittleTarget;

/// <summary>What this product is told when it is started.</summary>
internal sealed class Settings(IConfiguration arguments)
{
    internal Uri Wallet => new(Text("wallet"));

    internal X509Certificate2Collection Roots => Certificates("roots");

    internal X509Certificate2Collection Intermediates => Certificates("intermediates");

    internal X509Certificate2Collection ServerChain => Certificates("certificate");

    internal X509Certificate2 Server => X509Certificate2.CreateFromPemFile(Text("certificate"), Text("key"));

    /// <summary>A mistake of the product, made on order: the wallet is told of each activation twice.</summary>
    internal bool TellsTwice => arguments["mistake"] == "tells-twice";

    /// <summary>A mistake of whoever set it up: the port for cards asks for none.</summary>
    internal bool AsksForNoCard => arguments["mistake"] == "asks-for-no-card";

    private string Text(string name) => arguments[name] ?? throw new ArgumentException($"--{name} is missing.");

    private X509Certificate2Collection Certificates(string name)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(Text(name));
        return certificates;
    }
}
