using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>Over the contactless interface there is nothing to prove and nothing to change.</summary>
public sealed class ContactlessPropertyTests
{
    [Test]
    public void Nothing_changes_what_the_card_holds() => Always.Holds(Generations.SessionWith(Generations.Contactless), session =>
    {
        VirtualCard card = Generations.New(Generations.Contactless);
        var contents = new ContentRules(card.State);
        session.Play(card);
        contents.Check();
        return true;
    });

    [Test]
    public void No_command_for_codes_is_carried_out() => Always.Holds(Generations.SessionWith(Generations.Contactless), session =>
    {
        VirtualCard card = Generations.New(Generations.Contactless);
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        return session.Steps.All(step =>
            step.Perform(card, response) == 0 || step.Command.Span is not [0x00, 0x20 or 0x24 or 0x2C or 0xD6, ..] || response[0] is 0x67 or 0x69 or 0x6A);
    });

    [Test]
    public void The_technical_key_authenticates_whatever_came_before() => Always.Holds(
        Generations.SessionWith(Generations.Contactless),
        session =>
        {
            VirtualCard card = Generations.New(Generations.Contactless);
            session.Play(card);
            var terminal = new CardTerminal(card);
            terminal.Run("00 A4 04 0C 0D E828BD080F8025000001FF0020", "00 22 41 A4 06 800102840183");
            byte[] hash = SHA256.HashData("Badge"u8);
            string answer = terminal.Fetch($"00 88 00 00 33 3031300D060960864801650304020105000420{Convert.ToHexString(hash)} 00");
            using RSA key = TestCards.Keys.AuthenticationCertificate.GetRSAPublicKey()!;
            return key.VerifyHash(hash, Convert.FromHexString(answer[..^4]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        },
        times: 100);

    [Test]
    public void No_other_key_use_is_allowed() => Always.Holds(
        Generations.SessionWith(Generations.Contactless),
        session =>
        {
            VirtualCard card = Generations.New(Generations.Contactless);
            session.Play(card);
            var terminal = new CardTerminal(card);
            terminal.Run("00 A4 04 0C 0D E828BD080F8025000001FF0020", "00 22 41 B6 06 800142840183", "00 22 41 B8 06 80011A840183");
            return terminal.Send("00 2A 9E 9A 20" + new string('1', 64)) == "6982" && terminal.Send("00 2A 80 86 02 8100") == "6982";
        },
        times: 100);
}
