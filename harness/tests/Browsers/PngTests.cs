using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CardConformance.Harness.Browsers;

namespace CardConformance.Harness.Tests.Browsers;

/// <summary>Read back by the letter of the PNG specification; ReportPageTests has a browser read them too.</summary>
public sealed class PngTests
{
    // Blue, green, red, unused: two rows of three.
    private static readonly byte[] Pixels = Convert.FromHexString(
        "01020300" + "040506FF" + "07080980" +
        "0A0B0C00" + "0D0E0F00" + "FFFE0000");

    [Test]
    public void Signature_and_chunks_are_those_of_the_smallest_PNG()
    {
        byte[] png = Png.Encode(Pixels, 3, 2);
        Assert.That(Convert.ToHexString(png.AsSpan(0, 8)), Is.EqualTo("89504E470D0A1A0A"));
        Assert.That(Chunks(png).Select(chunk => chunk.Type), Is.EqualTo(["IHDR", "IDAT", "IEND"]));
    }

    [TestCase(1, 1, "00000001" + "00000001" + "0802000000")]
    [TestCase(3, 2, "00000003" + "00000002" + "0802000000")]
    [TestCase(300, 1, "0000012C" + "00000001" + "0802000000")]
    public void Header_says_width_height_and_eight_bits_of_truecolour(int width, int height, string expected) =>
        Assert.That(Convert.ToHexString(Chunks(Png.Encode(new byte[4 * width * height], width, height))[0].Data), Is.EqualTo(expected));

    [Test]
    public void Pixels_come_back_as_red_green_blue_with_a_filter_byte_before_each_row() =>
        Assert.That(
            Convert.ToHexString(Inflate(Chunks(Png.Encode(Pixels, 3, 2))[1].Data)),
            Is.EqualTo("00" + "030201" + "060504" + "090807" + "00" + "0C0B0A" + "0F0E0D" + "00FEFF"));

    [Test]
    public void Every_chunk_has_its_checksum()
    {
        byte[] noise = new byte[4 * 64 * 64];
        new Random(1).NextBytes(noise);
        Assert.That(
            Chunks(Png.Encode(noise, 64, 64)).Select(chunk => chunk.Checksum),
            Is.EqualTo(Chunks(Png.Encode(noise, 64, 64)).Select(chunk => Crc([.. Encoding.ASCII.GetBytes(chunk.Type), .. chunk.Data]))));
    }

    [Test]
    public void Checksum_of_the_end_is_the_one_that_all_PNGs_end_with() =>
        Assert.That(Convert.ToHexString(Png.Encode(Pixels, 3, 2).AsSpan(^12..)), Is.EqualTo("00000000" + "49454E44" + "AE426082"));

    [TestCase(4, 2)]
    [TestCase(3, 3)]
    public void More_pixels_announced_than_given_are_refused(int width, int height) =>
        Assert.That(() => Png.Encode(Pixels, width, height), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>Red, green and blue of each pixel in a picture's first row.</summary>
    internal static byte[] FirstRow(byte[] png, int width) => Inflate(Chunks(png)[1].Data)[1..(1 + (3 * width))];

    private static List<(string Type, byte[] Data, uint Checksum)> Chunks(byte[] png)
    {
        List<(string, byte[], uint)> chunks = [];
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((
                Encoding.ASCII.GetString(png, at + 4, 4),
                png[(at + 8)..(at + 8 + length)],
                BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length))));
            at += 12 + length;
        }

        return chunks;
    }

    private static byte[] Inflate(byte[] data)
    {
        using var pixels = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        zlib.CopyTo(pixels);
        return pixels.ToArray();
    }

    // Bit by bit, as the polynomial is defined, not by the table that is tested here.
    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in data)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
