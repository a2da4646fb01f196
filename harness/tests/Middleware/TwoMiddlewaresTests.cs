using System.Security.Cryptography;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>Debian's OpenSC and ANS's CryptoLib with one card at the same time.</summary>
public sealed class TwoMiddlewaresTests
{
    private const int Signatures = 6;

    private static readonly byte[] Message = "Ordonnance du 3 mars"u8.ToArray();

    [Test]
    public async Task Each_makes_its_signatures_while_the_other_does()
    {
        await using CryptoLibDesk desk = await CryptoLibDesk.WithAsync("medecin");
        await File.WriteAllBytesAsync(
            desk.In("input"), [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. SHA256.HashData(Message)]);
        using RSA publicKey = await desk.PublicKeyAsync(desk.IdentifierOf(KeyRole.Authentication));
        bool[][] verified = await Task.WhenAll(
            SignAsync(desk, publicKey, OpenSc.Module), SignAsync(desk, publicKey, CryptoLibDesk.Module));
        Assert.That(verified[0], Has.Length.EqualTo(Signatures).And.All.True, "OpenSC");
        Assert.That(verified[1], Has.Length.EqualTo(Signatures).And.All.True, "CryptoLib");
    }

    private static async Task<bool[]> SignAsync(CryptoLibDesk desk, RSA publicKey, string module)
    {
        List<bool> verified = [];
        for (int i = 0; i < Signatures; i++)
        {
            string signature = desk.In($"{Path.GetFileName(module)}{i}");
            ProgramResult signed = await new ProgramRun(
                "pkcs11-tool",
                [
                    "--module", module, .. desk.Login, "--sign", "--mechanism", "RSA-PKCS", "--id", desk.IdentifierOf(KeyRole.Authentication),
                    "--input-file", desk.In("input"), "--output-file", signature,
                ]) { Environment = desk.MiddlewareEnvironment }.RunAsync();
            Assert.That(signed.ExitCode, Is.Zero, signed.Text);
            verified.Add(publicKey.VerifyData(
                Message, await File.ReadAllBytesAsync(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        return [.. verified];
    }
}
