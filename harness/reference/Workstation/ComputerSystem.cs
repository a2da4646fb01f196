using System.Globalization;
using System.Text.RegularExpressions;

namespace CardConformance.Reference.Workstation;

/// <summary>What a computer runs, as far as its browser says so in its User-Agent.</summary>
/// <remarks>Browsers say 10.15 (10_15_7) of every later macOS too: the same package is for all of them.</remarks>
internal static partial class ComputerSystem
{
    private static readonly Version FirstOfNewPackage = new(10, 15);

    /// <summary>The package that suits it.</summary>
    /// <param name="userAgent">What the browser says it is.</param>
    /// <returns><see langword="null"/> when it says nothing of a system that has a package.</returns>
    internal static AtsamPackage? PackageFor(string userAgent)
    {
        if (Windows().IsMatch(userAgent))
        {
            return AtsamPackage.Windows;
        }

        Match macOs = MacOs().Match(userAgent);
        if (!macOs.Success)
        {
            return null;
        }

        var version = new Version(Number(macOs.Groups["major"]), Number(macOs.Groups["minor"]));
        return version < FirstOfNewPackage ? AtsamPackage.OlderMacOs : AtsamPackage.MacOs;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\(Windows NT [0-9]")]
    private static partial Regex Windows();

    [GeneratedRegex(@"\(Macintosh; Intel Mac OS X (?<major>[0-9]{1,4})([_.](?<minor>[0-9]{1,4}))?")]
    private static partial Regex MacOs();
}
