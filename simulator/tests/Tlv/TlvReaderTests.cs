using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Tests.Tlv;

public sealed class TlvReaderTests
{
    [TestCase("800102", "80:02", TestName = "Short_tag")]
    [TestCase("7F410180", "7F41:80", TestName = "Tag_of_two_bytes")]
    [TestCase("BF81010102", "BF8101:02", TestName = "Tag_of_three_bytes")]
    [TestCase("8000840182", "80: 84:82", TestName = "Empty_value_then_another")]
    [TestCase("808103010203", "80:010203", TestName = "Length_of_two_bytes")]
    [TestCase("80820003010203", "80:010203", TestName = "Length_of_three_bytes")]
    [TestCase("8400", "84:", TestName = "Empty_value_at_the_end")]
    [TestCase("", "", TestName = "Nothing_at_all")]
    public void Reads(string bytes, string expected) => Assert.That(Read(bytes, out bool whole), Is.EqualTo(expected).And.Matches<string>(_ => whole));

    [TestCase("80", TestName = "No_length")]
    [TestCase("8002FF", TestName = "Value_too_short")]
    [TestCase("7F", TestName = "Tag_torn")]
    [TestCase("BF818101", TestName = "Tag_of_four_bytes")]
    [TestCase("8080FF", TestName = "Indefinite_length")]
    [TestCase("8081", TestName = "Length_torn")]
    [TestCase("808300000101", TestName = "Length_of_four_bytes")]
    public void Stops_at(string bytes)
    {
        Read(bytes, out bool whole);
        Assert.That(whole, Is.False);
    }

    [TestCase(0x84, 0, "8400", TestName = "Encodes_nothing")]
    [TestCase(0x84, 127, "847F", TestName = "Encodes_127_bytes")]
    [TestCase(0x84, 128, "848180", TestName = "Encodes_128_bytes")]
    [TestCase(0x84, 255, "8481FF", TestName = "Encodes_255_bytes")]
    [TestCase(0x84, 256, "84820100", TestName = "Encodes_256_bytes")]
    [TestCase(0x84, 65_535, "8482FFFF", TestName = "Encodes_65535_bytes")]
    [TestCase(0xFF, 1, "FF01", TestName = "Encodes_the_last_tag_of_one_byte")]
    [TestCase(0xFFFF, 1, "FFFF01", TestName = "Encodes_the_last_tag_of_two_bytes")]
    [TestCase(0x7F41, 1, "7F4101", TestName = "Encodes_a_tag_of_two_bytes")]
    [TestCase(0xBF8101, 1, "BF810101", TestName = "Encodes_a_tag_of_three_bytes")]
    public void Encodes(int tag, int length, string expected) =>
        Assert.That(Convert.ToHexString(BerTlv.Encode(tag, new byte[length])), Is.EqualTo(expected + new string('0', 2 * length)));

    [Test]
    public void Does_not_encode_what_no_card_holds() =>
        Assert.That(() => BerTlv.Encode(0x84, new byte[65_536]), Throws.ArgumentException);

    [Test]
    public void Reads_258_bytes()
    {
        byte[] value = [.. Enumerable.Range(0, 258).Select(number => (byte)number)];
        Assert.That(Read("80820102" + Convert.ToHexString(value), out bool whole), Is.EqualTo("80:" + Convert.ToHexString(value)));
        Assert.That(whole, Is.True);
    }

    private static string Read(string hexadecimal, out bool whole)
    {
        var reader = new TlvReader(Convert.FromHexString(hexadecimal));
        List<string> read = [];
        while (reader.TryRead(out int tag, out ReadOnlySpan<byte> value))
        {
            read.Add($"{tag:X}:{Convert.ToHexString(value)}");
        }

        whole = reader.AtEnd;
        return string.Join(' ', read);
    }
}
