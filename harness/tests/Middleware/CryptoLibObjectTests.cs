using System.Text;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>The objects that ANS's CryptoLib shows, before and after the code porteur, with their attributes and values.</summary>
public sealed class CryptoLibObjectTests
{
    private static readonly string[] FreeData = ["CPS_DATA", "CPS_ID_CARD", "CPS_NAME_PS", "CPS_LANG_PS", "CPS_INFO_PS"];

    private static readonly string[] PrivateData =
        ["CPS_ACTIVITY_01_PS", "CPS_ACTIVITY_03_PS", "CPS_SIT_FACT", "CPS2TER_ACTIVITY_01_PS", "CPS2TER_ACTIVITY_03_PS"];

    [Test]
    public async Task Nine_objects_are_seen_without_the_code_and_sixteen_with_it([Values("medecin", "medecin-cps4")] string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name, WithTwoSituations, card => card);
        string before = await desk.RunAsync("--list-objects");
        string after = await desk.RunAsync(["--list-objects", .. desk.Login]);
        Assert.That(LabelsOf(before), Has.Length.EqualTo(9));
        Assert.That(LabelsOf(after), Has.Length.EqualTo(16));
        string[] certificates = ["Certificat de Signature CPS", "Certificat d'Authentification CPS"];
        foreach (string label in (string[])[.. FreeData.Select(label => $"'{label}'"), .. certificates, .. certificates.Select(label => $"Cle publique - {label}")])
        {
            Assert.That(LabelsOf(before), Does.Contain(label));
            Assert.That(LabelsOf(after), Does.Contain(label));
        }

