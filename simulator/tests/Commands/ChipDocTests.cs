using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Commands;

/// <summary>The CPS4, command by command as CryptoLib sends them.</summary>
public sealed class ChipDocTests
{
    private const string OpenChannel = "01 A4 04 0C 08 80250000 01FF0100";
    private const string Application = "01 A4 08 0C 02 0001";
    private const string Code = "01 20 00 01 04 31323334";
    private const string UnblockingCode = "01 20 00 02 08 3132333435363738";

    private static readonly Lazy<(CardProfile Profile, CardCredentials Keys)> Doctor = new(() =>
    {
        CardProfile profile = new CardCatalogue(TestCards.Fixture("cards")).Load("medecin-cps4");
        return (profile, new CardIssuer(TestCards.Authority, TestCards.NewFolder()).Certify(profile, revocationList: null));
    });

    private readonly VirtualCard _card = Personalisation.Make(Doctor.Value.Profile, Doctor.Value.Keys);
    private readonly CardTerminal _terminal;

    public ChipDocTests()
    {
        _terminal = new(_card);
        _terminal.UseT1();
    }

    [Test]
    public void First_SELECT_by_name_opens_the_channel()
    {
        Assert.That(_terminal.Send("01 20 00 01"), Is.EqualTo("6881"));
        Assert.That(_terminal.Send("01 A4 08 00 02 D003 00"), Is.EqualTo("6881"));
        Assert.That(_terminal.Send(OpenChannel), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("01 20 00 01"), Is.EqualTo("63C3"));
        _terminal.Card.Reset();
        Assert.That(_terminal.Send("01 20 00 01"), Is.EqualTo("6881"));
    }

    [TestCase("00 A4 04 0C 08 80250000 01FF0100", "6E00", TestName = "Channel_0")]
    [TestCase("02 20 00 01", "6E00", TestName = "Channel_2")]
    [TestCase("01 A4 04 0C 07 A0000001510000", "6A82", TestName = "Application_that_is_not_there")]
    [TestCase("01 CB 3F FF 0A 4D087006BF810102A080", "6881", TestName = "GET_DATA_before_the_channel_is_open")]
    [TestCase("01 C0 00 00 00", "6881", TestName = "GET_RESPONSE_before_the_channel_is_open")]
    [TestCase("01 C0 00 02 00", "6881", TestName = "GET_RESPONSE_with_a_wrong_parameter_before_the_channel_is_open")]
    [TestCase("11 2A 80 86 02 0102", "6881", TestName = "Part_of_a_PSO_before_the_channel_is_open")]
    [TestCase("11 20 00 01 02 3132", "6881", TestName = "Part_of_a_VERIFY_before_the_channel_is_open")]
    public void Refuses(string command, string expected) => Assert.That(_terminal.Send(command), Is.EqualTo(expected));

    [TestCase("01 CB 3F FF 0A 4D087006BF810102A080", "6D00", TestName = "GET_DATA")]
    [TestCase("01 88 00 00 01 00 00", "6D00", TestName = "INTERNAL_AUTHENTICATE")]
    [TestCase("01 24 01 01 04 31313131", "6982", TestName = "New_code_without_the_old_one")]
    [TestCase("01 24 00 01 08 3132333431313131", "6A86", TestName = "Change_as_on_a_CPS3")]
    [TestCase("01 2C 03 81", "6982", TestName = "Unblocking_without_its_code")]
    [TestCase("01 2C 02 01 04 31313131", "6A86", TestName = "Unblocking_as_on_a_CPS3")]
    [TestCase("01 22 81 B6 04 9102 2890", "6A88", TestName = "Signature_key_outside_its_directory")]
    [TestCase("01 22 81 B6 04 9102 2990", "6A80", TestName = "Unknown_algorithm")]
    [TestCase("01 2A 9E 9A 20 0000000000000000000000000000000000000000000000000000000000000000 00", "6985", TestName = "Signature_before_MSE")]
    public void Refuses_on_the_open_channel(string command, string expected)
    {
        _terminal.Send(OpenChannel);
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
    }

