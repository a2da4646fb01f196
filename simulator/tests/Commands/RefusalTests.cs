using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Commands;

/// <summary>
/// Refusals that the tests of each command leave out: class, instruction, parameters, Lc, Le, file, object and order. Every one of
/// them leaves the card as it was.
/// </summary>
public sealed class RefusalTests
{
    private const string Nothing = "";
    private const string Verified = "00 20 00 01 04 31323334";
    private const string Deblocage = "00 20 00 02 08 3132333435363738";
    private const string Application = "00 A4 09 0C 04 3F00 0001";
    private const string SerialNumber = "00 A4 09 0C 04 3F00 D003";
    private const string BusinessData = "00 A4 09 0C 06 3F00 0001 D107";
    private const string Authentication = Application + ";00 22 41 A4 06 80 01 02 84 01 82;" + Verified;
    private const string Signature = Application + ";00 22 41 B6 06 80 01 42 84 01 81;" + Verified;
    private const string Deciphering = Application + ";00 22 41 B8 06 80 01 1A 84 01 82;" + Verified;
    private const string Digest = "1111111111111111111111111111111111111111111111111111111111111111";

    // An answer not fetched and a chain not finished end with the next command, refused or not.
    private const CardParts Unfinished = CardParts.Pending | CardParts.Chain | CardParts.Cps2terPending;

    private readonly VirtualCard _card = TestCards.New();

    private static IEnumerable<byte> Instructions =>
        [0x20, 0x22, 0x24, 0x2A, 0x2C, 0x84, 0x88, 0xA4, 0xB0, 0xC0, 0xCB, 0xD6];

    [TestCase(Nothing, "00 A4 01 0C 02 0001", "6A86", TestName = "SELECT_with_the_P1_of_a_child")]
    [TestCase(Nothing, "00 A4 0A 0C 02 2F00", "6A86", TestName = "SELECT_with_the_P1_of_nothing")]
    [TestCase(Nothing, "00 A4 02 08 02 2F00", "6A86", TestName = "SELECT_for_management_data")]
    [TestCase(Nothing, "00 A4 02 01 02 2F00", "6A86", TestName = "SELECT_of_the_last_occurrence")]
    [TestCase(Nothing, "00 A4 02 02 02 2F00", "6A86", TestName = "SELECT_of_the_next_occurrence")]
    [TestCase(Nothing, "00 A4 00 0C 01 3F", "6700", TestName = "SELECT_of_one_byte")]
    [TestCase(Nothing, "00 A4 02 0C", "6700", TestName = "SELECT_of_no_file")]
    [TestCase(Application, "00 A4 03 0C 02 3F00", "6700", TestName = "SELECT_of_the_parent_with_a_name")]
    [TestCase(Nothing, "00 A4 04 0C", "6700", TestName = "SELECT_of_no_application")]
    [TestCase(Nothing, "00 A4 04 0C 11 E828BD080F8025000001FF001000000000", "6700", TestName = "SELECT_of_a_name_of_17_bytes")]
    [TestCase(Nothing, "00 A4 04 0C 10 E828BD080F8025000001FF0010000000", "6A82", TestName = "SELECT_of_an_unknown_name_of_16_bytes")]
    [TestCase(Nothing, "00 A4 04 0C 01 E8", "6A82", TestName = "SELECT_of_an_unknown_name_of_one_byte")]
    [TestCase(Nothing, "00 A4 08 0C", "6700", TestName = "SELECT_of_no_path")]
    [TestCase(Nothing, "00 A4 08 0C 03 0001 50", "6700", TestName = "SELECT_of_half_a_path")]
    [TestCase(Nothing, "00 A4 09 0C", "6700", TestName = "SELECT_of_no_relative_path")]
    [TestCase(Nothing, "00 A4 08 0C 04 3F00 0001", "6A82", TestName = "SELECT_of_the_master_file_below_itself")]
    [TestCase(Nothing, "00 A4 09 0C 04 0002 5031", "6A82", TestName = "SELECT_through_an_unknown_directory")]
    [TestCase(Application, "00 A4 02 0C 02 0001", "6A82", TestName = "SELECT_of_the_directory_it_is_in")]
    public void Select(string before, string command, string expected) => Refuses(before, command, expected);