        foreach (string label in (string[])[.. PrivateData.Select(label => $"'{label}'"), "CPS_PRIV_SIG", "CPS_PRIV_AUT"])
        {
            Assert.That(LabelsOf(before), Does.Not.Contain(label));
            Assert.That(LabelsOf(after), Does.Contain(label));
        }
    }

    [Test]
    public async Task Values_are_those_of_the_files([Values("medecin", "medecin-cps4")] string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name, WithTwoSituations, card => card);
        CardState card = ((VirtualCard)desk.Card).State;
        foreach (string label in FreeData)
        {
            DataObjectEntry entry = desk.Profile.Generation.DataObjects.Single(entry => entry.Label == label);
            byte[] content = card.ContentOf(card.Layout.KeyDirectory.FindFile(entry.File)!).ToArray();
            Assert.That(await ReadAsync(desk, label), Is.EqualTo(content), label);
            Assert.That(await ReadAsync(desk, label, desk.Login), Is.EqualTo(content), label);
        }

        DedicatedFile older = card.Layout.Cps2ter ?? card.Layout.MasterFile;
        foreach ((string label, ElementaryFile? file) in new[]
        {
            ("CPS_ACTIVITY_01_PS", card.Layout.KeyDirectory.FindFile(0xD120)),
            ("CPS_ACTIVITY_03_PS", card.Layout.KeyDirectory.FindFile(0xD122)),
            ("CPS2TER_ACTIVITY_01_PS", older.FindFile(0x4010)),
            ("CPS2TER_ACTIVITY_03_PS", older.FindFile(0x4012)),
            ("CPS_SIT_FACT", older.FindDirectory(0x7F01)!.FindFile(0x4000)),
        })
        {
            Assert.That(
                await desk.RefuseAsync("--read-object", "--type", "data", "--label", label), Does.Contain("object not found"), label);
            Assert.That(await ReadAsync(desk, label, desk.Login), Is.EqualTo(card.ContentOf(file!).ToArray()), label);
        }
    }

    [Test]
    public async Task Attributes_are_as_announced([Values("medecin", "medecin-cps4")] string name)
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync(name, WithTwoSituations, card => card);
        using Pkcs11Client client = desk.StartClient();
        string session = client.OpenSession();
        Assert.That(client.Call("login", session, Pkcs11Client.User, desk.Profile.CodePorteur), Is.EqualTo(Pkcs11Client.Ok));
        foreach (string label in (string[])[.. FreeData, .. PrivateData])
        {
            string handle = client.Find(session, Pkcs11Client.DataObject, label);
            Assert.That(client.Get("get", session, handle, Pkcs11Client.Token), Is.EqualTo(new byte[] { 1 }), label);
            Assert.That(client.Get("get", session, handle, Pkcs11Client.Private), Is.EqualTo(new[] { Bit(PrivateData.Contains(label)) }), label);
            Assert.That(
                client.Get("get", session, handle, Pkcs11Client.Modifiable), Is.EqualTo(new[] { Bit(label == "CPS_DATA" && name == "medecin") }), label);
        }

        foreach (KeyEntry key in desk.Profile.Generation.Keys)
        {
            byte[] identifier = Convert.FromHexString(desk.IdentifierOf(key.Role));
            string handle = client.Find(session, Pkcs11Client.PrivateKey, key.Label);
            Assert.That(client.Get("get", session, handle, Pkcs11Client.Id), Is.EqualTo(identifier), key.Label);
            Assert.That(client.Get("get", session, handle, Pkcs11Client.Private), Is.EqualTo(new byte[] { 1 }), key.Label);
            Assert.That(
                client.Call("get", session, handle, Pkcs11Client.AlwaysAuthenticate), Is.EqualTo(Pkcs11Client.AttributeTypeInvalid), key.Label);
            string certificate = client.Find(session, Pkcs11Client.Certificate, key.CertificateLabel);
            Assert.That(client.Get("get", session, certificate, Pkcs11Client.Id), Is.EqualTo(identifier), key.Label);
            Assert.That(client.Get("get", session, certificate, Pkcs11Client.Private), Is.EqualTo(new byte[] { 0 }), key.Label);
        }

        string publicKeys = await desk.RunAsync("--list-objects", "--type", "pubkey");
        foreach (KeyEntry key in desk.Profile.Generation.Keys)
        {
            Assert.That(publicKeys, Does.Contain($"  label:      Cle publique - {key.CertificateLabel}\n  ID:         {desk.IdentifierOf(key.Role)}\n"));
        }
    }

    [Test]
    public async Task CPS_DATA_is_written_after_the_code_and_kept()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin");
        byte[] content = new byte[250];
        Encoding.ASCII.GetBytes("Logiciel du cabinet").CopyTo(content, 0);
        using (Pkcs11Client client = desk.StartClient())
        {
            string session = client.OpenSession();
            string handle = client.Find(session, Pkcs11Client.DataObject, "CPS_DATA");
            string[] write = ["set", session, handle, Pkcs11Client.Value, Convert.ToHexString(content)];
            Assert.That(client.Call(write), Is.EqualTo(Pkcs11Client.UserNotLoggedIn));
            client.Get("login", session, Pkcs11Client.User, desk.Profile.CodePorteur);
            Assert.That(client.Call(write), Is.EqualTo(Pkcs11Client.Ok));
            Assert.That(client.Get("get", session, handle, Pkcs11Client.Value), Is.EqualTo(content));
            string other = client.Find(session, Pkcs11Client.DataObject, "CPS_ID_CARD");
            Assert.That(client.Call("set", session, other, Pkcs11Client.Value, "00"), Is.Not.EqualTo(Pkcs11Client.Ok), "the only one that may be written");
        }

        Assert.That(await ReadAsync(desk, "CPS_DATA"), Is.EqualTo(content), "another process reads it");
    }

    [Test]
    public async Task CPS_DATA_of_a_CPS4_is_not_written()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin-cps4");
        using Pkcs11Client client = desk.StartClient();
        string session = client.LogIn(desk.Profile.CodePorteur);
        string handle = client.Find(session, Pkcs11Client.DataObject, "CPS_DATA");
        Assert.That(client.Call("set", session, handle, Pkcs11Client.Value, "00"), Is.Not.EqualTo(Pkcs11Client.Ok));
        Assert.That(client.Get("get", session, handle, Pkcs11Client.Value), Is.EqualTo(new byte[250]));
    }

    [Test]
    public async Task Contactless_card_has_one_key_and_what_is_free()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin-sans-contact");
        string objects = await desk.RunAsync("--list-objects");
        Assert.That(objects, Does.Contain("CPS_PRIV_TECH_AUT").And.Contain("Certificat Technique CPS"));
        Assert.That(objects, Does.Contain("ID:         e828bd080f8025000001ff001003"));
        Assert.That(objects, Does.Not.Contain("CPS_PRIV_SIG").And.Not.Contain("CPS_ACTIVITY"));
        foreach (string label in FreeData)
        {
            DataObjectEntry entry = desk.Profile.Generation.DataObjects.Single(entry => entry.Label == label);
            CardState card = ((VirtualCard)desk.Card).State;
            byte[] content = card.ContentOf(card.Layout.KeyDirectory.FindFile(entry.File)!).ToArray();
            Assert.That(await ReadAsync(desk, label), Is.EqualTo(content), label);
        }
    }

    private static CardProfile WithTwoSituations(CardProfile profile) => profile with
    {
        Situations = [profile.Situations[0], new(3, "CABINET B", "499700000013002", "SA07")],
    };

    private static string[] LabelsOf(string objects) =>
        [.. objects.Split('\n').Where(line => line.StartsWith("  label:", StringComparison.Ordinal)).Select(line => line[8..].Trim())];

    private static byte Bit(bool value) => (byte)(value ? 1 : 0);

    private static async Task<byte[]> ReadAsync(CryptoLibDesk desk, string label, params string[] login)
    {
        await desk.RunAsync(["--read-object", "--type", "data", "--label", label, "--output-file", desk.In(label), .. login]);
        return await File.ReadAllBytesAsync(desk.In(label));
    }
}