    [Test]
    public void Channel_stays_open_after_another_SELECT_by_name() =>
        Assert.That(_terminal.Run(OpenChannel, OpenChannel, Code), Is.EqualTo("9000"));

    [TestCase("91 02 28 90 91 02 28 90", "6A80", TestName = "Two_signatures_at_once")]
    [TestCase("92 02 28 90", "6A80", TestName = "Unknown_tag_for_a_signature")]
    [TestCase("91 01 28", "6A80", TestName = "Algorithm_without_a_key")]
    [TestCase("91 03 28 90 00", "6A80", TestName = "Key_of_two_bytes_for_a_signature")]
    [TestCase("91 02 28", "6A80", TestName = "Torn_data_for_a_signature")]
    [TestCase("91 02 28 10", "6A88", TestName = "Signature_key_outside_the_directory")]
    public void Refuses_to_prepare_a_signature(string data, string expected) => RefusesToPrepare("81 B6", data, expected);

    [TestCase("84 01 20", "6A80", TestName = "Unknown_tag_for_a_computation")]
    [TestCase("83 02 20 20", "6A80", TestName = "Key_of_two_bytes_for_a_computation")]
    [TestCase("83 01 20 83 01 20", "6A80", TestName = "Two_computations_at_once")]
    [TestCase("83 01", "6A80", TestName = "Torn_data_for_a_computation")]
    [TestCase("83 01 2F", "6A88", TestName = "Unknown_key_for_a_computation")]
    public void Refuses_to_prepare_a_computation(string data, string expected) => RefusesToPrepare("41 B8", data, expected);

    [TestCase("01 24 01 01 03 343332", "6700", TestName = "New_code_that_is_too_short")]
    [TestCase("01 24 01 05 04 34333231", "6A88", TestName = "New_digits_of_an_unknown_code")]
    [TestCase("01 2C 03 01", "6A86", TestName = "Unblocking_of_a_code_outside_the_card")]
    [TestCase("01 2C 00 81", "6A86", TestName = "Unblocking_with_another_P1")]
    [TestCase("01 2C 03 85", "6A88", TestName = "Unblocking_of_an_unknown_code")]
    [TestCase("01 2C 03 81 01 00", "6700", TestName = "Unblocking_with_data")]
    public void Refuses_also_after_the_code_de_deblocage(string command, string expected)
    {
        _terminal.Run(OpenChannel, UnblockingCode);
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
    }

    [Test]
    public void Unblocking_uses_up_the_code_de_deblocage()
    {
        CardImage image = _card.State.Image;
        var terminal = new CardTerminal(new VirtualCard(new(image with
        {
            Layout = image.Layout with { Pins = [.. image.Layout.Pins.Select(code => code.Reference == 2 ? code with { MaxUses = 1 } : code)] },
        })));
        terminal.UseT1();
        Assert.That(terminal.Run(OpenChannel, UnblockingCode, "01 2C 03 81"), Is.EqualTo("9000"));
        Assert.That(terminal.Send(UnblockingCode), Is.EqualTo("6983"));
    }

    [Test]
    public void A_hash_of_another_length_is_not_signed()
    {
        _terminal.Run(OpenChannel, Application, "01 22 81 B6 04 9102 2890", Code);
        Assert.That(_terminal.Send($"01 2A 9E 9A 14 {new string('1', 40)} 00"), Is.EqualTo("6700"));
    }

