using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>How ANS's CryptoLib helps itself when a card has forgotten the code, or does not understand a command.</summary>
public sealed class CryptoLibRecoveryTests
{
    [Test]
    public async Task Code_that_the_card_forgot_is_presented_again([Values("medecin", "medecin-cps4")] string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        CardState state = ((VirtualCard)desk.Card).State;
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_SIG");
        string situation = client.Find(session, Pkcs11Client.DataObject, "CPS_ACTIVITY_01_PS");

        // The hash stays while the code is presented again.
        state.FindPin(1)!.Forget();
        Assert.That(client.Call("sign", session, Pkcs11Client.Sha256RsaPkcs, key, "00112233", "100"), Is.EqualTo(Pkcs11Client.Ok));
        Assert.That(state.FindPin(1)!.Verified, Is.True);
        state.FindPin(1)!.Forget();
        Assert.That(client.Get("get", session, situation, Pkcs11Client.Value), Is.Not.Empty);
        Assert.That(state.FindPin(1)!.Verified, Is.True);
    }

    [Test]
    public async Task Code_is_not_kept_for_a_key_that_wants_consent()
    {
        // userConsent, INTEGER 1, after the code's identifier.
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin", profile => profile, card => ChangedFile.In(card, 0x7002, content =>
            Convert.FromHexString(Convert.ToHexString(content).Replace("305030200C0C", "305330230C0C", StringComparison.Ordinal)
                .Replace("03020780040101", "03020780040101020101", StringComparison.Ordinal))));
        CardState state = ((VirtualCard)desk.Card).State;
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_SIG");
        state.FindPin(1)!.Forget();
        Assert.That(client.Call("sign", session, Pkcs11Client.Sha256RsaPkcs, key, "00112233", "100"), Is.EqualTo(Pkcs11Client.UserNotLoggedIn));
        Assert.That(state.FindPin(1)!.Verified, Is.False);
    }

    [Test]
    public async Task Command_that_was_not_understood_is_sent_again([Values(0x6E00, 0x6A86)] int answer)
    {
        FaultyCard? faulty = null;
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin", profile => profile, card => faulty = new(card));
        var fault = new CardFault(new RewrittenStatus(new((ushort)answer))) { Cause = FaultCause.Instruction(0xA4) with { Nth = 3 }, End = FaultEnd.Once };
        faulty!.Arm(fault);
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain(desk.Profile.TokenLabel));
    }
}
