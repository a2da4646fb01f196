using System.CommandLine;
using CardConformance.Harness.Attestation;

namespace CardConformance.Harness.Cli;

/// <summary>Which key signs.</summary>
internal static class SigningOptions
{
    internal static readonly Option<FileInfo?> Key = new("--key")
    {
        Description = $"The private key that signs; else {SigningKey.Variable} names it. Without either, a throw-away key for a self-test.",
        HelpName = "FILE",
    };

    /// <summary>The key that was asked for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <exception cref="UserException">It cannot be used.</exception>
    internal static SigningKey Load(ParseResult arguments)
    {
        string? file = arguments.GetValue(Key)?.FullName ?? Environment.GetEnvironmentVariable(SigningKey.Variable);
        if (string.IsNullOrEmpty(file))
        {
            return SigningKey.CreateForSelfTest();
        }

        var key = SigningKey.Load(file, Environment.GetEnvironmentVariable(SigningKey.PasswordVariable));
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
        {
            Console.Error.WriteLine($"Others on this machine may read {file}: chmod 600 it.");
        }

        return key;
    }
}