    [Test]
    public void A_block_is_refused_before_MSE_when_too_short_and_when_too_large()
    {
        _terminal.Run(OpenChannel, Application, Code);
        Assert.That(_terminal.Send("01 2A 80 86 02 0102 00"), Is.EqualTo("6985"));
        _terminal.Run("01 22 41 B8 03 830120");
        Assert.That(_terminal.Send("01 2A 80 86 02 0102 00"), Is.EqualTo("6700"));
        Assert.That(_terminal.Send($"11 2A 80 86 FF {new string('F', 510)}"), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("01 2A 80 86 01 FF 00"), Is.EqualTo("6A80"));
    }

    [Test]
    public void A_directory_without_a_name_names_none() =>
        Assert.That(_terminal.Run(OpenChannel, "01 A4 08 00 02 7F01 00"), Does.Contain("83027F01A1"));

    [Test]
    public void File_control_information_has_its_own_template() =>
        Assert.That(_terminal.Run(OpenChannel, "01 A4 08 00 02 D003 00"), Does.StartWith("6F").And.Contain("8002000C820101").And.EndsWith("9000"));

    [Test]
    public void Question_for_the_tries_is_answered_with_the_counter_also_when_verified()
    {
        Assert.That(_terminal.Run(OpenChannel, Code), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("01 20 00 01"), Is.EqualTo("63C3"));
    }

    [TestCase("01 A4 08 00 02 4010 00", TestName = "CPS2ter_situation_is_a_file_behind_the_code_porteur")]
    [TestCase("01 A4 08 00 04 7F014000 00", TestName = "CPS2ter_billing_situation_is_a_file_behind_the_code_porteur")]
    public void Older_part_is_read_as_any_file(string select)
    {
        Assert.That(_terminal.Run(OpenChannel, select), Does.StartWith("6F").And.EndsWith("9000"));
        Assert.That(_terminal.Send("01 B0 00 00 01"), Is.EqualTo("6982"));
        _terminal.Send(Code);
        Assert.That(_terminal.Send("01 B0 00 00 01"), Is.EqualTo("EE9000"));
        Assert.That(_terminal.Send("A0 A4 00 00 02 4010"), Is.EqualTo("6E00"), "not by the commands of a CPS3");
    }

    [Test]
    public void Older_part_is_listed_with_the_data_objects()
    {
        string[] listed = ["CPS_SIT_FACT", "CPS2TER_ACTIVITY_01_PS"];
        string[] paths = ["30080406" + "3F007F014000", "30060404" + "3F004010"];
        string directory = _terminal.Run(OpenChannel, "01 A4 08 0C 04 00017006", "01 B0 00 00 00")[..^4] + _terminal.Fetch("01 B0 01 00 00");
        foreach ((string label, string path) in listed.Zip(paths))
        {
            Assert.That(directory, Does.Contain($"0C{label.Length:X2}{Convert.ToHexString(Encoding.ASCII.GetBytes(label))}03020780040101").And.Contain(path));
        }
    }

    [Test]
    public void Holder_sets_a_new_code_after_the_old_one()
    {
        _terminal.Run(OpenChannel, Code, "01 24 01 01 04 34333231");
        Assert.That(_terminal.Send(Code), Is.EqualTo("63C2"));
        Assert.That(_terminal.Send("01 20 00 01 04 34333231"), Is.EqualTo("9000"));
    }

    [Test]
    public void New_digits_do_not_fill_the_counter()
    {
        _terminal.Run(OpenChannel, UnblockingCode);
        Assert.That(_terminal.Send("01 20 00 01 04 39393939"), Is.EqualTo("63C2"));
        Assert.That(_terminal.Send("01 24 01 01 04 34333231"), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("01 20 00 01"), Is.EqualTo("63C2"), "only 2C fills it, and counts a use of the code de déblocage");
    }

    [Test]
    public void New_digits_do_not_free_a_blocked_code()
    {
        _terminal.Run(OpenChannel, UnblockingCode);
        for (int i = 0; i < 3; i++)
        {
            _terminal.Send("01 20 00 01 04 39393939");
        }

        Assert.That(_terminal.Send("01 24 01 01 04 34333231"), Is.EqualTo("6983"));
        Assert.That(_terminal.Send("01 20 00 01"), Is.EqualTo("6983"));
    }

