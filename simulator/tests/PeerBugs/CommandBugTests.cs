using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.PeerBugs;

/// <summary>What other virtual cards do wrong with commands, seen by trying them or in their source, and what ISO 7816 says instead.</summary>
public sealed class CommandBugTests
{
    private const string Application = "00 A4 09 0C 04 3F00 0001";
    private const string AskForTries = "00 20 00 01 00";
    private const string RightCode = "00 20 00 01 04 31323334";
    private const string WrongCode = "00 20 00 01 04 30303030";
    private const string Hash = "1111111111111111111111111111111111111111111111111111111111111111";

    private readonly CardTerminal _terminal = new();

    // vicc: 6A80.
    [Test]
    public void A_wrong_Lc_is_not_called_wrong_data() => Assert.That(_terminal.Send("00 A4 00 0C 05 3F00"), Is.EqualTo("6700"));

    // vicc: each question costs a try.
    [Test]
    public void Three_questions_for_the_tries_left_do_not_block_the_code()
    {
        string[] answers = [.. Enumerable.Repeat(AskForTries, 4).Select(_terminal.Send)];
        Assert.That(answers, Has.All.EqualTo("63C3"));
        Assert.That(_terminal.Send(RightCode), Is.EqualTo("9000"));
    }

    // vicc: 6300.
    [Test]
    public void A_question_for_the_tries_left_is_not_answered_without_them()
    {
        _terminal.Send(WrongCode);
        Assert.That(_terminal.Send(AskForTries), Is.EqualTo("63C2"));
    }

    // virt_cacard: 6A88.
    [Test]
    public void A_question_for_the_tries_left_is_not_answered_as_if_there_were_no_code() =>
        Assert.That(_terminal.Send(AskForTries), Is.EqualTo("63C3"));

    // vicc: 6300, three times.
    [Test]
    public void A_wrong_code_is_not_answered_without_the_tries_left() =>
        Assert.That(
            new[] { _terminal.Send(WrongCode), _terminal.Send(WrongCode), _terminal.Send(WrongCode), _terminal.Send(WrongCode) },
            Is.EqualTo(["63C2", "63C1", "63C0", "6983"]));

    // virt_cacard: 6985.
    [Test]
    public void A_wrong_code_is_not_called_a_condition_that_is_missing() => Assert.That(_terminal.Send(WrongCode), Is.EqualTo("63C2"));

    // vicc: files have no access rule.
    [TestCase("00 A4 09 0C 06 3F00 0001 D120", "00 B0 00 00 01", "6982", TestName = "A_code_does_not_leave_the_practice_situation_open")]
    [TestCase("00 A4 09 0C 06 3F00 0001 D107", "00 D6 00 00 01 FF", "6982", TestName = "A_code_does_not_leave_CPS_DATA_open_to_changes")]
    [TestCase("A0 A4 00 00 02 4010", "A0 B0 00 00 01", "9804", TestName = "A_code_does_not_leave_the_CPS2ter_situation_open")]
    public void A_code_does_not_leave_files_open(string select, string command, string expected)
    {
        _terminal.Send(select);
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
    }

    // vicc: keys have no access rule.
    [TestCase("00 22 41 B6 06 80 01 42 84 01 81", "00 2A 9E 9A 20" + Hash, TestName = "A_code_does_not_leave_the_signature_key_open")]
    [TestCase("00 22 41 A4 06 80 01 02 84 01 82", "00 88 00 00 20" + Hash, TestName = "A_code_does_not_leave_the_authentication_key_open")]
    [TestCase("00 22 41 B8 06 80 01 1A 84 01 82", "00 2A 80 86 02 8100", TestName = "A_code_does_not_leave_deciphering_open")]
    public void A_code_does_not_leave_keys_open(string environment, string command) =>
        Assert.That(_terminal.Run(Application, environment, command), Is.EqualTo("6982"));

