using System.Security.Cryptography;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Commands;

public sealed class GetDataTests
{
    private const string Application = "00 A4 09 0C 04 3F00 0001";

    private readonly CardTerminal _terminal = new();

    // The first two are bytes of a real card, from public traces.
    [TestCase(
        "00 A4 09 0C 02 3F00", "00 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80",
        "7016BF810112A0109A01039B0103A1088C06F3000013FF009000",
        TestName = "Code_porteur")]
    [TestCase(
        "00 A4 09 0C 02 3F00", "00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80",
        "701ABF810216A0149A010A9B010A9D020064A1088C06F3FF00FFFF009000",
        TestName = "Code_de_deblocage")]
    [TestCase(
        Application, "00 CB 3F FF 0A 4D 08 70 06 BF 90 02 02 A0 80",
        "7018BF900214A01280020100A1098C077BFF1111FFFF009E01009000",
        TestName = "Authentication_key")]
    [TestCase(
        Application, "00 CB 3F FF 0A 4D 08 70 06 BF 90 01 02 A0 80",
        "7018BF900114A01280020100A1098C077B11FFFFFFFF009E01019000",
        TestName = "Signature_key")]
    [TestCase(
        Application, "00 CB 3F FF 0A 4D 08 70 06 BF FB 03 02 7B 80",
        "700EBFFB030A7B08A4068301029501089000",
        TestName = "Security_environment_of_the_code_de_deblocage")]
    public void Gives(string select, string command, string expected) =>
        Assert.That(_terminal.Run(select, command), Is.EqualTo(expected));

    [Test]
    public void Counter_follows_wrong_codes()
    {
        _terminal.Send("00 20 00 01 04 30303030");
        Assert.That(_terminal.Fetch("00 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80"), Does.Contain("9A01039B0102"));
    }

    [Test]
    public void Uses_left_are_told_in_two_bytes()
    {
        var terminal = new CardTerminal(TestCards.NewWithCodes(code => code.MaxUses is null ? code : code with { MaxUses = 300 }));
        Assert.That(terminal.Fetch("00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80"), Does.Contain("9D02012C"));
    }

    [Test]
    public void What_is_not_for_everyone_is_refused()
    {
        CardImage image = TestCards.NewWithCodes(code => code with { Get = SecurityCondition.Never }).State.Image;
        using var rsa = RSA.Create(2048);
        KeyDefinition closed = image.Keys[0].Definition with { Get = SecurityCondition.Never };
        var terminal = new CardTerminal(new VirtualCard(new(image with { Keys = [new PrivateKey(closed, rsa)] })));
        Assert.That(terminal.Send("00 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80"), Is.EqualTo("6982"));
        Assert.That(terminal.Run(Application, "00 CB 3F FF 0A 4D 08 70 06 BF 90 01 02 A0 80"), Is.EqualTo("6982"));
    }

    [TestCase("00 A4 09 0C 02 3F00", "00 CB 3F FF 0B 4D 09 70 07 BF 81 01 03 7F 41 80", "6A80", TestName = "Public_part_that_a_code_lacks")]
    [TestCase(Application, "00 CB 3F FF 0B 4D 09 70 07 BF 90 02 03 7F 48 80", "6A80", TestName = "Public_part_that_a_key_lacks")]
    [TestCase(Application, "00 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80", "6A88", TestName = "Code_asked_for_in_the_wrong_directory")]
    [TestCase("00 A4 09 0C 02 3F00", "00 CB 3F FF 0A 4D 08 70 06 BF 90 02 02 A0 80", "6A88", TestName = "Key_asked_for_in_the_wrong_directory")]
    [TestCase(Application, "00 CB 3F FF 0A 4D 08 70 06 BF 90 05 02 A0 80", "6A88", TestName = "Unknown_key")]
    [TestCase(Application, "00 CB 3F FF 0A 4D 08 70 06 BF 84 01 02 A0 80", "6A88", TestName = "Unknown_class_of_objects")]
    [TestCase(Application, "00 CB 3F FF 04 4D 08 70 06", "6A80", TestName = "Torn_request")]
    [TestCase(Application, "00 CB 3F FF", "6A80", TestName = "Empty_request")]
    [TestCase(Application, "00 CB 00 00 0A 4D 08 70 06 BF 90 02 02 A0 80", "6A86", TestName = "Other_parameters")]
    public void Refuses(string select, string command, string expected) =>
        Assert.That(_terminal.Run(select, command), Is.EqualTo(expected));
}
