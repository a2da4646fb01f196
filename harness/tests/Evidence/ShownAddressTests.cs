using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Tests.Evidence;

/// <summary>Addresses in evidence say where, and nothing secret.</summary>
public sealed class ShownAddressTests
{
    [TestCase("https://localhost:8443/espace", "localhost:8443/espace")]
    [TestCase("https://localhost:8443/connexion/retour?ticket=abc&x=1", "localhost:8443/connexion/retour?…")]
    [TestCase("https://localhost:8443/a#jeton=abc", "localhost:8443/a?…")]
    [TestCase("https://localhost:8443/courriel/0123456789abcdef0123456789", "localhost:8443/courriel/…")]
    [TestCase("/portefeuille/porteurs/899700000013/e-cps", "/portefeuille/porteurs/899700000013/e-cps")]
    [TestCase("/sms/messages", "/sms/messages")]
    public void Query_and_tickets_are_left_out(string address, string shown) => Assert.That(ShownAddress.Of(address), Is.EqualTo(shown));
}
