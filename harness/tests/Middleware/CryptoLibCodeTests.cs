using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>Codes and their counters through ANS's CryptoLib: flags of the token, results of calls, and how they are freed.</summary>
public sealed class CryptoLibCodeTests
{
    private const uint Usual = 0x40D;
    private const uint CountLow = 0x1_0000;
    private const uint FinalTry = 0x2_0000;
    private const uint Locked = 0x4_0000;
    private const uint OfficerLocked = 0x40_0000;

    private static readonly string[] WithCode = ["medecin", "medecin-cps4"];

    [TestCaseSource(nameof(WithCode))]
    public async Task Wrong_codes_block_and_the_code_de_deblocage_frees(string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        string[] list = ["--list-objects", "--login", "--pin"];
        Assert.That(await desk.RefuseAsync([.. list, "9999"]), Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("user PIN count low"));
        Assert.That(await desk.RefuseAsync([.. list, "9999"]), Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("final user PIN try"));

        // On a CPS4 CryptoLib takes 63C0 for a blocked code.
        Assert.That(
            await desk.RefuseAsync([.. list, "9999"]), Does.Contain(name == "medecin" ? "CKR_PIN_INCORRECT" : "CKR_PIN_LOCKED"));
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("user PIN locked"));
        Assert.That(await desk.RefuseAsync([.. list, desk.Profile.CodePorteur]), Does.Contain("CKR_PIN_LOCKED"));

