using System.Globalization;
using System.Text.RegularExpressions;

namespace CardConformance.Reference.Telephone;

/// <summary>What a phone runs, as the application says it in its User-Agent: <c>e-CPS/3.0 (iOS 15.0)</c>, <c>e-CPS/3.0 (macOS 12.0; arm64)</c>.</summary>
/// <remarks>Sources: App Store ("Nécessite iOS 15.0 …", "Nécessite macOS 12.0 … Apple M1"), ANS on Android.</remarks>
/// <param name="Name">The system: <c>iOS</c>, <c>Android</c> or <c>macOS</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Processor">The kind of its processor, as far as the application says it.</param>
internal sealed partial record PhoneSystem(string Name, Version Version, string Processor)
{
    private const string Ios = "iOS";
    private const string Android = "Android";

    // Apple's own processors, M1 and later.
    private const string AppleProcessor = "arm64";

    private static readonly Version FirstIos = new(15, 0);
    private static readonly Version FirstAndroid = new(8, 0);
    private static readonly Version FirstMacOs = new(12, 0);

    /// <summary>Whether the application works on it.</summary>
    internal bool IsSupported => Name switch
    {
        Ios => Version >= FirstIos,
        Android => Version >= FirstAndroid,
        _ => Version >= FirstMacOs && Processor == AppleProcessor,
    };

    /// <summary>Reads a User-Agent; one that is not the application's says nothing: <see langword="null"/>.</summary>
    internal static PhoneSystem? Read(string userAgent)
    {
        Match said = Application().Match(userAgent);
        return said.Success
            ? new(said.Groups["name"].Value, new(Number(said.Groups["major"]), Number(said.Groups["minor"])), said.Groups["processor"].Value)
            : null;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^e-CPS/[0-9.]+ \((?<name>iOS|Android|macOS) (?<major>[0-9]{1,4})(\.(?<minor>[0-9]{1,4})(\.[0-9.]+)?)?(; (?<processor>\w+))?\)$")]
    private static partial Regex Application();
}
