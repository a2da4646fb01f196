using System.Globalization;
using System.Runtime.InteropServices;

namespace CardConformance.Perf.Fleet;

/// <summary>Memory in pages of two mebibytes instead of four kibibytes.</summary>
/// <remarks>
/// A processor remembers where some thousand pages lie. Of two million cards nearly each lies in a page that it does not remember, and to look that up
/// takes longer than to answer the command.
/// </remarks>
internal static partial class LargePages
{
    // MADV_COLLAPSE, linux/mman.h; since Linux 6.1.
    private const int Collapse = 25;
    private const nuint PageLength = 2 << 20;

    /// <summary>Has the kernel join what this process holds in memory now into large pages.</summary>
    /// <returns>How many bytes lie in large pages; 0 where the kernel does not join them.</returns>
    internal static long Gather()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        long gathered = 0;
        foreach ((nuint start, nuint end) in WritableMemory())
        {
            // Page by page: what cannot be joined does not keep the others from it.
            for (nuint page = (start + PageLength - 1) / PageLength * PageLength; page + PageLength <= end; page += PageLength)
            {
                if (Advise(page, PageLength, Collapse) == 0)
                {
                    gathered += (long)PageLength;
                }
            }
        }

        return gathered;
    }

    // Private memory without a file, which programs may write to: "7f2c00000000-7f2c40000000 rw-p 00000000 00:00 0".
    private static IEnumerable<(nuint Start, nuint End)> WritableMemory() =>
        from line in File.ReadAllLines("/proc/self/maps")
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where fields.Length == 5 && fields[1] == "rw-p"
        let dash = fields[0].IndexOf('-', StringComparison.Ordinal)
        select (Address(fields[0].AsSpan(0, dash)), Address(fields[0].AsSpan(dash + 1)));

    private static nuint Address(ReadOnlySpan<char> digits) => nuint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint start, nuint length, int advice);
}
