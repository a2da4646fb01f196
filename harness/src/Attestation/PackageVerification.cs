using System.Text.Json;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Attestation;

/// <summary>What came of looking at a package with one public key.</summary>
/// <param name="Findings">All that is wrong; empty when the package is what its signer signed.</param>
/// <param name="Statement">What was signed, once the signature is good.</param>
/// <param name="Verdict">What the run says, once the package is good.</param>
internal sealed record PackageVerification(IReadOnlyList<Finding> Findings, Statement? Statement, VerdictRecord? Verdict)
{
    /// <summary>Looks at a package: signature, every file, and whether the verdict follows from the evidence.</summary>
    internal static PackageVerification Of(PackageContents package, VerificationKey key)
    {
        try
        {
            Statement statement = ReadStatement(package, key);
            Finding[] changed = [.. package.Findings, .. CompareFiles(package, statement)];
            if (changed.Length > 0)
            {
                return new(changed, statement, null);
            }

            if (package.Wrapping is { } wrapping)
            {
                return new([wrapping], statement, null);
            }

            var verdict = VerdictOf(package);
            return new([.. Judge(package, statement, verdict)], statement, verdict);
        }
        catch (PackageException mistake)
        {
            return new([mistake.Finding], null, null);
        }
    }

    private static Statement ReadStatement(PackageContents package, VerificationKey key)
    {
        const string File = PackageContents.AttestationFile;
        if (!package.Files.TryGetValue(File, out ReadOnlyMemory<byte> content))
        {
            throw new PackageException(File, "nothing", "the signed statement");
        }

        DsseEnvelope envelope = Read(File, content, json => DsseEnvelope.Read(json), "a DSSE envelope");
        byte[] payload = Base64(envelope.Payload);
        byte[] signature = Base64(envelope.Signatures[0].Sig);
        if (!key.Verify(DsseEnvelope.PreAuthenticationEncoding(envelope.PayloadType, payload), signature))
        {
            throw new PackageException(File, $"a signature that was not made with this key (it names key {Shown(envelope.Signatures[0].KeyId)})", $"one of key {key.Id}");
        }

        // Spaces and the name of the key are not signed; yet nothing at all may have been touched.
        DsseEnvelope asWritten = new(Convert.ToBase64String(payload), DsseEnvelope.InTotoType, [new(key.Id, Convert.ToBase64String(signature))]);
        if (!content.Span.SequenceEqual(asWritten.Write()))
        {
            throw new PackageException(File, "a good signature in an envelope that was changed", "the envelope as \"package\" writes it");
        }

        Statement statement = Read(File, payload, json => PackageJson.Read<Statement>(json), "an in-toto statement about a test result");
        return statement is { Type: Statement.StatementType, PredicateType: Statement.TestResultType }
            ? statement
            : throw new PackageException(File, $"a statement {statement.Type} with {statement.PredicateType}", $"{Statement.StatementType} with {Statement.TestResultType}");
    }

    private static IEnumerable<Finding> CompareFiles(PackageContents package, Statement statement)
    {
        foreach (Finding finding in Compare(package, statement.Subject.ToDictionary(subject => subject.Name, DigestOf)))
        {
            yield return finding;
        }

        ReadOnlyMemory<byte> list = package.Files.GetValueOrDefault(PackageContents.DigestsFile);
        if (Sha256Sum.Read(list.Span) is not { } digests)
        {
            yield return new(PackageContents.DigestsFile, "something else", "the list of digests that was signed");
            yield break;
        }

        foreach (Finding finding in Compare(package, digests).Where(finding => statement.Subject.All(subject => subject.Name != finding.File)))
        {
            yield return finding;
        }

        foreach (string added in package.Files.Keys.Except([.. digests.Keys, PackageContents.DigestsFile, PackageContents.AttestationFile]).Order(StringComparer.Ordinal))
        {
            yield return new(added, "a file that was not signed", "nothing");
        }
    }

    private static IEnumerable<Finding> Compare(PackageContents package, IReadOnlyDictionary<string, string> expected)
    {
        foreach ((string path, string digest) in expected.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (!package.Files.TryGetValue(path, out ReadOnlyMemory<byte> content))
            {
                yield return new(path, "nothing", $"SHA-256 {digest}");
            }
            else if (Sha256Sum.Of(content.Span) is var found && found != digest)
            {
                yield return new(path, $"SHA-256 {found}", $"SHA-256 {digest}");
            }
        }
    }

    private static string DigestOf(ResourceDescriptor subject) => subject.Digest.GetValueOrDefault(ResourceDescriptor.Sha256Algorithm, "none");