    [Test]
    public void Code_de_deblocage_stays_what_it_is()
    {
        _terminal.Run(OpenChannel, UnblockingCode);
        Assert.That(_terminal.Send("01 24 01 02 08 3837363534333231"), Is.EqualTo("6982"), "its rule for changes is FF, never");
        _terminal.Card.Reset();
        Assert.That(_terminal.Run(OpenChannel, UnblockingCode), Is.EqualTo("9000"));
    }

    [Test]
    public void Blocked_card_is_freed_by_the_code_de_deblocage()
    {
        _terminal.Send(OpenChannel);
        foreach (string left in new[] { "63C2", "63C1", "63C0" })
        {
            Assert.That(_terminal.Send("01 20 00 01 04 39393939"), Is.EqualTo(left));
        }

        Assert.That(_terminal.Send(Code), Is.EqualTo("6983"));
        _terminal.Run(UnblockingCode, "01 2C 03 81", "01 24 01 01 04 31313131");
        Assert.That(_terminal.Send("01 20 00 01 04 31313131"), Is.EqualTo("9000"));
    }

    [Test]
    public void Unblocking_that_needs_no_code_uses_none_up()
    {
        CardImage image = _card.State.Image;
        var terminal = new CardTerminal(new VirtualCard(new(image with
        {
            Layout = image.Layout with { Pins = [.. image.Layout.Pins.Select(code => code with { Reset = SecurityCondition.Always })] },
        })));
        terminal.UseT1();
        Assert.That(terminal.Run(OpenChannel, "01 2C 03 81"), Is.EqualTo("9000"));
    }

    [TestCase("28", false, TestName = "PKCS1_over_SHA256")]
    [TestCase("2C", true, TestName = "PSS_over_SHA256")]
    public void Signature_needs_the_code_and_is_right(string algorithm, bool pss)
    {
        byte[] hash = SHA256.HashData("Ordonnance"u8);
        string sign = $"01 2A 9E 9A 20 {Convert.ToHexString(hash)} 00";
        _terminal.Run(OpenChannel, Application, $"01 22 81 B6 04 9102{algorithm}90");
        Assert.That(_terminal.Send(sign), Is.EqualTo("6982"));
        string answer = _terminal.Run(Code, sign);
        Assert.That(answer, Does.EndWith("9000"));
        using RSA key = Doctor.Value.Keys.SignatureCertificate.GetRSAPublicKey()!;
        Assert.That(key.VerifyHash(
            hash, Convert.FromHexString(answer[..^4]), HashAlgorithmName.SHA256, pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));
    }

    [Test]
    public void Block_is_computed_as_it_comes()
    {
        byte[] secret = "vingt-quatre octets....."u8.ToArray();
        using RSA key = Doctor.Value.Keys.AuthenticationCertificate.GetRSAPublicKey()!;
        string cryptogram = Convert.ToHexString(key.Encrypt(secret, RSAEncryptionPadding.Pkcs1));
        _terminal.Run(OpenChannel, Application, Code, "01 22 41 B8 03 830120");
        Assert.That(_terminal.Send($"11 2A 80 86 FF {cryptogram[..510]}"), Is.EqualTo("9000"));
        string answer = _terminal.Send($"01 2A 80 86 01 {cryptogram[510..]} 00");
        Assert.That(answer, Does.StartWith("0002").And.EndsWith("00" + Convert.ToHexString(secret) + "9000"));
    }

    private void RefusesToPrepare(string parameters, string data, string expected)
    {
        string bytes = data.Replace(" ", "", StringComparison.Ordinal);
        _terminal.Run(OpenChannel, Application);
        Assert.That(_terminal.Send($"01 22 {parameters} {bytes.Length / 2:X2} {bytes}"), Is.EqualTo(expected));
    }
}
