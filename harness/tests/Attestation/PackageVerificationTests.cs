using System.IO.Compression;
using System.Text;
using CardConformance.Harness.Attestation;

namespace CardConformance.Harness.Tests.Attestation;

/// <summary>Whatever is done to a package, it is noticed.</summary>
public sealed class PackageVerificationTests : IDisposable
{
    private readonly PackedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Test]
    public void Package_as_it_was_made_is_good() => Assert.That(_run.Verify(_run.Zip()), Is.Empty);

    [Test]
    public void One_byte_of_the_zip_file_changed_anywhere_is_refused()
    {
        // Pages are files like others, and long.
        _run.Write("report/index.html", "<p>"u8);
        _run.Write("report/index.en.html", "<p>"u8);
        byte[] zip = _run.Zip();
        List<int> unnoticed = [];
        for (int i = 0; i < zip.Length; i++)
        {
            byte before = zip[i];
            foreach (byte change in (ReadOnlySpan<byte>)[1, 0x20])
            {
                zip[i] = (byte)(before ^ change);
                if (_run.Verify(zip).Length == 0)
                {
                    unnoticed.Add(i);
                }
            }

            zip[i] = before;
        }

        Assert.That(unnoticed, Is.Empty);
        Assert.That(_run.Verify(zip), Is.Empty, "the package is whole again");
    }

    [Test]
    public void One_byte_of_any_file_changed_is_refused_by_the_name_of_the_file()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        foreach ((string path, ReadOnlyMemory<byte> content) in files.Where(file => file.Value.Length > 0))
        {
            foreach (int at in new[] { 0, content.Length / 2, content.Length - 1 })
            {
                byte[] changed = content.ToArray();
                changed[at] ^= 1;
                Assert.That(_run.Verify(PackedRun.With(files, (path, changed))), Has.Some.StartsWith($"{path}: found "), $"{path}, byte {at}");
            }
        }
    }

    [Test]
    public void Every_byte_of_the_envelope_counts()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        byte[] envelope = files["attestation.json"].ToArray();
        for (int i = 0; i < envelope.Length; i++)
        {
            byte before = envelope[i];
            envelope[i] = (byte)(before ^ 1);
            Assert.That(_run.Verify(PackedRun.With(files, ("attestation.json", envelope))), Is.Not.Empty, $"byte {i}");
            envelope[i] = before;
        }
    }

    [TestCase("  ", "")]
    [TestCase("", "\n")]
    [TestCase("\uFEFF", "")]
    public void Envelope_with_something_around_it_is_refused(string before, string behind) =>
        Changed("attestation.json", text => before + text + behind, "attestation.json: found ");

    [Test]
    public void Other_name_of_the_key_is_noticed_although_it_is_not_signed() =>
        Changed(
            "attestation.json",
            text => text.Replace(_run.Key.Public.Id, new string('0', 64), StringComparison.Ordinal),
            "attestation.json: found a good signature in an envelope that was changed");

    [Test]
    public void Line_ends_of_windows_are_a_change() =>
        Changed("scenarios/A_01-un/events.ndjson", text => text.Replace("\n", "\r\n", StringComparison.Ordinal), "scenarios/A_01-un/events.ndjson: found SHA-256 ");

    [Test]
    public void Digests_say_what_was_found_and_expected()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        Assert.That(
            _run.Verify(PackedRun.With(files, ("junit.xml", "<x/>"u8.ToArray()))),
            Is.EqualTo([$"junit.xml: found SHA-256 {Sha256Sum.Of("<x/>"u8)}, expected SHA-256 {Sha256Sum.Of(files["junit.xml"].Span)}"]));
    }

    [Test]
    public void All_changes_are_named_at_once()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        byte[] picture = files["scenarios/A_01-un/01-téléphone.png"].ToArray();
        string[] found = _run.Verify(PackedRun.With(
            files,
            ("run.json", "{}"u8.ToArray()),
            ("report/index.html", null),
            ("scenarios/A_01-un/01-téléphone.png", null),
            ("scenarios/A_01-un/02-téléphone.png", picture),
            ("scenarios/added", [])));
        Assert.That(
            found.Select(line => line.Split(", expected ")[0]),
            Is.EqualTo(
            [
                $"run.json: found SHA-256 {Sha256Sum.Of("{}"u8)}",
                "report/index.html: found nothing",
                "scenarios/A_01-un/01-téléphone.png: found nothing",
                "scenarios/A_01-un/02-téléphone.png: found a file that was not signed",
                "scenarios/added: found a file that was not signed",
            ]));
    }

    [Test]
    public void Two_files_that_changed_places_are_noticed()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        (string one, string other) = ("scenarios/A_01-un/events.ndjson", "scenarios/A_07-deux/events.ndjson");
        Assert.That(
            _run.Verify(PackedRun.With(files, (one, files[other].ToArray()), (other, files[one].ToArray()))),
            Has.Length.EqualTo(2).And.Some.StartsWith(one).And.Some.StartsWith(other));
    }

    [TestCase("attestation.json")]
    [TestCase("SHA256SUMS")]
    [TestCase("verdict.json")]
    public void File_that_is_gone_is_named(string path)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = PackedRun.With(_run.Make().Files, (path, null));
        Assert.That(_run.Verify(files), Has.Some.StartsWith($"{path}: found nothing, expected "));
    }

    [Test]
    public void Key_of_somebody_else_is_refused()
    {
        using var other = SigningKey.CreateNew();
        PackageVerification verification = PackageVerification.Of(PackageContents.ReadZip(_run.Zip()), other.Public);
        Assert.That(
            verification.Findings.Select(PackedRun.Line),
            Is.EqualTo([$"attestation.json: found a signature that was not made with this key (it names key {_run.Key.Public.Id}), expected one of key {other.Public.Id}"]));
        Assert.That(verification.Statement, Is.Null);
    }

    [Test]
    public void Good_statement_about_another_run_is_refused()
    {
        ReadOnlyMemory<byte> statement = _run.Make().Files["attestation.json"];
        _run.Describe(PackedRun.Info with { Seed = 43 });
        Assert.That(
            _run.Verify(PackedRun.With(_run.Make().Files, ("attestation.json", statement.ToArray()))),
            Has.Some.StartsWith("run.json: found SHA-256 ").And.Some.StartsWith("verdict.json: found SHA-256 "));
    }

    [Test]
    public void Good_signature_of_something_else_is_refused()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        Dictionary<string, ReadOnlyMemory<byte>> other = PackedRun.With(files, ("attestation.json", DsseEnvelope.Sign("{}"u8, _run.Key).Write()));
        Assert.That(_run.Verify(other).Single(), Does.StartWith("attestation.json: found something else (").And.EndWith("expected an in-toto statement about a test result"));
        Statement wrongType = PackedRun.StatementOf(_run.Make()) with { PredicateType = "https://slsa.dev/provenance/v1" };
        Assert.That(_run.Verify(_run.SignAgain(files, wrongType)).Single(), Does.StartWith("attestation.json: found a statement https://in-toto.io/Statement/v1 with https://slsa.dev/provenance/v1"));
    }

    [Test]
    public void Signer_cannot_sign_another_verdict_than_the_evidence_gives()
    {
        _run.Fail("A_01-trois", "faux");
        _run.Describe(PackedRun.Info with { RunnerExitCode = 1 });
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        string verdict = Encoding.UTF8.GetString(files["verdict.json"].Span)
            .Replace("notConforming", "conforming", StringComparison.Ordinal).Replace("\"failed\"", "\"passed\"", StringComparison.Ordinal);
        Assert.That(
            _run.Verify(_run.SignAgain(PackedRun.With(files, ("verdict.json", Encoding.UTF8.GetBytes(verdict))))),
            Is.EqualTo(
            [
                "verdict.json: found verdict conforming, expected notConforming, by the evidence",
                "verdict.json: found scenario A_01-trois passed, expected failed, by the evidence",
            ]));
    }

    [Test]
    public void Signer_cannot_change_a_detail_of_the_verdict()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        byte[] verdict = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["verdict.json"].Span).Replace("2.4.1", "2.5.0", StringComparison.Ordinal));
        Assert.That(
            _run.Verify(_run.SignAgain(PackedRun.With(files, ("verdict.json", verdict)))),
            Is.EqualTo(["verdict.json: found something that does not follow from the evidence, expected what \"package\" makes of it"]));
    }

    [Test]
    public void Signer_cannot_state_more_than_the_verdict()
    {
        _run.Describe(PackedRun.Info with { Tags = ["A_01"] });
        RunPackage part = _run.Make(partial: true);
        Statement statement = PackedRun.StatementOf(part);
        Statement better = statement with { Predicate = statement.Predicate with { Result = "PASSED" } };
        Assert.That(
            _run.Verify(_run.SignAgain(part.Files, better)),
            Is.EqualTo(["attestation.json: found a statement (PASSED) that does not follow from the evidence, expected what follows from it (WARNED)"]));
    }

    [Test]
    public void Signer_cannot_leave_a_scenario_out()
    {
        _run.Describe(PackedRun.Info with { Order = ["A_01-un", "A_07-deux"] });
        RunPackage package = _run.Make();
        IEnumerable<(string, byte[]?)> gone = package.Files.Keys.Where(path => path.StartsWith("scenarios/A_07-deux/", StringComparison.Ordinal)).Select(path => (path, (byte[]?)null));
        Assert.That(
            _run.Verify(_run.SignAgain(PackedRun.With(package.Files, gone), PackedRun.StatementOf(package))),
            Has.Some.StartsWith("the evidence: found Scenario A_07-deux began, says run.json, and its evidence is gone")
                .And.Some.EqualTo("verdict.json: found scenario A_07-deux passed, expected not run, by the evidence"));
    }

    [Test]
    public void Evidence_that_cannot_be_judged_is_refused_without_paths_of_this_machine()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        string found = _run.Verify(_run.SignAgain(PackedRun.With(files, ("run.json", "{"u8.ToArray())))).Single();
        Assert.That(found, Does.StartWith("the evidence: found something that cannot be judged (run.json cannot be read"));
        Assert.That(Directory.EnumerateDirectories(Path.GetTempPath(), "cardconformance-verify-*").Where(folder => found.Contains(folder, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_cut_of_the_zip_file_is_refused()
    {
        _run.Write("report/index.html", "<p>"u8);
        _run.Write("report/index.en.html", "<p>"u8);
        byte[] zip = _run.Zip();
        Assert.That(Enumerable.Range(4, zip.Length - 4).Where(length => _run.Verify(zip[..length]).Length == 0), Is.Empty);
        Assert.That(_run.Verify(zip[..^1]).Single(), Does.Contain("found the end of the file in the middle of something"));
    }

    [TestCase("behind", TestName = "Something_behind_the_zip_file")]
    public void Zip_file_with_more_in_it_is_refused(string more) =>
        Assert.That(_run.Verify([.. _run.Zip(), .. Encoding.ASCII.GetBytes(more)]).Single(), Does.StartWith("the zip file: found bytes around its files"));

    [TestCase("../outside", "a path that leads elsewhere")]
    [TestCase("scenarios/../../outside", "a path that leads elsewhere")]
    [TestCase("/etc/cron.d/x", "an absolute path, or a folder")]
    [TestCase("scenarios/", "an absolute path, or a folder")]
    [TestCase("a\\b", "a name with a control character, a backslash or a colon")]
    [TestCase("C:x", "a name with a control character, a backslash or a colon")]
    [TestCase("a\nb", "a name with a control character, a backslash or a colon")]
    [TestCase(".hidden", "a hidden file")]
    public void Names_that_lead_elsewhere_are_refused(string path, string reason) =>
        Assert.That(_run.Verify(PackedRun.With(_run.Make().Files, (path, [1]))).Single(), Does.Contain($"found {reason}, expected a path below the package"));

    [Test]
    public void Zip_file_of_another_program_is_refused_so_that_nothing_can_swell()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry("run.json", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[10_000_000]);
        }

        Assert.That(stream.Length, Is.LessThan(20_000));
        Assert.That(_run.Verify(stream.ToArray()).Single(), Does.Contain("compressed, encrypted or otherwise not as \"package\" writes it"));
    }

    [Test]
    public void Same_name_twice_is_refused()
    {
        byte[] zip = _run.Zip();
        byte[] twice = [.. FirstEntry(zip), .. zip];
        Assert.That(_run.Verify(twice).Single(), Does.Contain("found two files of this name, expected one"));
    }

    [Test]
    public void Unpacked_folder_is_looked_at_as_strictly()
    {
        string folder = Unpack();
        Assert.That(VerifyFolder(folder), Is.Empty);
        Directory.CreateDirectory(Path.Combine(folder, "scenarios", "empty"));
        File.CreateSymbolicLink(Path.Combine(folder, "link"), Path.Combine(folder, "run.json"));
        File.WriteAllText(Path.Combine(folder, ".hidden"), "");
        Assert.That(
            VerifyFolder(folder),
            Is.EquivalentTo(
            [
                "scenarios/empty: found an empty folder, expected nothing",
                "link: found a link, expected nothing but files",
                ".hidden: found a file that was not signed, expected nothing",
            ]));
    }

    [Test]
    public void Self_test_says_so_in_what_is_signed()
    {
        using var key = SigningKey.CreateForSelfTest();
        PackageVerification verification = PackageVerification.Of(PackageContents.ReadZip(PackedRun.ZipOf(_run.Make(key: key).Files)), key.Public);
        Assert.That(verification.Findings, Is.Empty);
        Assert.That(verification.Statement!.IsSelfTest(), Is.True);
        Assert.That(PackedRun.StatementOf(_run.Make()).IsSelfTest(), Is.False);
    }

    private void Changed(string path, Func<string, string> change, string expected)
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = _run.Make().Files;
        byte[] changed = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files[path].Span)));
        Assert.That(_run.Verify(PackedRun.With(files, (path, changed))).Single(), Does.StartWith(expected));
    }

    private static byte[] FirstEntry(byte[] zip) => zip[..(zip.AsSpan(4).IndexOf("PK\u0003\u0004"u8) + 4)];

    private string Unpack()
    {
        File.WriteAllBytes(_run.Beside("package.zip"), _run.Zip());
        ZipFile.ExtractToDirectory(_run.Beside("package.zip"), _run.Beside("unpacked"));
        return _run.Beside("unpacked");
    }

    private string[] VerifyFolder(string folder) =>
        [.. PackageVerification.Of(PackageContents.Read(folder), _run.Key.Public).Findings.Select(PackedRun.Line)];
}