    private static VerdictRecord VerdictOf(PackageContents package)
    {
        VerdictRecord verdict = Read(VerdictRecord.FileName, package, json => PackageJson.Read<VerdictRecord>(json), "a verdict");
        return verdict.Format == VerdictRecord.CurrentFormat
            ? verdict
            : throw new PackageException(VerdictRecord.FileName, $"format {verdict.Format}", $"format {VerdictRecord.CurrentFormat}; use the CardConformance that made it: {verdict.Suite}");
    }

    // The signer may have signed a verdict that the evidence does not give.
    private static IEnumerable<Finding> Judge(PackageContents package, Statement statement, VerdictRecord verdict)
    {
        SuiteRecord suite = Read(SuiteRecord.FileName, package, json => SuiteRecord.Read(json), "what the run was played with");
        TestedProduct product = Read(TestedProduct.FileName, package, json => TestedProduct.Read(json), "name and version of the product");
        using var evidence = UnpackedEvidence.Of(package);
        VerdictRecord own = VerdictRecord.Make(evidence.Run, suite, product);
        foreach (string complaint in RunConsistency.ComplaintsAbout(evidence.Run, suite))
        {
            yield return new("the evidence", complaint.TrimEnd('.'), "parts of one run");
        }

        Finding[] differences = [.. Compare(verdict, own)];
        foreach (Finding difference in differences)
        {
            yield return difference;
        }

        if (differences.Length == 0 && !package.Files[VerdictRecord.FileName].Span.SequenceEqual(PackageJson.Write(own)))
        {
            yield return new(VerdictRecord.FileName, "something that does not follow from the evidence", "what \"package\" makes of it");
        }

        Statement again = Statement.Make(statement.Subject.Select(subject => (subject.Name, DigestOf(subject))), own, suite, statement.IsSelfTest());
        if (!PackageJson.Write(statement).AsSpan().SequenceEqual(PackageJson.Write(again)))
        {
            yield return new(
                PackageContents.AttestationFile,
                $"a statement ({statement.Predicate.Result}) that does not follow from the evidence",
                $"what follows from it ({again.Predicate.Result})");
        }

        foreach (string needed in RunPackage.Subjects.Except([.. statement.Subject.Select(subject => subject.Name), RunPackage.MessagesFile]))
        {
            yield return new(PackageContents.AttestationFile, $"a statement that does not name {needed}", "all that it has to name");
        }
    }

    private static IEnumerable<Finding> Compare(VerdictRecord found, VerdictRecord own)
    {
        if (found.Verdict != own.Verdict)
        {
            yield return new(VerdictRecord.FileName, $"verdict {found.Verdict}", $"{own.Verdict}, by the evidence");
        }

        var theirs = found.Scenarios.ToLookup(scenario => scenario.Id, scenario => scenario.Status);
        var ours = own.Scenarios.ToLookup(scenario => scenario.Id, scenario => scenario.Status);
        foreach (string id in theirs.Select(one => one.Key).Union(ours.Select(one => one.Key)))
        {
            (string status, string expected) = (Words(theirs[id]), Words(ours[id]));
            if (status != expected)
            {
                yield return new(VerdictRecord.FileName, $"scenario {id} {status}", $"{expected}, by the evidence");
            }
        }
    }

    private static string Words(IEnumerable<string> statuses) => string.Join(" and ", statuses) is { Length: > 0 } words ? words : "not run";

    private static byte[] Base64(string text)
    {
        try
        {
            // DSSE allows the form for addresses too.
            return Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'));
        }
        catch (FormatException)
        {
            throw new PackageException(PackageContents.AttestationFile, "something that is not base64", "payload and signature in base64");
        }
    }

    private static T Read<T>(string path, PackageContents package, Func<ReadOnlySpan<byte>, T> read, string expected) =>
        package.Files.TryGetValue(path, out ReadOnlyMemory<byte> content)
            ? Read(path, content, read, expected)
            : throw new PackageException(path, "nothing", expected);

    private static T Read<T>(string path, ReadOnlyMemory<byte> content, Func<ReadOnlySpan<byte>, T> read, string expected)
    {
        try
        {
            return read(content.Span);
        }
        catch (JsonException mistake)
        {
            throw new PackageException(path, $"something else ({mistake.Message.TrimEnd('.')})", expected);
        }
    }

    private static string Shown(string? id) => id is { Length: > 0 and <= 128 } && id.All(char.IsAsciiLetterOrDigit) ? id : "of no readable name";
}
