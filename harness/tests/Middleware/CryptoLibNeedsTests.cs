using System.Security.Cryptography;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>What ANS's CryptoLib insists on in the files of a card, and what it does not mind: each card here has one file changed.</summary>
public sealed class CryptoLibNeedsTests
{
    private const string Directory = "6115 4F0D E828BD080F8025000001FF0010";
    // CKR_ASIP_BAD_EF_ACTUA, 80000001, which CryptoLib gives as a negative number.
    private const string BadUpdateDates = "FFFFFFFF80000001";

    [TestCase("D003", "5A0B802500000199213845 0F0F", TestName = "Serial_number_of_thirteen_bytes")]
    [TestCase("D003", "5A0A802500000299213845 0F", TestName = "Serial_number_of_another_issuer")]
    [TestCase("D003", "5B0A802500000199213845 0F", TestName = "Serial_number_with_another_tag")]
    [TestCase("D003", "", TestName = "Serial_number_that_is_empty")]
    [TestCase("2F00", "610F 4F0D E828BD080F8025000001FF0010", TestName = "EF_DIR_without_a_path")]
    [TestCase("2F00", "6115 4F0D E828BD080F8025000001FF0020 5104 3F000001", TestName = "EF_DIR_without_the_contact_application")]
    [TestCase("5031", null, TestName = "EF_ODF_that_is_not_there")]
    [TestCase("5032", null, TestName = "EF_TokenInfo_that_is_not_there")]
    public async Task Refused(string file, string? content)
    {
        await using CryptoLibDesk desk = await WithFileAsync(file, content);
        ProgramResult tokens = await desk.Pkcs11ToolAsync(["--list-token-slots"]);
        Assert.That(tokens.Text, Does.Not.Contain("token label"));
    }

