using System.CommandLine;
using CardConformance.Harness.Attestation;

namespace CardConformance.Harness.Cli;

/// <summary><c>verify</c>: whether a package is what its signer signed. Needs no network.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> Package = new("package") { Description = "The zip file, or the folder that it was unpacked to." };

    private static readonly Option<FileInfo> PublicKey = new("--public-key")
    {
        Description = "The signer's public key in PEM, which came to you by another way than the package.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<bool> SelfTest = new("--self-test")
    {
        Description = "Accept a package that was signed with a throw-away key, which says nothing about who made it.",
    };

    internal static Command Create()
    {
        var command = new Command(
            "verify",
            "Verifies a package offline with one public key: signature, every byte, and that the verdict follows from the evidence. "
            + "Exit code: 0 verified, whatever its verdict says; 1 refused; 2 could not be looked at.")
        {
            Package, PublicKey, SelfTest,
        };
        command.SetAction(arguments => Verify(arguments.GetValue(Package)!, arguments.GetValue(PublicKey)!.FullName, arguments.GetValue(SelfTest)));
        return command;
    }

    private static int Verify(string path, string publicKey, bool acceptsSelfTest)
    {
        using VerificationKey key = VerificationKey.Load(publicKey);
        PackageVerification verification;
        PackageContents? package = null;
        try
        {
            package = PackageContents.Read(path);
            verification = PackageVerification.Of(package, key);
        }
        catch (PackageException damage)
        {
            verification = new([damage.Finding], null, null);
        }

        if (verification is { Findings.Count: 0, Statement: { } statement } && statement.IsSelfTest() && !acceptsSelfTest)
        {
            verification = verification with
            {
                Findings = [new(PackageContents.AttestationFile, "a self-test: signed with a throw-away key", "a key that is kept; or say --self-test")],
            };
        }

        if (verification.Findings.Count > 0)
        {
            VerificationText.WriteRefusal(verification);
            return ExitCode.Refused;
        }

        VerificationText.WriteAcceptance(package!, verification, key);
        return ExitCode.Success;
    }
}
