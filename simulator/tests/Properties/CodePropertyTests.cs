using CardConformance.Fuzz.Replays;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;
using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>What the counters of a code do, whatever is sent.</summary>
public sealed class CodePropertyTests
{
    private static readonly byte[] CodePorteur = "1234"u8.ToArray();

    [Test]
    public void A_wrong_code_costs_exactly_one_try() => Always.Holds(
        Any.CodeOf(4).Where(code => !code.SequenceEqual(CodePorteur)),
        code =>
        {
            var terminal = new CardTerminal();
            string presented = "00 20 00 01 04" + Convert.ToHexString(code);
            string[] answers = [.. Enumerable.Repeat(presented, 4).Select(terminal.Send)];
            return answers is ["63C2", "63C1", "63C0", "6983"];
        });

    [Test]
    public void A_code_of_any_other_length_costs_none() => Always.Holds(
        from length in Gen.Choose(1, 255) where length != 4 from code in Any.CodeOf(length) select code,
        code =>
        {
            var terminal = new CardTerminal();
            string data = $"{code.Length:X2}" + Convert.ToHexString(code);
            return terminal.Send("00 20 00 01" + data) == "6700"
                && (code.Length == 8 || terminal.Send("00 24 00 01" + data) == "6700")
                && terminal.Send("00 20 00 01 00") == "63C3";
        });

    [Test]
    public void A_right_beginning_with_something_behind_it_is_no_right_code() => Always.Holds(
        from length in Gen.Choose(1, 251) from rest in Any.CodeOf(length) select rest,
        rest =>
        {
            var terminal = new CardTerminal();
            terminal.Send($"00 20 00 01 {4 + rest.Length:X2} 31323334" + Convert.ToHexString(rest));
            return terminal.Send("00 20 00 01 00") == "63C3";
        });

    [Test]
    public void A_blocked_code_never_verifies() => Always.Holds(Any.Session, session =>
    {
        VirtualCard card = TestCards.New();
        Pin code = card.State.FindPin(1)!;
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        foreach (ReplayStep step in session.Steps.Prepend(Send("00 20 00 01 04 30303030")).Prepend(Send("00 24 00 01 08 3030303030303030")))
        {
            bool wasBlocked = code.Blocked;
            step.Perform(card, response);
            if (code.Verified && (wasBlocked || code.Blocked))
            {
                return false;
            }
        }

        return true;
    });

    [Test]
    public void No_command_frees_a_blocked_code_but_the_one_for_it() => Always.Holds(
        Any.SessionOf(Any.Command.Where(command => command is not [0x00, 0x2C, ..])),
        session =>
        {
            VirtualCard card = TestCards.New();
            var terminal = new CardTerminal(card);
            for (int i = 0; i < 3; i++)
            {
                terminal.Send("00 20 00 01 04 30303030");
            }

            session.Play(card);
            return terminal.Send("00 20 00 01 04 31323334") == "6983" && terminal.Send("00 24 00 01 08 31323334 31323334") == "6983";
        });

    [Test]
    public void A_counter_rises_only_with_a_right_code() => Always.Holds(Any.Session, session =>
    {
        VirtualCard card = TestCards.New();
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        return session.Steps.All(step =>
        {
            int[] before = TriesLeft(card);
            bool mayUnblock = card.State.FindPin(2)!.Verified;
            step.Perform(card, response);
            return !TriesLeft(card).Zip(before).Any(tries => tries.First > tries.Second) || HasARightCode(step.Command.Span, card, mayUnblock);
        });
    });

    [Test]
    public void A_counter_falls_by_one_at_most_and_only_with_63CX() => Always.Holds(Any.Session, session =>
    {
        VirtualCard card = TestCards.New();
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        return session.Steps.All(step =>
        {
            int[] before = TriesLeft(card);
            int length = step.Perform(card, response);
            int fallen = before.Zip(TriesLeft(card)).Sum(tries => Math.Max(0, tries.First - tries.Second));
            return fallen == 0 || (fallen == 1 && length == 2 && response[0] == 0x63);
        });
    });

    [Test]
    public void After_a_change_only_the_new_code_is_right() => Always.Holds(
        Any.CodeOf(4).Where(code => !code.SequenceEqual(CodePorteur)),
        code =>
        {
            var terminal = new CardTerminal();
            string digits = Convert.ToHexString(code);
            return terminal.Send("00 24 00 01 08 31323334" + digits) == "9000"
                && terminal.Send("00 20 00 01 04 31323334") == "63C2"
                && terminal.Send("00 20 00 01 04" + digits) == "9000";
        });

    private static int[] TriesLeft(VirtualCard card) => [.. card.State.Pins.Select(pin => pin.TriesLeft)];

    // A code in VERIFY or CHANGE REFERENCE DATA that the card has accepted, or a new one behind the code de déblocage.
    private static bool HasARightCode(ReadOnlySpan<byte> command, VirtualCard card, bool mayUnblock) => command switch
    {
        [0x00, 0x20, 0x00, var code, ..] => card.State.FindPin(code) is { Verified: true },
        [0x00, 0x24, 0x00, 0x01, 0x08, ..] => card.State.FindPin(1) is { Verified: true },
        [0x00, 0x2C, 0x02, 0x01, 0x04, ..] => mayUnblock,
        _ => false,
    };

    private static ReplayStep Send(string command) => ReplayStep.Parse(command);
}
