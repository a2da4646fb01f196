using System.Text;
using System.Text.Json;
using CardConformance.Harness.Attestation;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Attestation;

public sealed class DsseEnvelopeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-dsse-");

    public void Dispose() => _folder.Delete(recursive: true);

    // The example of DSSE 1.0.0, protocol.md, Test Vectors.
    [Test]
    public void What_is_signed_is_what_the_protocol_says() =>
        Assert.That(
            Encoding.UTF8.GetString(DsseEnvelope.PreAuthenticationEncoding("http://example.com/HelloWorld", "hello world"u8)),
            Is.EqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world"));

    [Test]
    public void Lengths_are_those_of_bytes() =>
        Assert.That(
            Encoding.UTF8.GetString(DsseEnvelope.PreAuthenticationEncoding("é", "écran"u8)),
            Is.EqualTo("DSSEv1 2 é 6 écran"));

    [Test]
    public void Envelope_is_one_line_of_json_with_the_names_of_the_protocol()
    {
        using var key = SigningKey.CreateNew();
        byte[] file = DsseEnvelope.Sign("{}"u8, key).Write();
        using var json = JsonDocument.Parse(file);
        Assert.That(json.RootElement.EnumerateObject().Select(member => member.Name), Is.EqualTo(["payload", "payloadType", "signatures"]));
        Assert.That(json.RootElement.GetProperty("payloadType").GetString(), Is.EqualTo("application/vnd.in-toto+json"));
        Assert.That(json.RootElement.GetProperty("signatures")[0].GetProperty("keyid").GetString(), Is.EqualTo(key.Public.Id));
        Assert.That(file.Count(one => one == '\n'), Is.EqualTo(1));
    }

    [Test]
    public async Task Openssl_verifies_what_a_package_carries_and_nothing_else()
    {
        using var run = new PackedRun();
        DsseEnvelope envelope = DsseEnvelope.Read(run.Make().Files[PackageContents.AttestationFile].Span);
        byte[] payload = Convert.FromBase64String(envelope.Payload);
        await File.WriteAllTextAsync(In("key.pem"), run.Key.Public.ToPem());
        await File.WriteAllBytesAsync(In("signature"), Convert.FromBase64String(envelope.Signatures[0].Sig));
        byte[] signed = [.. Encoding.ASCII.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {payload.Length} "), .. payload];
        await File.WriteAllBytesAsync(In("signed"), signed);
        Assert.That((await VerifyAsync("signed")).Output, Is.EqualTo("Verified OK\n"));
        signed[^2] ^= 1;
        await File.WriteAllBytesAsync(In("changed"), signed);
        Assert.That((await VerifyAsync("changed")).ExitCode, Is.EqualTo(1));
    }

    [TestCase("", TestName = "Envelope_of_nothing")]
    [TestCase("null", TestName = "Envelope_that_is_null")]
    [TestCase("[]", TestName = "Envelope_that_is_a_list")]
    [TestCase("{\"payload\":\"e30=\",\"payloadType\":\"x\",\"signatures\":[]}", TestName = "Envelope_without_signature")]
    [TestCase("{\"payload\":\"e30=\",\"payloadType\":\"x\",\"signatures\":[null]}", TestName = "Signature_that_is_null")]
    [TestCase("{\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"e30=\"}]}", TestName = "Envelope_without_payload")]
    public void Something_else_is_no_envelope(string json) =>
        Assert.That(() => DsseEnvelope.Read(Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<JsonException>());

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private Task<ProgramResult> VerifyAsync(string data) =>
        new ProgramRun("openssl", "dgst", "-sha256", "-verify", In("key.pem"), "-signature", In("signature"), In(data)).RunAsync();
}
