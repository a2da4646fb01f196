namespace CardConformance.Harness.Targets;

/// <summary>How a product is started. It says in one line of JSON where it is: <c>portal</c>, <c>telephone</c>, <c>card</c>, <c>control</c>, and what it is: <c>product</c> with <c>name</c> and <c>version</c>.</summary>
/// <param name="Program">Path, or name to be found in PATH.</param>
/// <param name="Arguments">Its arguments, with placeholders in braces.</param>
/// <param name="Seconds">How long it may take until it says so.</param>
public sealed record TargetStart(string Program, IReadOnlyList<string> Arguments, int Seconds)
{
    /// <summary>What may stand in braces, and what it becomes.</summary>
    public static IReadOnlyDictionary<string, string> Placeholders { get; } = new Dictionary<string, string>
    {
        ["wallet"] = "address of the wallet's stand-in",
        ["sms"] = "address of the stand-in that sends SMS",
        ["mail"] = "address of the stand-in that sends e-mail",
        ["rules"] = "folder with the versions of the rules",
        ["rights"] = "folder with professions.csv, rights.csv and services.json",
        ["serverCertificates"] = "PEM file: a certificate for localhost and its chain, which the test browsers trust",
        ["serverKey"] = "PEM file: its private key",
        ["trustedRoots"] = "PEM file: the roots of the test cards",
        ["intermediates"] = "PEM file: the authorities below them",
        ["reference"] = "path of the built-in reference",
        ["folder"] = "folder of this file",
    };

    /// <summary>The arguments with each placeholder replaced.</summary>
    /// <param name="values">What each becomes.</param>
    internal IReadOnlyList<string> Fill(IReadOnlyDictionary<string, string> values) =>
        [.. Arguments.Prepend(Program).Select(argument => values.Aggregate(argument, (text, value) => text.Replace($"{{{value.Key}}}", value.Value)))];
}