    [TestCase(SerialNumber, "00 B0 00 00", "6700", TestName = "READ_BINARY_without_Le")]
    [TestCase(SerialNumber, "00 B0 00 00 02 0102 0C", "6700", TestName = "READ_BINARY_with_data_and_Le")]
    [TestCase(SerialNumber, "00 B0 A0 00 01", "6A86", TestName = "READ_BINARY_with_bit_6_of_P1")]
    [TestCase(SerialNumber, "00 B0 C0 00 01", "6A86", TestName = "READ_BINARY_with_bit_7_of_P1")]
    [TestCase(SerialNumber, "00 B0 80 00 01", "6A82", TestName = "READ_BINARY_with_short_identifier_0")]
    [TestCase(SerialNumber, "00 B0 9F 00 01", "6A82", TestName = "READ_BINARY_with_short_identifier_31")]
    [TestCase(SerialNumber, "00 B0 9C 0C 01", "6B00", TestName = "READ_BINARY_by_short_identifier_at_the_end")]
    [TestCase(SerialNumber, "00 B1 00 00 01", "6D00", TestName = "READ_BINARY_with_odd_instruction")]
    [TestCase(Application, "00 B0 00 00 01", "6986", TestName = "READ_BINARY_of_a_directory")]
    [TestCase(Application, "00 B0 9C 00 01", "6A82", TestName = "READ_BINARY_by_a_short_identifier_of_another_directory")]
    [TestCase(Application + ";00 A4 02 0C 02 D120", "00 B0 7F FF 01", "6982", TestName = "READ_BINARY_beyond_the_end_of_a_protected_file")]
    public void ReadBinary(string before, string command, string expected) => Refuses(before, command, expected);

    [TestCase(BusinessData + ";" + Verified, "00 D6 00 00 00", "6700", TestName = "UPDATE_BINARY_with_Le_and_no_data")]
    [TestCase(BusinessData + ";" + Verified, "00 D6 7F FF 01 FF", "6B00", TestName = "UPDATE_BINARY_far_beyond_the_end")]
    [TestCase(BusinessData + ";" + Verified, "00 D7 00 00 01 FF", "6D00", TestName = "UPDATE_BINARY_with_odd_instruction")]
    [TestCase(BusinessData + ";" + Verified, "00 D0 00 00 01 FF", "6D00", TestName = "WRITE_BINARY")]
    [TestCase(Application + ";" + Verified, "00 D6 00 00 01 FF", "6986", TestName = "UPDATE_BINARY_of_a_directory")]
    [TestCase(BusinessData + ";" + Deblocage, "00 D6 00 00 01 FF", "6982", TestName = "UPDATE_BINARY_after_the_wrong_code")]
    [TestCase(Verified, "00 D6 9C 00 01 FF", "6982", TestName = "UPDATE_BINARY_by_short_identifier_of_a_file_of_the_issuer")]
    public void UpdateBinary(string before, string command, string expected) => Refuses(before, command, expected);

    [TestCase(SerialNumber + ";00 A4 02 04 02 D003", "00 C0 01 00 27", "6A86", TestName = "GET_RESPONSE_with_P1")]
    [TestCase(SerialNumber + ";00 A4 02 04 02 D003", "00 C0 00 00", "6700", TestName = "GET_RESPONSE_without_Le")]
    [TestCase(SerialNumber + ";00 A4 02 04 02 D003", "00 C0 00 00 01 FF", "6700", TestName = "GET_RESPONSE_with_data")]
    [TestCase(SerialNumber + ";00 A4 02 04 02 D003", "00 C0 00 00 28", "6C27", TestName = "GET_RESPONSE_for_one_byte_too_many")]
    public void GetResponse(string before, string command, string expected)
    {
        Refuses(before, command, expected);
        Assert.That(new CardTerminal(_card).Send("00 C0 00 00 27"), Has.Length.EqualTo(2 * (0x27 + 2)), "the answer is still there");
    }

