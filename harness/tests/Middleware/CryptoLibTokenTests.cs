using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Card;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>What ANS's CryptoLib shows of a card before anybody types a code: the token and its mechanisms.</summary>
public sealed class CryptoLibTokenTests
{
    private const string LoginRequired = "login required, rng, token initialized, PIN initialized";

    private static readonly string[] Cps3Mechanisms =
    [
        "SHA-1, digest",
        "SHA256, digest",
        "RSA-X-509, keySize={512,2048}, hw, decrypt, sign, verify, unwrap",
        "RSA-PKCS, keySize={512,2048}, hw, encrypt, decrypt, sign, verify, unwrap",
        "SHA1-RSA-PKCS, keySize={512,2048}, sign, verify",
        "SHA256-RSA-PKCS, keySize={512,2048}, sign, verify",
    ];

    private static readonly string[] Cps4Mechanisms =
    [
        .. Cps3Mechanisms.Select(line => line.Replace("512", "2048", StringComparison.Ordinal)),
        "RSA-PKCS-PSS, keySize={2048,2048}, hw, encrypt, decrypt, sign, verify, unwrap",
        "SHA1-RSA-PKCS-PSS, keySize={2048,2048}, sign, verify",
        "SHA256-RSA-PKCS-PSS, keySize={2048,2048}, sign, verify",
    ];

    [TestCase("medecin", LoginRequired, "4/4", TestName = "CryptoLib_shows_the_token_of_a_CPS3")]
    // Without a code CryptoLib shows lengths of its own.
    [TestCase("medecin-sans-contact", "rng, token initialized", "4/8", TestName = "CryptoLib_shows_the_token_of_a_contactless_CPS3")]
    [TestCase("medecin-cps4", LoginRequired, "4/4", TestName = "CryptoLib_shows_the_token_of_a_CPS4")]
    public async Task Shows_the_token(string name, string flags, string codeLengths)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        string tokens = await desk.RunAsync("--list-token-slots");
        foreach (string line in new[]
        {
            $"token label        : {desk.Profile.TokenLabel}",
            "token manufacturer : ASIP SANTE",
            "token model        : IAS ECC",
            $"token flags        : {flags}",
            $"serial num         : {desk.Profile.SerialNumber}",
            $"pin min/max        : {codeLengths}",
        })
        {
            Assert.That(tokens, Does.Contain($"  {line}\n"));
        }
    }

    [TestCase("medecin", TestName = "CryptoLib_lists_the_mechanisms_of_a_CPS3")]
    [TestCase("medecin-cps4", TestName = "CryptoLib_lists_the_mechanisms_of_a_CPS4")]
    public async Task Lists_the_mechanisms(string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        string[] lines = [.. (await desk.RunAsync("--list-mechanisms")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim())];
        string[] expected = name == "medecin" ? Cps3Mechanisms : Cps4Mechanisms;
        Assert.That(lines, Has.Length.EqualTo(expected.Length));
        foreach ((string line, string mechanism) in lines.Zip(expected))
        {
            Assert.That(line, Is.EqualTo(mechanism));
        }
    }

    [Test]
    public async Task Contactless_card_has_no_mechanism_with_a_hash()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin-sans-contact");
        string mechanisms = await desk.RunAsync("--list-mechanisms");
        Assert.That(mechanisms, Does.Contain("  RSA-PKCS,"));
        Assert.That(mechanisms, Does.Not.Contain("SHA1-RSA-PKCS").And.Not.Contain("SHA256-RSA-PKCS"));
    }

    [Test]
    public async Task Card_gives_random_numbers([Values("medecin", "medecin-cps4")] string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        byte[] first = client.Get("random", session);
        Assert.That(client.Get("random", session), Has.Length.EqualTo(8).And.Not.EqualTo(first));
    }

    [Test]
    public async Task A_card_is_known_by_every_historical_byte_of_its_ATR([Range(5, 16)] int index)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin", profile => profile, card => WithAtr(card, index));
        ProgramResult tokens = await desk.Pkcs11ToolAsync(["--list-token-slots"]);
        Assert.That(tokens.Text, Does.Not.Contain("token label"));
    }

    // Readers accept any historical bytes.
    private static VirtualCard WithAtr(VirtualCard card, int index)
    {
        byte[] atr = card.Atr.ToArray();
        atr[index] ^= 0x01;
        return new(new(card.State.Image with { Layout = card.State.Layout with { Atr = atr } }));
    }
}
