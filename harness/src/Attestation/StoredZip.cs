using System.Buffers.Binary;
using System.Text;

namespace CardConformance.Harness.Attestation;

/// <summary>
/// Zip files that are the same bytes whenever they hold the same files: names in order, no time, no compression, one set of permissions. Read
/// as strictly: nothing unpacks to more than its own size, and there is no place for anything that is no file.
/// </summary>
/// <remarks>Source: APPNOTE.TXT 6.3.10, 4.3 and 4.4.</remarks>
internal static class StoredZip
{
    private const uint LocalHeader = 0x04034B50;
    private const uint CentralHeader = 0x02014B50;
    private const uint EndOfCentralDirectory = 0x06054B50;

    private const int LocalHeaderLength = 30;
    private const int CentralHeaderLength = 46;
    private const int EndLength = 22;

    // Of a Unix system; 2.0.
    private const ushort MadeBy = 0x0314;
    private const ushort Needs = 20;
    private const ushort Utf8Names = 0x0800;

    // 1 January 1980, the first day that zip knows; at midnight.
    private const uint NoTime = 0x0021_0000;

    // A regular file, rw-r--r--.
    private const uint Permissions = 0x81A4_0000;

    /// <summary>Whether bytes begin as a zip file does.</summary>
    internal static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == LocalHeader;

    /// <summary>Writes files, by path.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="files">The files.</param>
    internal static void Write(Stream stream, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        uint offset = 0;
        List<byte> directory = [];
        foreach ((string path, ReadOnlyMemory<byte> content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            byte[] name = Encoding.UTF8.GetBytes(path);
            byte[] common = new byte[26];
            Put(common, 0, Needs, Utf8Names);
            BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(6), NoTime);
            BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(10), Crc32.Of(content.Span));
            BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(14), (uint)content.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(18), (uint)content.Length);
            Put(common, 22, (ushort)name.Length);

            stream.Write(Bytes(LocalHeader));
            stream.Write(common);
            stream.Write(name);
            stream.Write(content.Span);

            // Lengths of extra field and comment, number of the disk, internal attributes: none; then permissions and place.
            directory.AddRange([.. Bytes(CentralHeader), MadeBy & 0xFF, MadeBy >> 8, .. common, 0, 0, 0, 0, 0, 0]);
            directory.AddRange([.. Bytes(Permissions), .. Bytes(offset), .. name]);
            offset += (uint)(LocalHeaderLength + name.Length + content.Length);
        }

        stream.Write([.. directory]);
        byte[] end = new byte[EndLength];
        Bytes(EndOfCentralDirectory).CopyTo(end, 0);
        Put(end, 8, (ushort)files.Count, (ushort)files.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), offset);
        stream.Write(end);
    }

    /// <summary>Reads files, by path. Whether all else is as <see cref="Write"/> makes it is for the caller to ask.</summary>
    /// <exception cref="PackageException">It holds something that <see cref="Write"/> does not make.</exception>
    internal static Dictionary<string, ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> zip)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        int at = 0;
        while (IsZip(zip.Span[at..]))
        {
            if (zip.Length - at < LocalHeaderLength)
            {
                throw Cut(at);
            }

            ReadOnlySpan<byte> header = zip.Span[at..];
            ushort flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
            ushort method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
            uint packed = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
            uint unpacked = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]);
            ushort nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
            ushort extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            if (flags != Utf8Names || method != 0 || packed != unpacked || extraLength != 0)
            {
                throw new PackageException(
                    $"the zip file, byte {at}", "a file that is compressed, encrypted or otherwise not as \"package\" writes it", "files stored as they are");
            }

            if (zip.Length - at - LocalHeaderLength - nameLength < (long)packed)
            {
                throw Cut(at);
            }

            string path = PackagePath.Read(zip.Span.Slice(at + LocalHeaderLength, nameLength));
            if (!files.TryAdd(path, zip.Slice(at + LocalHeaderLength + nameLength, (int)packed)))
            {
                throw new PackageException(path, "two files of this name", "one");
            }

            at += LocalHeaderLength + nameLength + (int)packed;
        }

        long directory = files.Keys.Sum(path => CentralHeaderLength + (long)Encoding.UTF8.GetByteCount(path));
        return zip.Length - at < directory + EndLength ? throw Cut(at) : files;
    }

    private static PackageException Cut(int at) => new($"the zip file, byte {at}", "the end of the file in the middle of something", "a whole package");

    private static byte[] Bytes(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static void Put(byte[] bytes, int at, params ReadOnlySpan<ushort> values)
    {
        foreach (ushort value in values)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);
            at += sizeof(ushort);
        }
    }
}