    [TestCase(Nothing, "00 CB 00 FF 0A 4D 08 70 06 BF 81 01 02 A0 80", "6A86", TestName = "GET_DATA_with_another_P1")]
    [TestCase(Nothing, "00 CB 3F 00 0A 4D 08 70 06 BF 81 01 02 A0 80", "6A86", TestName = "GET_DATA_with_another_P2")]
    [TestCase(Nothing, "00 CA 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80", "6D00", TestName = "GET_DATA_with_even_instruction")]
    [TestCase(Nothing, "00 CB 3F FF 0A 5C 08 70 06 BF 81 01 02 A0 80", "6A80", TestName = "GET_DATA_with_a_tag_list")]
    [TestCase(Nothing, "00 CB 3F FF 0A 4D 08 71 06 BF 81 01 02 A0 80", "6A80", TestName = "GET_DATA_with_another_wrapper")]
    [TestCase(Nothing, "00 CB 3F FF 0B 4D 08 70 06 BF 81 01 02 A0 80 00", "6A80", TestName = "GET_DATA_with_a_byte_behind_the_list")]
    [TestCase(Nothing, "00 CB 3F FF 0B 4D 09 70 06 BF 81 01 02 A0 80 00", "6A80", TestName = "GET_DATA_with_a_byte_behind_the_wrapper")]
    [TestCase(Nothing, "00 CB 3F FF 0B 4D 09 70 07 BF 81 01 02 A0 80 00", "6A80", TestName = "GET_DATA_with_a_byte_behind_the_object")]
    [TestCase(Nothing, "00 CB 3F FF 0A 4D 08 70 06 BF 81 03 02 A0 80", "6A88", TestName = "GET_DATA_of_an_unknown_code")]
    [TestCase(Nothing, "00 CB 3F FF 0A 4D 08 70 06 BF FB 02 02 7B 80", "6A88", TestName = "GET_DATA_of_an_unknown_environment")]
    [TestCase(Nothing, "00 CB 3F FF 0A 4D 08 70 06 BF FB 01 02 A0 80", "6A80", TestName = "GET_DATA_of_a_part_that_an_environment_lacks")]
    [TestCase(Nothing, "00 CB 3F FF 09 4D 07 70 05 BF 81 01 01 A0", "6A80", TestName = "GET_DATA_without_the_length_80")]
    public void GetData(string before, string command, string expected) => Refuses(before, command, expected);

    [TestCase("00 21 00 01 04 31323334", "6D00", TestName = "VERIFY_with_odd_instruction")]
    [TestCase("00 20 00 00 04 31323334", "6A88", TestName = "VERIFY_of_code_0")]
    [TestCase("00 20 00 81 04 31323334", "6A88", TestName = "VERIFY_of_a_code_of_the_directory")]
    [TestCase("00 20 FF 01", "6A86", TestName = "VERIFY_that_takes_the_proof_back")]
    [TestCase("00 20 00 03", "6A88", TestName = "Tries_left_of_an_unknown_code")]
    [TestCase("00 24 00 00 08 31323334 34333231", "6A88", TestName = "CHANGE_REFERENCE_DATA_of_code_0")]
    [TestCase("00 24 02 01 08 31323334 34333231", "6A86", TestName = "CHANGE_REFERENCE_DATA_with_another_P1")]
    [TestCase("00 24 00 01", "6700", TestName = "CHANGE_REFERENCE_DATA_without_data")]
    [TestCase("00 24 00 01 07 31323334 343332", "6700", TestName = "CHANGE_REFERENCE_DATA_to_a_shorter_code")]
    [TestCase("00 2C 02 00 04 35363738", "6A88", TestName = "RESET_RETRY_COUNTER_of_code_0")]
    public void Codes(string command, string expected) => Refuses(Nothing, command, expected);

