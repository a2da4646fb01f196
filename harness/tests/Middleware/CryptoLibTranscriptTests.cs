using CardConformance.Harness.Actors;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>
/// What ANS's CryptoLib says to a card of each generation, command by command. Kept and compared as <see cref="OpenScTranscriptTests"/>
/// says; CryptoLib has never seen the card before.
/// </summary>
public sealed class CryptoLibTranscriptTests
{
    private static readonly string[] All = ["medecin", "medecin-sans-contact", "medecin-cps4"];
    private static readonly string[] WithCode = ["medecin", "medecin-cps4"];

    // PKCS #1: SHA-256, and a hash of thirty-two bytes.
    private static readonly string DigestInfo =
        "3031300D060960864801650304020105000420" + Convert.ToHexString([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    // More than one block.
    private static readonly string Message = Convert.ToHexString([.. Enumerable.Range(0, 100).Select(i => (byte)i)]);

    [TestCaseSource(nameof(All))]
    public async Task Pkcs11_tool_lists_the_objects(string name)
    {
        var transcript = new Transcript();
        await using CryptoLibDesk desk = await DeskAsync(name, transcript);
        string[] login = desk.Profile.Generation.Codes.Count > 0 ? desk.Login : [];
        await desk.RunAsync(["--list-objects", .. login]);
        await ExpectAsync(transcript, name, "objects", "pkcs11-tool --login -O");
    }

    [TestCaseSource(nameof(All))]
    public async Task Every_data_object_is_read(string name)
    {
        var transcript = new Transcript();
        await using CryptoLibDesk desk = await DeskAsync(name, transcript);
        using (Pkcs11Client client = desk.StartClient())
        {
            string session = Begin(desk, client);
            string[] afterCode = ["CPS_ACTIVITY_01_PS", "CPS_SIT_FACT", "CPS2TER_ACTIVITY_01_PS"];
            bool code = desk.Profile.Generation.Codes.Count > 0;
            foreach (string label in desk.Profile.Generation.DataObjects.Select(entry => entry.Label).Concat(code ? afterCode : []))
            {
                client.Get("get", session, client.Find(session, Pkcs11Client.DataObject, label), Pkcs11Client.Value);
            }
        }

        await ExpectAsync(transcript, name, "data", "C_GetAttributeValue of each data object");
    }

    [TestCaseSource(nameof(All))]
    public async Task Every_key_signs(string name)
    {
        var transcript = new Transcript();
        await using CryptoLibDesk desk = await DeskAsync(name, transcript);
        using (Pkcs11Client client = desk.StartClient())
        {
            string session = Begin(desk, client);
            foreach (KeyEntry key in desk.Profile.Generation.Keys)
            {
                string handle = client.Find(session, Pkcs11Client.PrivateKey, key.Label);
                string[] mechanisms = key.Role == KeyRole.Signature
                    ? [Pkcs11Client.RsaPkcs, Pkcs11Client.Sha1RsaPkcs, Pkcs11Client.Sha256RsaPkcs]
                    : [Pkcs11Client.RsaPkcs];
                foreach (string mechanism in mechanisms)
                {
                    client.Get("sign", session, mechanism, handle, mechanism == Pkcs11Client.RsaPkcs ? DigestInfo : Message, "100");
                }
            }
        }

        await ExpectAsync(transcript, name, "sign", "C_Sign with each key");
    }

    [TestCaseSource(nameof(WithCode))]
    public async Task Code_is_blocked_freed_and_changed(string name)
    {
        var transcript = new Transcript();
        await using CryptoLibDesk desk = await DeskAsync(name, transcript);
        using (Pkcs11Client client = desk.StartClient())
        {
            string session = client.OpenSession();
            foreach (string wrong in new[] { "9999", "9998", "9997", "9996" })
            {
                Assert.That(client.Call("login", session, Pkcs11Client.User, wrong), Is.Not.EqualTo(Pkcs11Client.Ok));
            }

            Assert.That(client.Call("login", session, Pkcs11Client.SecurityOfficer, "87654321"), Is.Not.EqualTo(Pkcs11Client.Ok));
            client.Get("login", session, Pkcs11Client.SecurityOfficer, desk.Profile.CodeDeblocage);
            client.Get("initpin", session, "2468");
            client.Get("logout", session);
            client.Get("login", session, Pkcs11Client.User, "2468");
            client.Get("setpin", session, "2468", "4321");
        }

        await ExpectAsync(transcript, name, "codes", "C_Login, C_InitPIN and C_SetPIN");
    }

    // The numbers are those of the card, and the certificates as long as those of simulator/tests.
    private static Task<CryptoLibDesk> DeskAsync(string name, Transcript transcript) => CryptoLibDesk.WithAsync(
        name,
        profile => profile with { CardNumber = CardIssuing.Catalogue.Load(name).CardNumber },
        card => new TracedCard(card, transcript.Add),
        new("http://127.0.0.1:9/list.crl"));

    private static string Begin(CryptoLibDesk desk, Pkcs11Client client) =>
        desk.Profile.Generation.Codes.Count > 0 ? client.LogIn(desk.Profile.CodePorteur) : client.OpenSession();

    private static Task ExpectAsync(Transcript transcript, string name, string what, string calls) =>
        transcript.ExpectAsync($"cryptolib-{name}-{what}.txt", $"{calls}, CryptoLib CPS 5.2.2, on the card \"{name}\".");
}
