using System.Globalization;

namespace CardConformance.Perf.Throughput;

/// <summary>vsmartcard's card in Python, as Debian has it.</summary>
/// <remarks>
/// It asks for a module Crypto that Debian no longer has; pycryptodome's, under that name in a folder of its own, does. Debian also installs its
/// modules where its Python does not look.
/// </remarks>
internal static class Vicc
{
    /// <summary>What brings it.</summary>
    internal static readonly IReadOnlyList<string> Packages = ["vsmartcard-vpicc", "python3-pycryptodome"];

    private const string Program = "/usr/bin/vicc";
    private const string Modules = "/usr/lib/python3/site-packages/virtualsmartcard";
    private const string Cryptodome = "/usr/lib/python3/dist-packages/Cryptodome";

    /// <summary>Whether it is installed.</summary>
    internal static bool IsInstalled => File.Exists(Program) && Directory.Exists(Modules) && Directory.Exists(Cryptodome);

    /// <summary>GET CHALLENGE, and SELECT of the master file: its card has no other file.</summary>
    internal static IReadOnlyList<string> Questions { get; } = ["0084000008=****************9000", "00A4000C023F00=9000"];

    /// <summary>Puts its card "iso7816" at a vpcd of this machine.</summary>
    /// <param name="port">The port.</param>
    /// <param name="folder">For the module; lives as long as the card.</param>
    internal static MeasuredCard Start(int port, TemporaryFolder folder)
    {
        Directory.CreateSymbolicLink(folder["Crypto"], Cryptodome);
        return MeasuredCard.Start(
            new Dictionary<string, string?> { ["PYTHONPATH"] = $"{folder[""]}:{Modules}" },
            Program,
            "--hostname", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--type", "iso7816");
    }
}
