namespace CardConformance.Simulator.Tests.Commands;

public sealed class ReadBinaryTests
{
    private const string SerialNumber = "5A0A8025000001970000011F";

    private readonly CardTerminal _terminal = new();

    [Test]
    public void Reads_the_selected_file()
    {
        Assert.That(_terminal.Run("00 A4 02 0C 02 D003", "00 B0 00 00 0C"), Is.EqualTo(SerialNumber + "9000"));
        Assert.That(_terminal.Send("00 B0 00 07 03"), Is.EqualTo("9700009000"));
    }

    [Test]
    public void Short_identifier_reads_and_selects()
    {
        Assert.That(_terminal.Send("00 B0 9C 00 0C"), Is.EqualTo(SerialNumber + "9000"));
        Assert.That(_terminal.Send("00 B0 00 00 02"), Is.EqualTo("5A0A9000"));
    }

    [Test]
    public void Over_T0_too_large_an_Le_is_corrected()
    {
        Assert.That(_terminal.Send("00 B0 9C 00 C0"), Is.EqualTo("6C0C"));
        Assert.That(_terminal.Send("00 B0 9C 00 00"), Is.EqualTo("6C0C"));
        Assert.That(_terminal.Send("00 B0 00 00 0C"), Is.EqualTo("6986"), "a refused command selects nothing");
    }

    [Test]
    public void Over_T1_Le_00_means_all_there_is()
    {
        _terminal.UseT1();
        Assert.That(_terminal.Send("00 B0 9C 00 00"), Is.EqualTo(SerialNumber + "9000"));
        Assert.That(_terminal.Send("00 B0 9C 00 C0"), Is.EqualTo(SerialNumber + "6282"));
        Assert.That(_terminal.Send("00 B0 9C 00"), Is.EqualTo("6700"));
    }

    [Test]
    public void Long_file_is_read_256_bytes_at_a_time()
    {
        _terminal.Fetch("00 A4 09 0C 06 3F00 0001 B002");
        byte[] certificate = TestCards.Keys.AuthenticationCertificate.RawData;
        Assert.That(_terminal.Send("00 B0 00 00 00"), Is.EqualTo(Convert.ToHexString(certificate, 0, 256) + "9000"));
        Assert.That(_terminal.Send("00 B0 02 00 E7"), Is.EqualTo(Convert.ToHexString(certificate, 0x200, 0xE7) + "9000"));
    }

    [Test]
    public void Practice_situation_needs_the_code_porteur()
    {
        _terminal.Fetch("00 A4 09 0C 06 3F00 0001 D120");
        Assert.That(_terminal.Send("00 B0 00 00 02"), Is.EqualTo("6982"));
        _terminal.Send("00 20 00 01 04 31323334");
        Assert.That(_terminal.Send("00 B0 00 00 01"), Is.EqualTo("EE9000"));
    }

    [TestCase("00 B0 00 0C 01", "6B00", TestName = "Offset_at_the_end")]
    [TestCase("00 B0 7F FF 01", "6B00", TestName = "Offset_far_beyond_the_end")]
    [TestCase("00 B0 9B 00 01", "6A82", TestName = "Unknown_short_identifier")]
    [TestCase("00 B0 FC 00 01", "6A86", TestName = "P1_with_reserved_bits")]
    [TestCase("00 B0 00 00 01 00", "6700", TestName = "With_data")]
    public void Refuses(string command, string expected)
    {
        _terminal.Fetch("00 A4 02 0C 02 D003");
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
    }

    [Test]
    public void Without_a_selected_file_there_is_nothing_to_read() =>
        Assert.That(_terminal.Send("00 B0 00 00 01"), Is.EqualTo("6986"));
}
