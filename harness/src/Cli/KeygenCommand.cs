using System.CommandLine;
using CardConformance.Harness.Attestation;

namespace CardConformance.Harness.Cli;

/// <summary><c>keygen</c>: makes the pair of keys that attestations are signed and verified with.</summary>
internal static class KeygenCommand
{
    private const string PrivateFile = "signing-key.pem";
    private const string PublicFile = "signing-key.pub.pem";

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Folder for both files, outside of this repository; made when it is not there. Nothing in it is overwritten.",
        HelpName = "FOLDER",
        Required = true,
    };

    internal static Command Create()
    {
        var command = new Command(
            "keygen",
            $"Makes a key to sign attestations with, and the public key that others verify them with. {SigningKey.PasswordVariable} encrypts the private one.")
        {
            Out,
        };
        command.SetAction(arguments => Make(arguments.GetValue(Out)!));
        return command;
    }

    private static int Make(DirectoryInfo folder)
    {
        string root = Repository.Root + Path.DirectorySeparatorChar;
        if ((folder.FullName + Path.DirectorySeparatorChar).StartsWith(root, StringComparison.Ordinal))
        {
            throw new UserException($"--out: {folder.FullName} lies in the repository, where a private key is soon committed or packed. Choose a folder outside.");
        }

        string privateFile = Path.Combine(folder.FullName, PrivateFile);
        string publicFile = Path.Combine(folder.FullName, PublicFile);
        if (new[] { privateFile, publicFile }.FirstOrDefault(File.Exists) is { } there)
        {
            throw new UserException($"{there} is there already, and is not overwritten: what it signed could not be verified any more.");
        }

        string? password = Environment.GetEnvironmentVariable(SigningKey.PasswordVariable);
        using var key = SigningKey.CreateNew();
        CreateForOwner(folder);
        key.Save(privateFile, password);
        File.WriteAllText(publicFile, key.Public.ToPem());
        Console.WriteLine($"Private key: {privateFile}, {(string.IsNullOrEmpty(password) ? "not encrypted" : "encrypted")}, readable by its owner only. Never hand it on.");
        Console.WriteLine($"Public key:  {publicFile}. Give it to whoever verifies, by a way of its own, not with a package.");
        Console.WriteLine($"Key id:      {key.Public.Id}");
        Console.WriteLine($"Next:        export {SigningKey.Variable}={privateFile}");
        return ExitCode.Success;
    }

    private static void CreateForOwner(DirectoryInfo folder)
    {
        if (folder.Exists)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            folder.Create();
        }
        else
        {
            Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