    // vicc: a TypeError, and the process is gone.
    [TestCase("00 24 00 01 08 31323334 34333231", "9000", TestName = "A_change_of_the_code_does_not_end_the_card")]
    [TestCase("00 24 00 01 08 30303030 34333231", "63C2", TestName = "A_change_with_a_wrong_code_does_not_end_the_card")]
    [TestCase("00 24 00 01", "6700", TestName = "A_change_without_codes_does_not_end_the_card")]
    public void CHANGE_REFERENCE_DATA_does_not_end_the_card(string command, string expected)
    {
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
        Assert.That(_terminal.Send("00 84 00 00 08"), Does.EndWith("9000"));
    }

    // vicc: four bytes, then 6104.
    [Test]
    public void A_short_challenge_does_not_announce_bytes_that_nobody_asked_for()
    {
        Assert.That(_terminal.Send("00 84 00 00 04"), Has.Length.EqualTo(2 * (4 + 2)).And.EndsWith("9000"));
        Assert.That(_terminal.Send("00 C0 00 00 04"), Is.EqualTo("6985"));
    }

    // virt_cacard: 6D00.
    [Test]
    public void GET_CHALLENGE_is_not_an_unknown_instruction() =>
        Assert.That(_terminal.Send("00 84 00 00 08"), Has.Length.EqualTo(2 * (8 + 2)).And.EndsWith("9000"));

    // vicc: the file, then 6282.
    [Test]
    public void Le_00_is_not_called_too_long_for_a_short_file()
    {
        _terminal.UseT1();
        Assert.That(_terminal.Send("00 B0 9C 00 00"), Has.Length.EqualTo(2 * (12 + 2)).And.EndsWith("9000"));
    }

    // vicc: 61FF.
    [Test]
    public void More_than_255_bytes_are_not_announced_as_255()
    {
        _terminal.Run(Application, RightCode, "00 22 41 B6 06 80 01 42 84 01 81");
        Assert.That(_terminal.Send("00 2A 9E 9A 20" + Hash), Is.EqualTo("6100"));
        Assert.That(_terminal.Send("00 C0 00 00 01"), Does.EndWith("61FF"), "now it is 255");
    }

    // vicc: carried out as if bit 5 of CLA were not there.
    [Test]
    public void A_part_of_a_command_is_not_carried_out_as_if_it_were_the_whole()
    {
        _terminal.Run("00 A4 02 0C 02 D003");
        Assert.That(_terminal.Send("10 A4 00 0C 02 3F00"), Is.EqualTo("6884"));
        Assert.That(_terminal.Send("00 B0 00 00 02"), Is.EqualTo("5A0A9000"), "the file is still selected");
        Assert.That(_terminal.Send("10 20 00 01 04 30303030"), Is.EqualTo("6884"));
        Assert.That(_terminal.Send(AskForTries), Is.EqualTo("63C3"));
    }

    [Test]
    public void A_part_of_a_PSO_is_not_signed_as_if_it_were_the_whole()
    {
        _terminal.Run(Application, RightCode, "00 22 41 B6 06 80 01 42 84 01 81");
        Assert.That(_terminal.Send("10 2A 9E 9A 20" + Hash), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("00 C0 00 00 00"), Is.EqualTo("6985"), "nothing was made of it");
    }

    // vicc: CREATE FILE prints its arguments.
    [Test]
    public void Nothing_that_a_card_gets_is_printed()
    {
        Assert.That(_terminal.Send("00 E0 00 00 0A 6208 8002 0010 8302 1234"), Is.EqualTo("6D00"));
        Assert.That(typeof(VirtualCard).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name), Has.None.EqualTo("System.Console"));
    }

    // vicc: a reset only forgets the current file.
    [Test]
    public void A_reset_does_not_leave_the_code_verified_nor_a_key_set()
    {
        _terminal.Run(Application, RightCode, "00 22 41 B6 06 80 01 42 84 01 81");
        _terminal.Card.Reset();
        Assert.That(_terminal.Send(AskForTries), Is.EqualTo("63C3"));
        Assert.That(_terminal.Run(RightCode, "00 2A 9E 9A 20" + Hash), Is.EqualTo("6985"));
    }
}
