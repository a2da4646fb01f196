using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;
using FsCheck;
using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>What a CPS4 does in its own manner: channel, codes and keys.</summary>
public sealed class Cps4PropertyTests
{
    private const string OpenChannel = "01 A4 04 0C 08 80250000 01FF0100";
    private const string Application = "01 A4 08 0C 02 0001";
    private const string Code = "01 20 00 01 04 31323334";
    private const string UnblockingCode = "01 20 00 02 08 3132333435363738";

    private static readonly byte[] CodePorteur = "1234"u8.ToArray();

    private static Arbitrary<Session> AnySession => Generations.SessionWith(Generations.Cps4);

    [Test]
    public void Before_its_channel_is_open_a_card_hears_nothing_but_a_SELECT_by_name() => Always.Holds(
        Generations.CommandFor(Generations.Cps4).Where(command => command is [0x01 or 0x11, ..] and not [_, 0xA4, 0x04, ..]),
        command =>
        {
            VirtualCard card = Generations.New(Generations.Cps4);
            var before = new CardSnapshot(card.State);
            string answer = new CardTerminal(card).Send(Convert.ToHexString(command));
            return answer is "6881" or "6700" && new CardSnapshot(card.State).ChangedSince(before) == CardParts.None;
        });

    [Test]
    public void A_wrong_code_costs_exactly_one_try() => Always.Holds(
        Any.CodeOf(4).Where(code => !code.SequenceEqual(CodePorteur)),
        code =>
        {
            CardTerminal terminal = Open();
            string presented = "01 20 00 01 04" + Convert.ToHexString(code);
            string[] answers = [.. Enumerable.Repeat(presented, 4).Select(terminal.Send)];
            return answers is ["63C2", "63C1", "63C0", "6983"];
        });

    [Test]
    public void A_code_of_any_other_length_costs_none() => Always.Holds(
        from length in Gen.Choose(1, 255) where length != 4 from code in Any.CodeOf(length) select code,
        code =>
        {
            CardTerminal terminal = Open();
            return terminal.Send($"01 20 00 01 {code.Length:X2}" + Convert.ToHexString(code)) == "6700" && terminal.Send("01 20 00 01") == "63C3";
        });

    [Test]
    public void No_command_frees_a_blocked_code_but_the_one_for_it() => Always.Holds(
        Any.SessionOf(Generations.CommandFor(Generations.Cps4).Where(command => command is not [0x01, 0x2C, ..])),
        session =>
        {
            VirtualCard card = Generations.New(Generations.Cps4);
            CardTerminal terminal = Open(card);
            for (int i = 0; i < 3; i++)
            {
                terminal.Send("01 20 00 01 04 30303030");
            }

            session.Play(card);
            terminal.Send(OpenChannel);
            return terminal.Send(Code) == "6983" && terminal.Send("01 24 01 01 04 31323334") is "6982" or "6983" && terminal.Send(Code) == "6983";
        });

    [Test]
    public void A_counter_rises_with_the_right_code_or_the_code_de_deblocage_only() => Always.Holds(AnySession, session =>
    {
        VirtualCard card = Generations.New(Generations.Cps4);
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        return session.Steps.All(step =>
        {
            int[] before = TriesLeft(card);
            bool mayUnblock = card.State.FindPin(2)!.Verified;
            int length = step.Perform(card, response);
            bool risen = TriesLeft(card).Zip(before).Any(tries => tries.First > tries.Second);
            return !risen || (length == 2 && response[0] == 0x90 && step.Command.Span switch
            {
                [0x01, 0x20, 0x00, var code, ..] => card.State.FindPin(code) is { Verified: true },
                [0x01, 0x2C, 0x03, 0x81, ..] => mayUnblock,
                _ => false,
            });
        });
    });

    [Test]
    public void New_digits_are_the_only_right_ones() => Always.Holds(
        Any.CodeOf(4).Where(code => !code.SequenceEqual(CodePorteur)),
        code =>
        {
            string digits = Convert.ToHexString(code);
            return new[] { Code, UnblockingCode }.All(proof =>
            {
                CardTerminal terminal = Open();
                return terminal.Run(proof, "01 24 01 01 04" + digits) == "9000"
                    && terminal.Send(Code) == "63C2"
                    && terminal.Send("01 20 00 01 04" + digits) == "9000";
            });
        });

    [Test]
    public void What_needs_the_code_is_had_with_it_and_not_without() => Always.Holds(
        AnySession,
        session =>
        {
            VirtualCard card = Generations.New(Generations.Cps4);
            session.Play(card);
            CardTerminal terminal = Open(card);
            bool allowed = card.State.FindPin(1)!.Verified;
            terminal.Send("01 A4 08 0C 04 0001 D120");
            bool reads = terminal.Send("01 B0 00 00 01") == (allowed ? "EE9000" : "6982");
            terminal.Run(Application, "01 22 81 B6 04 91022890", "01 22 41 B8 03 830120");

            // Of a wrong length: refused for that, but only once the code has been checked.
            string refusal = allowed ? "6700" : "6982";
            return reads && terminal.Send("01 2A 9E 9A 02 0102") == refusal && terminal.Send("01 2A 80 86 02 0102") == refusal;
        });

    [Test]
    public void A_block_in_parts_gives_what_the_whole_gives() => Always.Holds(
        Any.PiecesOf(256, longest: 255),
        pieces =>
        {
            string block = "00" + string.Concat(Enumerable.Repeat("42", 255));
            return Computed(block, [255, 1]) == Computed(block, pieces);
        },
        times: 50);

    private static string Computed(string block, int[] pieces)
    {
        CardTerminal terminal = Open();
        terminal.Run(Application, Code, "01 22 41 B8 03 830120");
        for (int i = 0; i < pieces.Length; i++)
        {
            string part = $"2A8086{pieces[i]:X2}" + block[..(2 * pieces[i])];
            block = block[(2 * pieces[i])..];
            if (block.Length == 0)
            {
                return terminal.Fetch("01" + part);
            }

            Assert.That(terminal.Send("11" + part), Is.EqualTo("9000"));
        }

        throw new ArgumentException("The pieces are fewer than the whole.", nameof(pieces));
    }

    private static CardTerminal Open() => Open(Generations.New(Generations.Cps4));

    private static CardTerminal Open(VirtualCard card)
    {
        var terminal = new CardTerminal(card);
        terminal.Run(OpenChannel);
        return terminal;
    }

    private static int[] TriesLeft(VirtualCard card) => [.. card.State.Pins.Select(pin => pin.TriesLeft)];
}
