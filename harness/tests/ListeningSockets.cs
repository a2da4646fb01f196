using System.Globalization;
using System.Net;

namespace CardConformance.Harness.Tests;

/// <summary>Who listens where on this machine, as the kernel tells it.</summary>
internal static class ListeningSockets
{
    // Columns of /proc/net/tcp and tcp6, and the state LISTEN.
    private const int AddressColumn = 1;
    private const int StateColumn = 3;
    private const int InodeColumn = 9;
    private const string Listen = "0A";

    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Everything that the process behind a port listens on.</summary>
    /// <param name="port">A port of this machine.</param>
    internal static (int ProcessId, IReadOnlyList<IPEndPoint> EndPoints) OfProcessBehind(int port)
    {
        List<(IPEndPoint EndPoint, string Inode)> all = [.. Tables.SelectMany(Read)];
        string wanted = all.First(one => one.EndPoint.Port == port).Inode;
        foreach (string process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(path["/proc/".Length])))
        {
            HashSet<string> inodes = InodesOf(process);
            if (inodes.Contains(wanted))
            {
                return (
                    int.Parse(process["/proc/".Length..], CultureInfo.InvariantCulture),
                    [.. all.Where(one => inodes.Contains(one.Inode)).Select(one => one.EndPoint)]);
            }
        }

        throw new InvalidOperationException($"no process of ours listens on {port}");
    }

    private static IEnumerable<(IPEndPoint, string)> Read(string table) =>
        from line in File.ReadLines(table).Skip(1)
        let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where columns[StateColumn] == Listen
        select (EndPoint(columns[AddressColumn]), columns[InodeColumn]);

    // Hexadecimal words of 32 bits in the machine's order, a colon, the port.
    private static IPEndPoint EndPoint(string text)
    {
        string[] parts = text.Split(':');
        byte[] bytes = Convert.FromHexString(parts[0]);
        for (int word = 0; BitConverter.IsLittleEndian && word < bytes.Length; word += 4)
        {
            Array.Reverse(bytes, word, 4);
        }

        var address = new IPAddress(bytes);
        return new(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, Convert.ToInt32(parts[1], 16));
    }

    private static HashSet<string> InodesOf(string process)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd"))
                    .Select(descriptor => new FileInfo(descriptor).LinkTarget ?? "")
                    .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
                    .Select(target => target["socket:[".Length..^1]),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or is somebody else's.
            return [];
        }
    }
}