    [TestCase("00 2C 01 01 08 3132333435363738", "6A86", TestName = "RESET_RETRY_COUNTER_with_the_code_de_deblocage_only")]
    [TestCase("00 2C 02 01", "6700", TestName = "RESET_RETRY_COUNTER_without_a_new_code")]
    [TestCase("00 2C 02 01 05 3536373839", "6700", TestName = "RESET_RETRY_COUNTER_to_a_longer_code")]
    public void ResetRetryCounter(string command, string expected) => Refuses(Deblocage, command, expected);

    [TestCase(Verified, "00 2C 02 01 04 35363738", "6982", TestName = "RESET_RETRY_COUNTER_after_the_code_porteur")]
    [TestCase(Deblocage + ";RESET", "00 2C 02 01 04 35363738", "6982", TestName = "RESET_RETRY_COUNTER_after_a_reset")]
    [TestCase(Deblocage, "00 88 00 00 01 00", "6985", TestName = "INTERNAL_AUTHENTICATE_before_its_environment")]
    [TestCase(Application + ";00 22 41 A4 06 80 01 02 84 01 82;" + Deblocage, "00 88 00 00 01 00", "6982", TestName = "INTERNAL_AUTHENTICATE_after_the_wrong_code")]
    [TestCase(Authentication + ";RESET", "00 88 00 00 01 00", "6985", TestName = "INTERNAL_AUTHENTICATE_after_a_reset")]
    [TestCase(Authentication, "00 2A 9E 9A 20" + Digest, "6985", TestName = "PSO_CDS_after_the_environment_of_authentication")]
    [TestCase(Signature, "00 88 00 00 01 00", "6985", TestName = "INTERNAL_AUTHENTICATE_after_the_environment_of_signatures")]
    [TestCase(Signature, "00 2A 9E 9A 00", "6985", TestName = "PSO_CDS_before_a_hash")]
    [TestCase(Signature, "00 2A 90 A0 22 9020" + Digest, "6985", TestName = "PSO_HASH_before_its_environment")]
    [TestCase(Signature + ";00 22 41 AA 03 80 01 10;00 2A 90 A0 16 9014 1111111111111111111111111111111111111111", "00 2A 9E 9A 00", "6985", TestName = "PSO_CDS_with_the_hash_of_another_algorithm")]
    public void Order(string before, string command, string expected) => Refuses(before, command, expected);

    [TestCase("00 22 81 A4 06 80 01 02 84 01 82", "6A86", TestName = "MSE_SET_for_verification")]
    [TestCase("00 22 F2 01", "6A86", TestName = "MSE_STORE")]
    [TestCase("00 22 41 B7 06 80 01 42 84 01 81", "6A86", TestName = "MSE_of_another_template")]
    [TestCase("00 22 41 A4", "6A80", TestName = "MSE_without_data")]
    [TestCase("00 22 41 A4 07 80 02 0002 84 01 82", "6A80", TestName = "MSE_with_an_algorithm_of_two_bytes")]
    [TestCase("00 22 41 A4 07 80 01 02 84 02 0082", "6A80", TestName = "MSE_with_a_key_of_two_bytes")]
    [TestCase("00 22 41 A4 09 80 01 02 84 01 82 85 01 01", "6A80", TestName = "MSE_with_an_unknown_tag")]
    [TestCase("00 22 41 A4 07 80 01 02 84 01 82 85", "6A80", TestName = "MSE_with_torn_data")]
    [TestCase("00 22 41 A4 06 80 01 00 84 01 82", "6A80", TestName = "MSE_with_algorithm_0")]
    [TestCase("00 22 41 AA 06 80 01 40 84 01 81", "6A80", TestName = "MSE_for_a_hash_with_a_key")]
    [TestCase("00 22 41 B8 06 80 01 02 84 01 82", "6A80", TestName = "MSE_for_deciphering_with_the_algorithm_of_authentication")]
    [TestCase("00 22 41 B6 06 80 01 1A 84 01 81", "6A80", TestName = "MSE_for_signatures_with_the_algorithm_of_deciphering")]
    [TestCase("00 22 41 B6 06 80 01 42 84 01 01", "6A88", TestName = "MSE_with_a_key_of_the_master_file")]
    public void ManageSecurityEnvironment(string command, string expected) => Refuses(Application, command, expected);

