using System.Globalization;
using CardConformance.Harness.Middleware;

namespace CardConformance.Perf.Throughput;

/// <summary>What OpenSSL itself can do with a private key, on the core where all is measured.</summary>
internal static class OpensslSpeed
{
    // Of the two results in the machine's form, "+R1:COUNT:BITS:SECONDS" is that of signing.
    private const string Signatures = "+R1:";

    /// <summary>Its signatures per second with RSA of 2,048 bits. It verifies for as long, too.</summary>
    /// <param name="span">How long, in whole seconds at least one.</param>
    internal static async Task<double> SignaturesPerSecondAsync(TimeSpan span)
    {
        string seconds = Math.Max(1, (int)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        // -elapsed: without it it counts its own processor time, and on a busy machine would be faster than the machine.
        ProgramResult result = await new ProgramRun(OneCore.Launcher, OneCore.Pinned("openssl", "speed", "-elapsed", "-mr", "-seconds", seconds, "rsa2048")).RunAsync();
        string? line = result.Text.Split('\n').FirstOrDefault(line => line.StartsWith(Signatures, StringComparison.Ordinal));
        return line?.Split(':') is [_, var count, _, var measured]
            ? double.Parse(count, CultureInfo.InvariantCulture) / double.Parse(measured, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"openssl speed said nothing of signatures:\n{result.Text}");
    }
}
