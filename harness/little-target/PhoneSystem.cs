using System.Globalization;
using System.Text.RegularExpressions;

namespace CardConformance.LittleTarget;

/// <summary>What a phone runs, as the application says in its User-Agent, for example <c>e-CPS/3.0 (iOS 15.0)</c>.</summary>
internal static partial class PhoneSystem
{
    /// <summary>Why the application does not work there; <see langword="null"/> when it does, or when the User-Agent is another's.</summary>
    internal static (string Title, string Text)? Complaint(string userAgent)
    {
        Match said = Said().Match(userAgent);
        if (!said.Success)
        {
            return null;
        }

        int version = int.Parse(said.Groups["version"].Value, CultureInfo.InvariantCulture);
        return said.Groups["name"].Value switch
        {
            "iOS" when version < 15 => ("iPhone trop vieux", "Il lui faut iOS 15."),
            "Android" when version < 8 => ("Android trop vieux", "Il lui faut Android 8."),
            "macOS" when version < 12 || said.Groups["processor"].Value != "arm64" => ("Mac trop vieux", "Il lui faut macOS 12, et une puce d'Apple."),
            _ => null,
        };
    }

    [GeneratedRegex(@"^e-CPS/\S+ \((?<name>iOS|Android|macOS) (?<version>\d{1,4})[\d.]*(; (?<processor>\w+))?\)$")]
    private static partial Regex Said();
}
