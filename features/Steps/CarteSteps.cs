using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Trace;

namespace CardConformance.Features.Steps;

/// <summary>A card and the commands that software sends to it.</summary>
[Binding]
public sealed class CarteSteps(World world)
{
    private static readonly byte[] Hash = SHA256.HashData("Ordonnance du 3 mars"u8);

    [Given(@"^la carte ""(.+)"", hors de tout lecteur$")]
    public void CardByItself(string phrase) => world.IssueCard(phrase).PowerUp(world.Evidence);

    [Given(@"^la carte ""(.+)"", dans un lecteur$")]
    public void CardInReader(string phrase) => world.IssueCard(phrase).Insert(world.Workstation.Reader);

    [Given(@"^la carte a la panne ""(.+)""$")]
    public void CardFails(string fault) => world.Bench.Arm(fault, world.Evidence);

    [When(@"^le logiciel envoie ""([0-9A-F ]+)""$")]
    public void Send(string command) => world.Bench.Send(Bytes(command));

    [When(@"^la carte est réinitialisée$")]
    public void Reset() => world.Bench.Reset();

    [When(@"^le logiciel présente le bon code porteur$")]
    public void PresentRightCode() => Present(1, world.Bench.Profile.CodePorteur);

    [When(@"^le logiciel présente un code porteur faux$")]
    public void PresentWrongCode() => Present(1, world.Bench.Profile.WrongCode);

    [When(@"^le logiciel présente le code de déblocage$")]
    public void PresentUnblockingCode() => Present(2, world.Bench.Profile.CodeDeblocage);

    [When(@"^le logiciel donne un nouveau code porteur$")]
    public void SetNewCode() => world.Bench.Send([0x00, 0x2C, 0x02, 0x01, 0x04, .. Encoding.ASCII.GetBytes(world.Bench.Profile.CodePorteur)]);

    [When(@"^le logiciel demande une signature$")]
    public void AskForSignature()
    {
        world.Bench.Fetch([0x00, 0xA4, 0x09, 0x0C, 0x04, 0x3F, 0x00, 0x00, 0x01]);
        world.Bench.Fetch([0x00, 0x22, 0x41, 0xB6, 0x06, 0x80, 0x01, 0x42, 0x84, 0x01, 0x81]);
        world.Bench.Send([0x00, 0x2A, 0x9E, 0x9A, 0x20, .. Hash]);
    }

    [When(@"^le logiciel demande une authentification$")]
    public void AskForAuthentication()
    {
        world.Bench.Fetch([0x00, 0xA4, 0x09, 0x0C, 0x04, 0x3F, 0x00, 0x00, 0x01]);
        world.Bench.Fetch([0x00, 0x22, 0x41, 0xA4, 0x06, 0x80, 0x01, 0x02, 0x84, 0x01, 0x82]);
        world.Bench.Send([0x00, 0x88, 0x00, 0x00, 0x33, .. Convert.FromHexString("3031300D060960864801650304020105000420"), .. Hash]);
    }

    [Then(@"^l'authentification est vérifiée par le certificat de la carte$")]
    public void AuthenticationIsRight()
    {
        byte[] signature = world.Bench.Fetch([0x00, 0xC0, 0x00, 0x00, 0x00]);
        using RSA key = world.Bench.Certificate.GetRSAPublicKey()!;
        Assert.That(key.VerifyHash(Hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Then(@"^la carte répond ""(.+)""$")]
    public void Answers(string expected) => Compare(expected);

    [Then(@"^la carte répond ainsi :$")]
    public void AnswersOneByOne(Table commands)
    {
        foreach (TableRow row in commands.Rows)
        {
            Send(row["commande"]);
            Compare(row["réponse"], row["commande"]);
        }
    }

    [Then(@"^la carte donne l'ATR ""(.+)""$")]
    public void HasAtr(string expected) => Assert.That(Hexadecimal.Format(world.Bench.Atr), Is.EqualTo(expected));

    [Then(@"^le logiciel apprend que la carte (a été retirée|n'a pas répondu)$")]
    public void PcscTells(string what) =>
        Assert.That(world.Bench.Error, Is.EqualTo(what == "a été retirée" ? PcscError.NoSmartCard : PcscError.NotTransacted));

    [Then(@"^le logiciel ne retrouve plus la carte$")]
    public void PcscHasLostTheCard()
    {
        world.Bench.WaitUntilGone();
        Send("00 B0 9C 00 0C");
        Assert.That(world.Bench.Error, Is.EqualTo(PcscError.RemovedCard));
    }

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));

    private void Present(byte reference, string code) =>
        world.Bench.Send([0x00, 0x20, 0x00, reference, (byte)code.Length, .. Encoding.ASCII.GetBytes(code)]);

    // ** stands for any byte, … for any bytes.
    private void Compare(string expected, string command = "")
    {
        byte[] answer = world.Bench.Answer;
        BytePattern[] parts = [.. expected.Split('…', 2).Select(Pattern)];
        int after = answer.Length - parts[^1].Length;
        bool matches = parts.Length == 1
            ? parts[0].IsMatch(answer)
            : after >= parts[0].Length && parts[0].IsBeginningOf(answer) && BytePattern.Open(after, parts[1]).IsMatch(answer);
        Assert.That(matches, $"{command} attendu : {expected} ; reçu : {Hexadecimal.Format(answer)}{world.Bench.Error}");
    }

    private static BytePattern Pattern(string text) => BytePattern.TryParse(text, out BytePattern pattern)
        ? pattern
        : throw new FormatException($"« {text} » : des octets en hexadécimal sont attendus, « ** » pour un octet quelconque, et au plus un « … ».");
}