    [TestCase("2F00", Directory + "5104 3F000001", TestName = "EF_DIR_with_the_contact_application_alone")]
    [TestCase("2F01", null, TestName = "EF_ATR_that_is_not_there")]
    [TestCase("D010", null, TestName = "Update_dates_that_are_not_there")]
    [TestCase("D010", "0000000000000000000000000000000000000000", TestName = "Update_dates_of_zeros")]
    [TestCase("D010", "810720240101000000 820720301231235959", TestName = "Update_dates_without_a_template")]
    [TestCase("D010", "EC0C 810420240101 820420301231", TestName = "Update_dates_of_four_bytes")]
    [TestCase("D010", "EC12 810720240101000000 820720250101000000", TestName = "Update_dates_that_are_over")]
    [TestCase("5031", "A00A300804063F0000017002 A40A300804063F0000017005 A70A300804063F0000017006 A80A300804063F0000017001", TestName = "EF_ODF_with_absolute_paths")]
    public async Task Accepted(string file, string? content)
    {
        await using CryptoLibDesk desk = await WithFileAsync(file, content);
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain(desk.Profile.TokenLabel));
        Assert.That(await desk.RunAsync(["--list-objects", .. desk.Login]), Does.Contain("CPS_PRIV_SIG"));
    }

    [TestCase("")]
    [TestCase("EC12 810719690101000000 820720301231235959")]
    public async Task Update_dates_that_cannot_be_leave_a_token_without_sessions(string content)
    {
        await using CryptoLibDesk desk = await WithFileAsync("D010", content);
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain(desk.Profile.TokenLabel));
        using Pkcs11Client client = desk.StartClient();
        Assert.That(client.Call("open", "0"), Is.EqualTo(BadUpdateDates));
    }

    [Test]
    public async Task Directories_and_certificates_may_be_filled_up(
        [Values("5031", "5032", "7001", "7002", "7005", "7006", "B001", "B002")] string file, [Values(0x00, 0xFF)] int filler)
    {
        byte[] room = [.. Enumerable.Repeat((byte)filler, 20)];
        await using CryptoLibDesk desk = await WithChangeAsync(file, content => [.. content, .. room]);
        Assert.That(await desk.RunAsync(["--list-objects", .. desk.Login]), Does.Contain("CPS_PRIV_SIG").And.Contain("Certificat d'Authentification CPS").And.Contain("CPS_ACTIVITY_01_PS"));
    }

    [Test]
    public async Task Token_without_a_label_is_unknown()
    {
        await using CryptoLibDesk desk = await WithFileAsync("5032", "3013 020100 0C0A41534950205341 4E5445 030206C0");
        Assert.That(await desk.RunAsync("--list-token-slots"), Does.Contain("token label        : (unknown)"));
    }

    [Test]
    public async Task Card_without_EF_AODF_has_no_code()
    {
        await using CryptoLibDesk desk = await WithChangeAsync("5031", content => content[..24]);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        Assert.That(client.Call("login", session, Pkcs11Client.User, desk.Profile.CodePorteur), Is.EqualTo(Pkcs11Client.UserPinNotInitialized));
        Assert.That(await desk.RunAsync("--list-objects"), Does.Contain("CPS_PRIV_SIG").And.Contain("CPS_ACTIVITY_01_PS"));
    }

    [Test]
    public async Task Code_de_deblocage_has_to_be_announced_as_that_of_the_security_officer()
    {
        // The flags initialized, unblockingPin and soPin, without the last one.
        await using CryptoLibDesk desk = await WithBytesAsync("7001", "0302000B>0302010A");
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        Assert.That(client.Call("login", session, Pkcs11Client.SecurityOfficer, desk.Profile.CodeDeblocage), Is.EqualTo(Pkcs11Client.GeneralError));
        Assert.That(client.Call("login", session, Pkcs11Client.User, desk.Profile.CodePorteur), Is.EqualTo(Pkcs11Client.Ok));
    }

    // Usages sign; decrypt, sign and nonRepudiation, which is one byte longer.
    [TestCase("CPS_PRIV_SIG", "0303060040>0303062000", TestName = "Signature_key_that_signs_and_is_no_nonRepudiation_key")]
    [TestCase("CPS_PRIV_AUT", "3059302A>305A302A 301F040E>3020040E 03020560>0303066040", TestName = "Authentication_key_with_nonRepudiation")]
    public async Task Usage_decides_what_is_sent(string label, string changes)
    {
        await using CryptoLibDesk desk = await WithBytesAsync("7002", changes);
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string key = client.Find(session, Pkcs11Client.PrivateKey, label);
        Assert.That(client.Call("sign", session, Pkcs11Client.RsaPkcs, key, Hash, "100"), Is.Not.EqualTo(Pkcs11Client.Ok));
    }

    [Test]
    public async Task Key_reference_that_reads_as_negative_is_of_no_use()
    {
        await using CryptoLibDesk desk = await WithBytesAsync("7002", "02020081>0202FF81");
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_SIG");

        // CryptoLib names no key then; what a real card answers is not public, 6A80 becomes this.
        Assert.That(client.Call("sign", session, Pkcs11Client.Sha256RsaPkcs, key, Hash, "100"), Is.EqualTo(Pkcs11Client.DataInvalid));
    }

    [Test]
    public async Task Certificate_that_is_missing_has_no_value_and_the_rest_works()
    {
        await using CryptoLibDesk desk = await WithFileAsync("B001", null);
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string missing = client.Find(session, Pkcs11Client.Certificate, "Certificat de Signature CPS");
        Assert.That(client.Get("get", session, missing, Pkcs11Client.Value), Is.Empty);
        string other = client.Find(session, Pkcs11Client.Certificate, "Certificat d'Authentification CPS");
        Assert.That(client.Get("get", session, other, Pkcs11Client.Value), Is.Not.Empty);
        string key = client.Find(session, Pkcs11Client.PrivateKey, "CPS_PRIV_SIG");
        Assert.That(client.Call("sign", session, Pkcs11Client.RsaPkcs, key, Hash, "100"), Is.EqualTo(Pkcs11Client.Ok));
    }

    [TestCase("medecin", 0x6F, true, TestName = "CPS3_may_call_control_parameters_control_information")]
    [TestCase("medecin-cps4", 0x62, false, TestName = "CPS4_may_not_call_control_information_control_parameters")]
    public async Task Template_of_control_information(string name, int tag, bool accepted)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name, profile => profile, card => ChangedFile.WithControlTag(card, (byte)tag));
        ProgramResult tokens = await desk.Pkcs11ToolAsync(["--list-token-slots"]);
        Assert.That(tokens.Text.Contains("token label", StringComparison.Ordinal), Is.EqualTo(accepted), tokens.Text);
    }

    private static string Hash => Convert.ToHexString(SHA256.HashData("Ordonnance du 3 mars"u8));

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));

    private static Task<CryptoLibDesk> WithFileAsync(string file, string? content) => WithChangeAsync(file, _ => content is null ? null : Bytes(content));

    // Each change is "what stands there>what is to stand there", at its first place: a file holds one entry after the other.
    private static Task<CryptoLibDesk> WithBytesAsync(string file, string changes) => WithChangeAsync(file, content =>
    {
        string text = Convert.ToHexString(content);
        foreach (string[] change in changes.Split(' ').Select(change => change.Split('>')))
        {
            int place = text.IndexOf(change[0], StringComparison.Ordinal);
            Assert.That(place, Is.Not.Negative, $"{change[0]} is in {file}");
            text = text[..place] + change[1] + text[(place + change[0].Length)..];
        }

        return Bytes(text);
    });

    private static Task<CryptoLibDesk> WithChangeAsync(string file, Func<byte[], byte[]?> change) =>
        CryptoLibDesk.WithAsync("medecin", profile => profile, card => ChangedFile.In(card, Convert.ToUInt16(file, 16), change));
}
