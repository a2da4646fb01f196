using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CardConformance.Harness.Attestation;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Attestation;

/// <summary>What a package holds, and which runs are refused.</summary>
public sealed class RunPackageTests : IDisposable
{
    private readonly PackedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Test]
    public void Statement_has_the_names_of_in_toto()
    {
        string payload = Encoding.UTF8.GetString(PackageJson.Write(PackedRun.StatementOf(_run.Make())));
        using var json = JsonDocument.Parse(payload);
        JsonElement statement = json.RootElement;
        Assert.That(statement.GetProperty("_type").GetString(), Is.EqualTo("https://in-toto.io/Statement/v1"));
        Assert.That(statement.GetProperty("predicateType").GetString(), Is.EqualTo("https://in-toto.io/attestation/test-result/v0.1"));
        Assert.That(
            statement.GetProperty("subject").EnumerateArray().Select(subject => subject.GetProperty("name").GetString()),
            Is.EqualTo(["SHA256SUMS", "junit.xml", "messages.ndjson", "product.json", "run.json", "suite.json", "verdict.json"]));
        Assert.That(
            statement.GetProperty("subject").EnumerateArray().Select(subject => subject.GetProperty("digest").GetProperty("sha256").GetString()),
            Has.All.Length.EqualTo(64));
        JsonElement predicate = statement.GetProperty("predicate");
        Assert.That(
            predicate.EnumerateObject().Select(member => member.Name),
            Is.EqualTo(["result", "configuration", "passedTests", "warnedTests", "failedTests"]));
        Assert.That(predicate.GetProperty("result").GetString(), Is.EqualTo("PASSED"));
        Assert.That(predicate.GetProperty("passedTests").EnumerateArray().Select(id => id.GetString()), Is.EqualTo(["A_01-un", "A_07-deux"]));
        JsonElement suite = predicate.GetProperty("configuration")[0];
        Assert.That(suite.GetProperty("digest").GetProperty("gitCommit").GetString(), Is.EqualTo(PackedRun.Commit));
        Assert.That(suite.GetProperty("annotations").GetProperty("signingKey").GetString(), Is.EqualTo("kept"));
        Assert.That(suite.GetProperty("annotations").GetProperty("scope").GetString(), Is.EqualTo("whole"));
    }

    [Test]
    public void Verdict_says_what_was_tested_and_how_it_went()
    {
        _run.Fail("A_01-trois", "Le fichier /home/qa/portail/harness/src/Pages/Page.cs dit non, https://portail.example/a/b aussi");
        _run.Describe(PackedRun.Info with { RunnerExitCode = 1 });
        string verdict = Encoding.UTF8.GetString(_run.Make().Files["verdict.json"].Span);
        Assert.That(verdict, Is.EqualTo($$"""
            {
              "format": 1,
              "suite": "0.1.0+{{PackedRun.Commit}}",
              "product": {
                "name": "Portail d'essai",
                "version": "2.4.1",
                "observed": true
              },
              "scope": {
                "whole": true,
                "missing": [],
                "othersFeatures": false
              },
              "seed": 42,
              "started": "2026-03-02T09:30:00.000Z",
              "ended": "2026-03-02T09:30:02.000Z",
              "verdict": "notConforming",
              "requirements": [
                {
                  "id": "A_01",
                  "status": "failed",
                  "scenarios": [
                    "A_01-trois",
                    "A_01-un"
                  ]
                },
                {
                  "id": "A_07",
                  "status": "passed",
                  "scenarios": [
                    "A_07-deux"
                  ]
                }
              ],
              "scenarios": [
                {
                  "id": "A_01-trois",
                  "requirements": [
                    "A_01"
                  ],
                  "status": "failed",
                  "attempts": 1,
                  "durationMilliseconds": 2000,
                  "error": "Le fichier …/Page.cs dit non, https://portail.example/a/b aussi",
                  "blame": "product"
                },
                {
                  "id": "A_01-un",
                  "requirements": [
                    "A_01"
                  ],
                  "status": "passed",
                  "attempts": 1,
                  "durationMilliseconds": 2000
                },
                {
                  "id": "A_07-deux",
                  "requirements": [
                    "A_07"
                  ],
                  "status": "passed",
                  "attempts": 1,
                  "durationMilliseconds": 2000
                }
              ]
            }

            """));
        TestResult stated = PackedRun.StatementOf(_run.Make()).Predicate;
        Assert.That(stated.Result, Is.EqualTo("FAILED"));
        Assert.That(stated.FailedTests, Is.EqualTo(["A_01-trois"]));
    }

    [Test]
    public void Same_run_gives_the_same_bytes_but_for_the_signature()
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> first = _run.Make().Files;
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> second = _run.Make().Files;
        Assert.That(WithoutSignature(second), Is.EqualTo(WithoutSignature(first)));
        Assert.That(
            DsseEnvelope.Read(second["attestation.json"].Span).Payload, Is.EqualTo(DsseEnvelope.Read(first["attestation.json"].Span).Payload));

        static byte[] WithoutSignature(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
            PackedRun.ZipOf(PackedRun.With(files, ("attestation.json", null)));
    }

    [Test]
    public async Task Other_programs_unpack_it_and_check_its_digests()
    {
        await File.WriteAllBytesAsync(_run.Beside("package.zip"), _run.Zip());
        string folder = _run.Beside("unpacked");
        await ZipFile.ExtractToDirectoryAsync(_run.Beside("package.zip"), folder);
        ProgramResult sums = await new ProgramRun("sh", "-c", "cd \"$0\" && sha256sum --check --strict --quiet SHA256SUMS", folder).RunAsync();
        Assert.That(sums.Text, Is.Empty);
        Assert.That(sums.ExitCode, Is.Zero);
        Assert.That(File.Exists(Path.Combine(folder, "scenarios", "A_01-un", "01-téléphone.png")), Is.True);
        Assert.That(File.GetUnixFileMode(Path.Combine(folder, "run.json")), Is.EqualTo((UnixFileMode)0b110_100_100));
        Assert.That(PackageVerification.Of(PackageContents.Read(folder), _run.Key.Public).Findings, Is.Empty);
    }

    [Test]
    public void Hidden_files_and_recordings_of_what_was_typed_stay_out_and_are_named()
    {
        _run.Write(".DS_Store", [1]);
        _run.Write("scenarios/A_01-un/.swp", [1]);
        _run.Write("scenarios/A_01-un/ordinateur.zip", [1]);
        RunPackage package = _run.Make();
        Assert.That(package.LeftOut, Is.EquivalentTo([".DS_Store", "scenarios/A_01-un/.swp", "scenarios/A_01-un/ordinateur.zip"]));
        Assert.That(package.Files.Keys.Intersect(package.LeftOut), Is.Empty);
    }

    [Test]
    public void Messages_are_named_by_the_statement_when_they_are_there()
    {
        _run.Write("messages.ndjson", "{}\n"u8);
        Assert.That(PackedRun.StatementOf(_run.Make()).Subject.Select(subject => subject.Name), Has.Member("messages.ndjson"));
    }

    [Test]
    public void Limited_run_is_refused_unless_a_part_is_asked_for()
    {
        _run.Describe(PackedRun.Info with { Tags = ["A_01"] });
        Refuses("The run was limited to A_01.", "--partial");
        RunPackage part = _run.Make(partial: true);
        Assert.That(part.Verdict.Scope.Missing, Is.EqualTo(["The run was limited to A_01."]));
        Assert.That(PackedRun.StatementOf(part).Predicate.Result, Is.EqualTo("WARNED"), "not PASSED");
        Assert.That(_run.Verify(part.Files), Is.Empty);
    }

    [Test]
    public void Whole_plan_and_what_does_not_apply_are_no_part()
    {
        Directory.Delete(_run.In("scenarios/A_07-deux"), recursive: true);
        _run.Describe(PackedRun.Info with { Plan = "socle" });
        RunPackage plan = _run.Make();
        Assert.That(plan.Verdict.Scope, Has.Property("Whole").True.And.Property("Plan").EqualTo("socle"));
        Assert.That(_run.Verify(plan.Files), Is.Empty);
        _run.Describe(PackedRun.Info with { NotApplicable = new Dictionary<string, string> { ["A_07"] = "pas de carte" } });
        RunPackage package = _run.Make();
        Assert.That(package.Verdict.Requirements[1], Has.Property("Status").EqualTo("notApplicable").And.Property("Reason").EqualTo("pas de carte"));
        Assert.That(PackedRun.StatementOf(package).Predicate.Result, Is.EqualTo("PASSED"));
        Assert.That(_run.Verify(package.Files), Is.Empty);
    }

    [Test]
    public void Stopped_run_is_refused_unless_a_part_is_asked_for()
    {
        _run.Kill("A_01-zwei");
        _run.Describe(PackedRun.Info with { RunnerExitCode = null });
        Refuses("The run was stopped before its end.", "Scenario A_01-zwei never ended.");
        RunPackage part = _run.Make(partial: true);
        Assert.That(PackedRun.StatementOf(part).Predicate.Result, Is.EqualTo("FAILED"));
        Assert.That(_run.Verify(part.Files), Is.Empty);
    }

    [Test]
    public void Runner_that_broke_off_is_refused()
    {
        _run.Describe(PackedRun.Info with { RunnerExitCode = 137 });
        Refuses("The test runner broke off with exit code 137, although no scenario failed.");
    }

    [Test]
    public void Requirement_that_nothing_was_run_for_makes_it_a_part()
    {
        Directory.Delete(_run.In("scenarios/A_07-deux"), recursive: true);
        Refuses("No scenario was run for A_07.");
    }

    [Test]
    public void Many_requirements_that_nothing_was_run_for_are_counted()
    {
        string[] all = ["A_01", "A_07", .. Enumerable.Range(1, 9).Select(number => $"B_0{number}")];
        _run.Write(SuiteRecord.FileName, PackageJson.Write(new SuiteRecord(PackedRun.Info.Version, all, new Dictionary<string, IReadOnlyList<string>>(), [])));
        RunPackage part = _run.Make(partial: true);
        Assert.That(part.Verdict.Scope.Missing, Is.EqualTo(["No scenario was run for 9 of 11 requirements: B_01, B_02, B_03, B_04, B_05, …"]));
        Assert.That(part.Verdict.Requirements.Count(requirement => requirement.Status == "notRun"), Is.EqualTo(9), "each has its own line in verdict.json");
        Assert.That(_run.Verify(part.Files), Is.Empty);
    }

    [Test]
    public void What_cannot_be_tried_on_the_product_is_told_with_the_reason_and_speaks_for_nothing()
    {
        _run.GiveUp("A_07-trois", "A_07", "Son heure est celle de la machine.");
        RunPackage package = _run.Make();
        Assert.That(package.Verdict.Scenarios.Single(scenario => scenario.Id == "A_07-trois"), Has.Property("Status").EqualTo("notTestable").And.Property("Reason").EqualTo("Son heure est celle de la machine."));
        Assert.That(package.Verdict.Requirements.Single(requirement => requirement.Id == "A_07").Status, Is.EqualTo("passed"), "another scenario of it was played");
        TestResult stated = PackedRun.StatementOf(package).Predicate;
        Assert.That(stated.Result, Is.EqualTo("PASSED"));
        Assert.That(stated.PassedTests.Concat(stated.FailedTests), Has.None.EqualTo("A_07-trois"));
        Assert.That(_run.Verify(package.Files), Is.Empty);

        Directory.Delete(_run.In("scenarios/A_07-deux"), recursive: true);
        Assert.That(_run.Make().Verdict.Requirements.Single(requirement => requirement.Id == "A_07").Status, Is.EqualTo("notTestable"));
    }

    [Test]
    public void Evidence_that_is_gone_or_moved_is_noticed()
    {
        _run.Describe(PackedRun.Info with { Order = ["A_01-un", "A_07-deux", "A_07-trois"] });
        Refuses("Scenario A_07-trois began, says run.json, and its evidence is gone.");
        _run.Describe(PackedRun.Info with { Order = ["A_01-un"] });
        Refuses("Scenario A_07-deux did not run, says run.json");
        _run.Describe(PackedRun.Info with { Version = "0.2.0" });
        Refuses($"run.json is of CardConformance 0.2.0, suite.json of 0.1.0+{PackedRun.Commit}.");
        _run.Describe(PackedRun.Info);
        Directory.Move(_run.In("scenarios/A_07-deux"), _run.In("scenarios/A_07-trois"));
        Refuses("scenarios/A_07-trois is not that of the scenario whose events.ndjson it holds.");
    }

    [TestCase("> 00 20 00 01 04 31 32 33 34", 5)]
    [TestCase("> 00 24 00 01 08 31 32 33 34 35 36 37 38", 5)]
    [TestCase("> 0C 2C 02 01 04 31 32 33 34", 5)]
    public void Code_that_is_not_masked_is_never_packed(string command, int line)
    {
        File.AppendAllText(_run.In("scenarios/A_01-un/apdu.txt"), $"# 2026-03-02T09:30:01.000000Z, 1.000 ms\n{command}\n< 90 00\n");
        Refuses($"scenarios/A_01-un/apdu.txt, line {line}, shows a code: it is not masked.");
    }

    [Test]
    public void Masked_code_and_question_about_tries_are_no_leak()
    {
        File.AppendAllText(
            _run.In("scenarios/A_01-un/apdu.txt"),
            "# 2026-03-02T09:30:01.000000Z, 1.000 ms\n> 00 20 00 01 04 ** ** ** **\n< 90 00\n# 2026-03-02T09:30:01.000000Z, 1.000 ms\n> 00 20 00 01 00\n< 63 C3\n");
        Assert.That(_run.Verify(_run.Zip()), Is.Empty);
    }

    [Test]
    public void Private_key_is_never_packed()
    {
        using var key = SigningKey.CreateNew();
        key.Save(_run.In("key.pem"), password: null);
        Refuses("key.pem holds a private key.");
    }

    [Test]
    public void Links_are_not_followed()
    {
        File.CreateSymbolicLink(_run.In("scenarios/A_01-un/99.png"), "/etc/hostname");
        Refuses("scenarios/A_01-un/99.png is a link");
    }

    [Test]
    public void All_that_is_wrong_is_said_at_once()
    {
        File.Delete(_run.In("suite.json"));
        File.WriteAllText(_run.In("product.json"), "{\"name\":\"x\"}");
        File.Delete(_run.In("junit.xml"));
        Directory.Delete(_run.In("report"), recursive: true);
        Refuses("suite.json is missing: the run was made by an earlier version", "product.json cannot be read", "junit.xml is missing; \"report ", "report/index.html is missing");
    }

    [Test]
    public void Nothing_that_ran_is_nothing_to_hand_in()
    {
        Directory.Delete(_run.In("scenarios"), recursive: true);
        Directory.CreateDirectory(_run.In("scenarios"));
        var refusal = Assert.Throws<UserException>(() => _run.Make(partial: true));
        Assert.That(refusal.Message, Does.Contain("No scenario was run."));
    }

    [Test]
    public void Verdict_names_no_path_of_the_machine() =>
        Assert.That(
            ScenarioRecord.WithoutPaths("File /a/b.c (/home/qa/x.cs:3) http://127.0.0.1:80/a/b/c 3/4/5 /seul"),
            Is.EqualTo("File …/b.c (…/x.cs:3) http://127.0.0.1:80/a/b/c 3/4/5 /seul"));

    private void Refuses(params string[] reasons)
    {
        var refusal = Assert.Throws<UserException>(() => _run.Make());
        foreach (string reason in reasons)
        {
            Assert.That(refusal.Message, Does.Contain(reason));
        }
    }
}
