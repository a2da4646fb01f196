using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>A command in parts is the command.</summary>
public sealed class ChainingPropertyTests
{
    private const string Application = "00 A4 09 0C 04 3F00 0001";
    private const string Code = "00 20 00 01 04 31323334";
    private const int Times = 100;

    [Test]
    public void A_hash_in_parts_is_signed_like_the_whole() => Always.Holds(
        Any.PiecesOf(34, longest: 34),
        pieces =>
        {
            const string Hash = "9020000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";
            return Signed(terminal => terminal.Send("00 2A 90 A0 22" + Hash)) == Signed(terminal => Chain(terminal, "2A90A0", Hash, pieces));
        },
        Times);

    [Test]
    public void A_hash_to_sign_in_parts_gives_the_signature_of_the_whole() => Always.Holds(
        Any.PiecesOf(32, longest: 32),
        pieces =>
        {
            string hash = new('5', 64);
            CardTerminal terminal = Ready("00 22 41 B6 06 80 01 42 84 01 81");
            string whole = terminal.Fetch("00 2A 9E 9A 20" + hash);
            string last = Chain(terminal, "2A9E9A", hash, pieces);
            return last == "6100" && terminal.Fetch("00 C0 00 00 00") == whole;
        },
        Times);

    [Test]
    public void A_cryptogram_is_deciphered_however_it_is_cut() => Always.Holds(
        Any.PiecesOf(257, longest: 255),
        pieces =>
        {
            using RSA key = TestCards.Keys.AuthenticationCertificate.GetRSAPublicKey()!;
            string cryptogram = "81" + Convert.ToHexString(key.Encrypt("secret"u8.ToArray(), RSAEncryptionPadding.Pkcs1));
            CardTerminal terminal = Ready("00 22 41 B8 06 80 01 1A 84 01 82");
            return Chain(terminal, "2A8086", cryptogram, pieces) == "6106" && terminal.Send("00 C0 00 00 06") == "7365637265749000";
        },
        Times);

    [Test]
    public void Any_command_in_between_ends_the_chain() => Always.Holds(
        Any.Command.Where(command => command is [0x00, not (0x2A or 0xC0), _, _]),
        command =>
        {
            CardTerminal terminal = Ready("00 22 41 AA 03 80 01 40");
            terminal.Send("10 2A 90 A0 10 9020 0102030405060708090A0B0C0D0E");
            terminal.Send(Convert.ToHexString(command));
            return terminal.Send("00 2A 90 A0 12 0F101112131415161718191A1B1C1D1E1F20") is "6A80";
        },
        Times);

    private static string Signed(Func<CardTerminal, string> hash)
    {
        CardTerminal terminal = Ready("00 22 41 AA 03 80 01 40", "00 22 41 B6 06 80 01 42 84 01 81");
        return hash(terminal) + terminal.Fetch("00 2A 9E 9A 00");
    }

    private static CardTerminal Ready(params string[] commands)
    {
        var terminal = new CardTerminal();
        terminal.Run([Application, Code, .. commands]);
        return terminal;
    }

    // All parts but the last must be accepted.
    private static string Chain(CardTerminal terminal, string header, string data, int[] pieces)
    {
        for (int i = 0; ; i++)
        {
            string part = $"{header}{pieces[i]:X2}" + data[..(2 * pieces[i])];
            data = data[(2 * pieces[i])..];
            if (data.Length == 0)
            {
                return terminal.Send("00" + part);
            }

            if (terminal.Send("10" + part) is not "9000" and var refusal)
            {
                return refusal;
            }
        }
    }
}
