using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Diagnosis;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Cli;

/// <summary><c>doctor</c>: looks at this workstation, from the reader to the server, and says what to do.</summary>
internal static class DoctorCommand
{
    /// <summary>The variable that holds the code porteur where nobody can be asked.</summary>
    internal const string CodeVariable = "CARDCONFORMANCE_CODE_PORTEUR";

    private const int NameWidth = 21;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Option<FileInfo?> JsonFile = new("--json") { Description = "Also write the results to this file, for machines.", HelpName = "FILE" };

    private static readonly Option<Uri?> TestSsl = new("--test-ssl")
    {
        Description = "Also look at this server, which asks for a card by TLS.",
        HelpName = "URL",
        CustomParser = Address,
    };

    private static readonly Option<bool> Code = new("--code")
    {
        Description = $"With --test-ssl: log in there with the card. Asks for the code porteur here, or takes it from {CodeVariable}. A wrong code costs a try.",
    };

    private static readonly Option<string?> Reader = new("--reader") { Description = "The reader; without it, the first with a card in it.", HelpName = "NAME" };

    private static readonly Option<FileInfo?> Module = new("--module") { Description = "The middleware's PKCS#11 module; without it, OpenSC's.", HelpName = "FILE" };

    private static readonly Option<FileInfo?> Authorities = new("--authorities")
    {
        Description = "Authorities to trust besides the test authority: roots and those below them, PEM.",
        HelpName = "FILE",
    };

    internal static Command Create()
    {
        var command = new Command("doctor", "Looks at this workstation: reader, card, middleware, certificates, clock, revocation list, TLS. Says what to do.")
        {
            JsonFile, TestSsl, Code, Reader, Module, Authorities,
        };
        command.SetAction((arguments, _) => RunAsync(arguments));
        return command;
    }

    private static Uri? Address(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps)
        {
            return address;
        }

        result.AddError($"--test-ssl: an address that begins with https:// is expected, found \"{text}\".");
        return null;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        DiagnosisRequest request = Read(arguments);
        List<CheckResult> results = [];
        await foreach (CheckResult result in new Doctor(request, TimeProvider.System).ExamineAsync())
        {
            results.Add(result);
            Show(result);
        }

        if (arguments.GetValue(JsonFile) is { } file)
        {
            await WriteAsync(file, results);
        }

        return Conclude(results);
    }

    private static DiagnosisRequest Read(ParseResult arguments)
    {
        Uri? server = arguments.GetValue(TestSsl);
        bool signs = arguments.GetValue(Code);
        if (signs && server is null)
        {
            throw new UserException("--code goes with --test-ssl: it is for a login there.");
        }

        TestAuthority authority = CardIssuing.OpenAuthority();
        X509Certificate2Collection given = ReadAuthorities(arguments.GetValue(Authorities));
        return new()
        {
            Module = arguments.GetValue(Module)?.FullName ?? OpenSc.Module,
            Reader = arguments.GetValue(Reader),
            Roots = [.. authority.Roots, .. given.Where(IsRoot)],
            Intermediates = [.. authority.Intermediates, .. given.Where(one => !IsRoot(one))],
            TestSsl = server,
            Code = signs ? AskCode() : null,
        };
    }

    private static bool IsRoot(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static X509Certificate2Collection ReadAuthorities(FileInfo? file)
    {
        X509Certificate2Collection certificates = [];
        if (file is null)
        {
            return certificates;
        }

        try
        {
            certificates.ImportFromPemFile(file.FullName);
        }
        catch (CryptographicException mistake)
        {
            throw new UserException($"--authorities: {file} holds something that is no certificate: {mistake.Message}");
        }

        return certificates.Count > 0 ? certificates : throw new UserException($"--authorities: {file} holds no certificate in PEM.");
    }

    private static string AskCode()
    {
        string? code = Environment.GetEnvironmentVariable(CodeVariable);

        // What is started from here has no business with it.
        Environment.SetEnvironmentVariable(CodeVariable, null);
        code ??= Console.IsInputRedirected ? throw new UserException($"--code: there is nobody to ask here, and {CodeVariable} is not set.") : TypeCode();
        return code.Length is >= 4 and <= 8 && code.All(char.IsAsciiDigit)
            ? code
            : throw new UserException("--code: 4 to 8 digits are expected. The card was not asked, no try is spent.");
    }

    private static string TypeCode()
    {
        Console.Write("Code porteur? (not shown) ");
        var code = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                code.Length = Math.Max(0, code.Length - 1);
            }
            else
            {
                code.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return code.ToString();
    }

    private static void Show(CheckResult result)
    {
        (string mark, string words) = result.Finding.Outcome switch
        {
            FindingOutcome.Good => ("✔", result.Finding.Found),
            FindingOutcome.Bad => ("✘", result.Finding.Found),
            _ => ("–", $"not tested: {result.Finding.Found}"),
        };
        Console.WriteLine($"{mark} {result.Check.PadRight(NameWidth)}{words}");
        foreach (Remedy remedy in result.Finding.Remedies)
        {
            Console.WriteLine($"{new string(' ', NameWidth + 2)}→ {remedy.Words} ({remedy.Source})");
        }
    }

    private static int Conclude(List<CheckResult> results)
    {
        int bad = results.Count(result => result.Finding.Outcome == FindingOutcome.Bad);
        int untested = results.Count(result => result.Finding.Outcome == FindingOutcome.NotTestable);
        Console.WriteLine();
        Console.WriteLine((bad, untested) switch
        {
            (0, 0) => $"All is well: {results.Count} checks.",
            (0, _) => $"Nothing is wrong, but {untested} of {results.Count} checks could not be made.",
            _ => $"{bad} of {results.Count} checks {(bad == 1 ? "asks" : "ask")} for something to be done{(untested > 0 ? $"; {untested} could not be made" : "")}.",
        });
        return bad + untested == 0 ? ExitCode.Success : ExitCode.NotWell;
    }

    private static async Task WriteAsync(FileInfo file, List<CheckResult> results)
    {
        string text = JsonSerializer.Serialize(
            new
            {
                well = results.All(result => result.Finding.Outcome == FindingOutcome.Good),
                checks = results.Select(result => new
                {
                    check = result.Check,
                    outcome = OutcomeName(result.Finding.Outcome),
                    found = result.Finding.Found,
                    remedies = result.Finding.Remedies.Select(remedy => new { words = remedy.Words, source = remedy.Source }),
                }),
            },
            Json);
        try
        {
            await File.WriteAllTextAsync(file.FullName, text + "\n");
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--json: {refusal.Message}");
        }
    }

    private static string OutcomeName(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Good => "good",
        FindingOutcome.Bad => "bad",
        _ => "not testable",
    };
}
