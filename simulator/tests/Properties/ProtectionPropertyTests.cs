using CardConformance.Simulator.Card;
using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>What needs the code porteur is out of reach without it, whatever came before; and within reach with it.</summary>
public sealed class ProtectionPropertyTests
{
    private const string Application = "00 A4 09 0C 04 3F00 0001";

    [Test]
    public void Practice_situation_is_read_with_the_code_and_not_without() => Always.Holds(Any.Session, session =>
    {
        CardTerminal terminal = After(session);
        terminal.Send("00 A4 09 0C 06 3F00 0001 D120");
        return terminal.Send("00 B0 00 00 01") == (Verified(terminal) ? "EE9000" : "6982");
    });

    [Test]
    public void CPS2ter_files_are_read_with_the_code_and_not_without() => Always.Holds(Any.Session, session =>
    {
        CardTerminal terminal = After(session);
        string expected = Verified(terminal) ? "EE9000" : "9804";
        return ReadCps2ter(terminal, "3F00", "4010") == expected && ReadCps2ter(terminal, "7F01", "4000") == expected;
    });

    [Test]
    public void CPS_DATA_is_changed_with_the_code_and_not_without() => Always.Holds(Any.Session, session =>
    {
        CardTerminal terminal = After(session);
        terminal.Send("00 A4 09 0C 06 3F00 0001 D107");
        string before = terminal.Send("00 B0 00 00 01");
        string written = before == "779000" ? "88" : "77";
        bool allowed = Verified(terminal);
        return terminal.Send("00 D6 00 00 01" + written) == (allowed ? "9000" : "6982")
            && terminal.Send("00 B0 00 00 01") == (allowed ? written + "9000" : before);
    });

    [Test]
    public void Keys_work_with_the_code_and_not_without() => Always.Holds(
        Any.Session,
        session =>
        {
            CardTerminal terminal = After(session);
            terminal.Run(Application, "00 22 41 A4 06 80 01 02 84 01 82", "00 22 41 B6 06 80 01 42 84 01 81", "00 22 41 B8 06 80 01 1A 84 01 82");
            bool allowed = Verified(terminal);
            bool signs = terminal.Send("00 2A 9E 9A 20" + new string('1', 64)) == (allowed ? "6100" : "6982");
            bool authenticates = terminal.Send("00 88 00 00 33 3031300D060960864801650304020105000420" + new string('1', 64)) == (allowed ? "6100" : "6982");

            // A cryptogram of the wrong length: refused for that, but only once the code has been checked.
            bool deciphers = terminal.Send("00 2A 80 86 02 8100") == (allowed ? "6700" : "6982");
            return signs && authenticates && deciphers;
        },
        times: 200);

    [Test]
    public void No_session_without_the_code_shows_what_is_protected() => Always.Holds(
        Any.SessionOf(Any.Command.Where(command => command is not ([_, 0x20 or 0x24 or 0x2C, ..]))),
        session =>
        {
            VirtualCard card = TestCards.New();
            byte[] situation = card.State.ContentOf(card.State.Layout.KeyDirectory.FindFile(0xD120)!).ToArray();
            byte[] response = new byte[VirtualCard.MaxResponseLength];
            return session.Steps.All(step =>
            {
                int length = step.Perform(card, response);

                // Six bytes of it that stand in no other file.
                return response.AsSpan(0, length).IndexOf(situation.AsSpan(4, 6)) < 0;
            });
        });

    private static CardTerminal After(Session session)
    {
        VirtualCard card = TestCards.New();
        session.Play(card);
        return new(card);
    }

    private static string ReadCps2ter(CardTerminal terminal, string directory, string file)
    {
        terminal.Send("A0 A4 00 00 02" + directory);
        terminal.Send("A0 A4 00 00 02" + file);
        return terminal.Send("A0 B0 00 00 01");
    }

    private static bool Verified(CardTerminal terminal) => terminal.Send("00 20 00 01 00") == "9000";
}
