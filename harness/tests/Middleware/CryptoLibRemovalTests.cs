using System.Security.Cryptography;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>A card pulled out while a program has a session with ANS's CryptoLib, and put in again.</summary>
public sealed class CryptoLibRemovalTests
{
    [Test]
    public async Task Session_ends_with_the_card_and_a_new_one_begins_with_it([Values("medecin", "medecin-cps4")] string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        using Pkcs11Client client = desk.StartClient();
        string session = Begin(desk, client, out string key);
        string[] sign = ["sign", session, Pkcs11Client.Sha256RsaPkcs, key, Convert.ToHexString(RandomNumberGenerator.GetBytes(40)), "100"];
        Assert.That(client.Call(sign), Is.EqualTo(Pkcs11Client.Ok));
        Assert.That(client.Get("slots"), Is.EqualTo(new byte[] { 0 }));

        desk.Remove();
        Assert.That(SpinWait.SpinUntil(() => client.Get("slots").Length == 0, Readers.Limit), Is.True, "the slot list is empty");
        Assert.That(client.Call(sign), Is.EqualTo(Pkcs11Client.SessionHandleInvalid));
        Assert.That(client.Call("token", "0"), Is.EqualTo(Pkcs11Client.TokenNotPresent));

        desk.InsertAgain();
        Assert.That(SpinWait.SpinUntil(() => client.Get("slots").Length == 1, Readers.Limit), Is.True, "the slot list has the card again");
        Assert.That(client.Call(sign), Is.EqualTo(Pkcs11Client.SessionHandleInvalid), "the old session stays invalid");
        string next = Begin(desk, client, out key);
        sign[1] = next;
        sign[3] = key;
        Assert.That(client.Call(sign), Is.EqualTo(Pkcs11Client.Ok));
    }

    private static string Begin(CryptoLibDesk desk, Pkcs11Client client, out string key)
    {
        string session = client.LogIn(desk.Profile.CodePorteur);
        key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_SIG");
        return session;
    }
}