    [TestCase(Signature, "00 2A 9E 9B 20" + Digest, "6A86", TestName = "PSO_with_another_P2")]
    [TestCase(Signature, "00 2A 9F 9A 20" + Digest, "6A86", TestName = "PSO_with_another_P1")]
    [TestCase(Deciphering, "00 2A 86 80 01 00", "6A86", TestName = "PSO_ENCIPHER")]
    [TestCase(Signature, "00 2A 9E 9A 1F" + "11111111111111111111111111111111111111111111111111111111111111", "6A80", TestName = "PSO_CDS_of_31_bytes")]
    [TestCase(Signature, "00 2A 9E 9A 14" + "1111111111111111111111111111111111111111", "6A80", TestName = "PSO_CDS_with_the_length_of_another_algorithm")]
    [TestCase(Signature + ";00 22 41 AA 03 80 01 40;00 2A 90 A0 22 9020" + Digest, "00 2A 9E 9A", "6700", TestName = "PSO_CDS_without_Le")]
    [TestCase(Application + ";00 22 41 AA 03 80 01 40", "00 2A 90 A0", "6A80", TestName = "PSO_HASH_of_nothing")]
    [TestCase(Deciphering, "00 2A 80 86", "6700", TestName = "PSO_DECIPHER_without_data")]
    [TestCase(Authentication, "00 88 01 00 01 00", "6A86", TestName = "INTERNAL_AUTHENTICATE_with_P1")]
    [TestCase(Authentication, "00 88 00 01 01 00", "6A86", TestName = "INTERNAL_AUTHENTICATE_with_P2")]
    [TestCase(Authentication, "00 88 00 00 00", "6700", TestName = "INTERNAL_AUTHENTICATE_with_Le_only")]
    [TestCase(Authentication, "00 89 00 00 01 00", "6D00", TestName = "INTERNAL_AUTHENTICATE_with_odd_instruction")]
    [TestCase(Nothing, "00 84 01 00 08", "6A86", TestName = "GET_CHALLENGE_with_P1")]
    [TestCase(Nothing, "00 84 00 00", "6700", TestName = "GET_CHALLENGE_without_Le")]
    [TestCase(Nothing, "00 85 00 00 08", "6D00", TestName = "GET_CHALLENGE_with_odd_instruction")]
    public void Computations(string before, string command, string expected) => Refuses(before, command, expected);