        await desk.RunAsync("--login", "--login-type", "so", "--so-pin", desk.Profile.CodeDeblocage, "--init-pin", "--new-pin", "2468");
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("token flags        : login required, rng, token initialized, PIN initialized\n"));
        Assert.That(await desk.RunAsync([.. list, "2468"]), Does.Contain("CPS_PRIV_AUT"));
    }

    [TestCaseSource(nameof(WithCode))]
    public async Task Right_code_restores_the_tries(string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        Assert.That(client.TokenFlags(), Is.EqualTo(Usual));
        Assert.That(client.Call("login", session, Pkcs11Client.User, "9999"), Is.EqualTo(Pkcs11Client.PinIncorrect));
        Assert.That(client.TokenFlags(), Is.EqualTo(Usual | CountLow));
        Assert.That(client.Call("login", session, Pkcs11Client.User, "9999"), Is.EqualTo(Pkcs11Client.PinIncorrect));
        Assert.That(client.TokenFlags() & FinalTry, Is.Not.Zero);
        Assert.That(client.Call("login", session, Pkcs11Client.User, desk.Profile.CodePorteur), Is.EqualTo(Pkcs11Client.Ok));
        Assert.That(client.TokenFlags(), Is.EqualTo(Usual));
    }

    [TestCaseSource(nameof(WithCode))]
    public async Task Third_wrong_code_blocks(string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        client.Call("login", session, Pkcs11Client.User, "9999");
        client.Call("login", session, Pkcs11Client.User, "9999");
        Assert.That(
            client.Call("login", session, Pkcs11Client.User, "9999"),
            Is.EqualTo(name == "medecin" ? Pkcs11Client.PinIncorrect : Pkcs11Client.PinLocked));
        Assert.That(client.TokenFlags() & Locked, Is.Not.Zero);
        Assert.That(client.Call("login", session, Pkcs11Client.User, desk.Profile.CodePorteur), Is.EqualTo(Pkcs11Client.PinLocked));
        Assert.That(client.Call("login", session, Pkcs11Client.SecurityOfficer, desk.Profile.CodeDeblocage), Is.EqualTo(Pkcs11Client.Ok));
        Assert.That(client.Call("initpin", session, "2468"), Is.EqualTo(Pkcs11Client.Ok));
        Assert.That(client.TokenFlags(), Is.EqualTo(Usual));
        Assert.That(client.Call("logout", session), Is.EqualTo(Pkcs11Client.Ok));
        Assert.That(client.Call("login", session, Pkcs11Client.User, "2468"), Is.EqualTo(Pkcs11Client.Ok));
    }

    [TestCaseSource(nameof(WithCode))]
    public async Task Changes_the_code(string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        await desk.RunAsync([.. desk.Login, "--change-pin", "--new-pin", "4321"]);
        Assert.That(await desk.RefuseAsync(["--list-objects", .. desk.Login]), Does.Contain("CKR_PIN_INCORRECT"));
        Assert.That(await desk.RunAsync("--list-objects", "--login", "--pin", "4321"), Does.Contain("CPS_PRIV_AUT"));
    }

    [TestCaseSource(nameof(WithCode))]
    public async Task Code_of_a_wrong_length_never_reaches_the_card(string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        foreach (string wrong in new[] { "123", "12345" })
        {
            Assert.That(client.Call("login", session, Pkcs11Client.User, wrong), Is.EqualTo(Pkcs11Client.PinIncorrect), wrong);
            Assert.That(client.TokenFlags(), Is.EqualTo(Usual), "no try is lost");
        }

        client.Get("login", session, Pkcs11Client.User, desk.Profile.CodePorteur);
        foreach (string wrong in new[] { "123", "12345" })
        {
            Assert.That(client.Call("setpin", session, desk.Profile.CodePorteur, wrong), Is.EqualTo(Pkcs11Client.PinLengthRange), wrong);
        }

        Assert.That(client.TokenFlags(), Is.EqualTo(Usual));
    }

    [TestCaseSource(nameof(WithCode))]
    public async Task Wrong_codes_de_deblocage_block_it(string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        for (int left = 9; left > 0; left--)
        {
            Assert.That(client.Call("login", session, Pkcs11Client.SecurityOfficer, "87654321"), Is.EqualTo(Pkcs11Client.PinIncorrect), $"{left} left");
            Assert.That(client.TokenFlags() & OfficerLocked, Is.Zero);
        }

        client.Call("login", session, Pkcs11Client.SecurityOfficer, "87654321");
        Assert.That(client.TokenFlags() & OfficerLocked, Is.Not.Zero);
        Assert.That(client.Call("login", session, Pkcs11Client.SecurityOfficer, desk.Profile.CodeDeblocage), Is.EqualTo(Pkcs11Client.PinLocked));
        Assert.That(client.Call("login", session, Pkcs11Client.User, desk.Profile.CodePorteur), Is.EqualTo(Pkcs11Client.Ok), "the code porteur has its own tries");
    }

    [Test]
    public async Task Code_de_deblocage_without_uses_is_blocked()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin", WithOneUse, card => card);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        client.Get("login", session, Pkcs11Client.SecurityOfficer, desk.Profile.CodeDeblocage);
        client.Get("initpin", session, "2468");
        Assert.That(client.TokenFlags() & OfficerLocked, Is.Not.Zero);
        client.Get("logout", session);
        Assert.That(client.Call("login", session, Pkcs11Client.SecurityOfficer, desk.Profile.CodeDeblocage), Is.EqualTo(Pkcs11Client.PinLocked));
    }

    [Test]
    public async Task Contactless_card_has_no_code()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin-sans-contact");
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        Assert.That(client.Call("login", session, Pkcs11Client.User, desk.Profile.CodePorteur), Is.EqualTo(Pkcs11Client.UserPinNotInitialized));
    }

    [Test]
    public async Task Logging_out_leaves_the_card_verified()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin");
        Pin pin = ((VirtualCard)desk.Card).State.FindPin(1)!;
        using (Pkcs11Client client = desk.StartClient())
        {
            string session = client.LogIn(desk.Profile.CodePorteur);
            client.Get("logout", session);
            Assert.That(pin.Verified, Is.True, "C_Logout sends nothing");
            Assert.That(client.Call("finalize"), Is.EqualTo(Pkcs11Client.Ok));
        }

        Assert.That(pin.Verified, Is.True, "the card keeps its power when the library has gone");
    }

    private static CardProfile WithOneUse(CardProfile profile) => profile with
    {
        Generation = profile.Generation with
        {
            Codes = [.. profile.Generation.Codes.Select(code => code.Role == CodeRole.CodeDeblocage ? code with { Definition = code.Definition with { MaxUses = 1 } } : code)],
        },
    };
}