    [TestCase(Nothing, "A0 A4 00 01 02 3F00", "6B00", TestName = "A0_SELECT_with_P2")]
    [TestCase(Nothing, "A0 A4 00 00 01 3F", "6700", TestName = "A0_SELECT_of_one_byte")]
    [TestCase(Nothing, "A0 A4 00 00", "6700", TestName = "A0_SELECT_without_data")]
    [TestCase("A0 A4 00 00 02 7F01", "A0 A4 00 00 02 4010", "9404", TestName = "A0_SELECT_of_a_file_of_another_directory")]
    [TestCase("A0 A4 00 00 02 3F00", "A0 C0 01 00 07", "6B00", TestName = "A0_GET_RESPONSE_with_P1")]
    [TestCase("A0 A4 00 00 02 3F00", "A0 C0 00 01 07", "6B00", TestName = "A0_GET_RESPONSE_with_P2")]
    [TestCase("A0 A4 00 00 02 3F00", "A0 C0 00 00", "6700", TestName = "A0_GET_RESPONSE_without_Le")]
    [TestCase("A0 A4 00 00 02 3F00", "A0 C0 00 00 01 FF", "6700", TestName = "A0_GET_RESPONSE_with_data")]
    [TestCase("A0 A4 00 00 02 3F00", "A0 C0 00 00 08", "6C07", TestName = "A0_GET_RESPONSE_for_too_much")]
    [TestCase("A0 A4 00 00 02 4010;A0 A4 00 00 02 3F00", "A0 B0 00 00 01", "9400", TestName = "A0_READ_BINARY_of_a_directory")]
    [TestCase("A0 A4 00 00 02 4010;" + Verified, "A0 B0 7F FF 01", "6B00", TestName = "A0_READ_BINARY_beyond_the_end")]
    [TestCase("A0 A4 00 00 02 4010;" + Verified, "A0 B0 00 00", "6700", TestName = "A0_READ_BINARY_without_Le")]
    [TestCase("A0 A4 00 00 02 4010;" + Verified, "A0 B0 00 00 01 FF", "6700", TestName = "A0_READ_BINARY_with_data")]
    [TestCase("A0 A4 00 00 02 4010;" + Deblocage, "A0 B0 00 00 01", "9804", TestName = "A0_READ_BINARY_after_the_wrong_code")]
    [TestCase(Nothing, "A0 F2 00 00 16", "6D00", TestName = "A0_STATUS")]
    [TestCase(Nothing, "A0 D6 00 00 01 FF", "6D00", TestName = "A0_UPDATE_BINARY")]
    [TestCase(Nothing, "A0 24 00 01 10 31323334FFFFFFFF34333231FFFFFFFF", "6D00", TestName = "A0_CHANGE_CHV")]
    public void Cps2ter(string before, string command, string expected) => Refuses(before, command, expected);

    [Test]
    public void Every_other_instruction_is_unknown()
    {
        foreach (int ins in Enumerable.Range(0, 256).Where(ins => !Instructions.Contains((byte)ins)))
        {
            Refuses(Nothing, $"00 {ins:X2} 00 00 01 00", "6D00");
        }
    }

    [Test]
    public void Every_other_class_is_unknown()
    {
        foreach (int cla in Enumerable.Range(0, 256).Where(cla => cla is not (0x00 or 0x10 or 0xA0)))
        {
            foreach (byte ins in Instructions)
            {
                Refuses(Nothing, $"{cla:X2} {ins:X2} 00 00 01 00", "6E00");
            }
        }
    }

    [TestCase("03 3132", TestName = "Lc_more_than_the_data")]
    [TestCase("02 31323334", TestName = "Lc_less_than_the_data_by_two")]
    [TestCase("00 31", TestName = "Lc_0_with_data")]
    [TestCase("00 0000", TestName = "Extended_Le")]
    [TestCase("00 0004 31323334", TestName = "Extended_Lc")]
    [TestCase("00 0004 31323334 0000", TestName = "Extended_Lc_and_Le")]
    [TestCase("00 0005 31323334", TestName = "Extended_Lc_more_than_the_data")]
    public void Every_command_refuses(string body)
    {
        foreach (byte ins in Instructions)
        {
            Refuses(Nothing, $"00 {ins:X2} 00 01 {body}", "6700");
        }
    }

    [Test]
    public void No_command_but_PSO_comes_in_parts()
    {
        foreach (byte ins in Instructions.Where(ins => ins != 0x2A))
        {
            Refuses(Nothing, $"10 {ins:X2} 00 01 04 31323334", "6884");
        }
    }

    private void Refuses(string before, string command, string expected)
    {
        var terminal = new CardTerminal(_card);
        foreach (string step in before.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "RESET")
            {
                _card.Reset();
                continue;
            }

            Assert.That(terminal.Send(step)[..2], Is.AnyOf("90", "61", "9F"), step);
        }

        var was = new CardSnapshot(_card.State);
        Assert.That(terminal.Send(command), Is.EqualTo(expected), command);
        Assert.That(new CardSnapshot(_card.State).ChangedSince(was) & ~Unfinished, Is.EqualTo(CardParts.None), command);
    }
}
