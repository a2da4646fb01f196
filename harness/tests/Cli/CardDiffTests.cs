using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>card diff</c>.</summary>
public sealed class CardDiffTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-diff-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task Two_traces_that_are_the_same()
    {
        string a = Write("a.txt", Trace("63 C3"));
        string b = Write("b.txt", "# another comment\n" + Trace("63 C3"));
        ProgramResult result = await DiffAsync(a, b);
        Assert.That(result.Output, Is.EqualTo("The same: 8 exchanges.\n"));
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Two_traces_that_part()
    {
        string a = Write("a.txt", Trace("63 C3"));
        string b = Write("b.txt", "# one line more\n" + Trace("63 C2"));
        ProgramResult result = await DiffAsync(a, b);
        Assert.That(
            result.Output,
            Is.EqualTo(
                $"""
                A  {a}
                B  {b}
                The same for 4 exchanges, then the responses differ, first in byte 2: C3 in A, C2 in B.

                A 3, B 4         > 00 B0 01 00 01
                                 < 01 90 00
                A 5, B 6         > 00 B0 02 00 01
                                 < 02 90 00
                A 7, B 8         > 00 B0 03 00 01
                                 < 03 90 00

                A 9              > 00 20 00 01 00
                                 < 63 C3
                A 11             > 00 B0 05 00 01
                                 < 05 90 00
                A 13             > 00 B0 06 00 01
                                 < 06 90 00
                A 15             > 00 B0 07 00 01
                                 < 07 90 00
                A ends.

                B 10             > 00 20 00 01 00
                                 < 63 C2
                B 12             > 00 B0 05 00 01
                                 < 05 90 00
                B 14             > 00 B0 06 00 01
                                 < 06 90 00
                B 16             > 00 B0 07 00 01
                                 < 07 90 00
                B ends.

                """));
        Assert.That(result.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task One_trace_that_goes_on()
    {
        string a = Write("a.txt", "> RESET\n< 3B 00\n");
        string b = Write("b.txt", "> RESET\n< 3B 00\n> POWER DOWN\n<\n");
        ProgramResult result = await DiffAsync(a, b);
        Assert.That(result.Output, Does.Contain("The same for 1 exchanges, then A ends here, B goes on.").And.EndWith("A ends.\n\nB 3              > POWER DOWN\n                 <\nB ends.\n"));
        Assert.That(result.ExitCode, Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(0, "--ignore-random")]
    public async Task Random_bytes(int exitCode, params string[] options)
    {
        string a = Write("a.txt", "> 00 84 00 00 02\n< 11 22 90 00\n");
        string b = Write("b.txt", "> 00 84 00 00 02\n< 33 44 90 00\n");
        Assert.That((await DiffAsync([a, b, .. options])).ExitCode, Is.EqualTo(exitCode));
    }

    [TestCase(0)]
    [TestCase(0, "--times", "10")]
    [TestCase(1, "--times", "9.5")]
    public async Task Times(int exitCode, params string[] options)
    {
        string a = Write("a.txt", "# 2026-03-01T08:05:00.000000Z, 100.000 ms\n> 00 20 00 01 00\n< 63 C3\n");
        string b = Write("b.txt", "# 2026-03-02T08:05:00.000000Z, 110.000 ms\n> 00 20 00 01 00\n< 63 C3\n");
        Assert.That((await DiffAsync([a, b, .. options])).ExitCode, Is.EqualTo(exitCode));
    }

    [TestCase("no trace", "/b.txt, line 1: a command (>) or a comment (#) is expected here, found \"no trace\".\n")]
    [TestCase("> RESET", "/b.txt, line 2: the response (<) is expected here, found nothing.\n")]
    [TestCase(null, "Cannot read the trace: Could not find file '")]
    public async Task File_that_is_no_trace(string? content, string message)
    {
        string a = Write("a.txt", "> RESET\n< 3B 00\n");
        string b = content is null ? Path.Combine(_folder.FullName, "missing") : Write("b.txt", content);
        ProgramResult result = await DiffAsync(a, b);
        Assert.That(result.Errors, Does.Contain(message));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [TestCase("--times: a number of milliseconds is expected, found \"-1\".", "--times", "-1")]
    [TestCase("--times: a number of milliseconds is expected, found \"some\".", "--times", "some")]
    [TestCase("Required argument missing for command: 'diff'.")]
    public async Task Mistakes_are_answered_with_a_sentence(string expected, params string[] options)
    {
        string a = Write("a.txt", "> RESET\n< 3B 00\n");
        ProgramResult result = await DiffAsync(options.Length > 0 ? [a, a, .. options] : [a]);
        Assert.That(result.Errors, Does.StartWith(expected));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    // Eight exchanges, of which the fifth has this answer.
    private static string Trace(string fifth) => string.Concat(
        Enumerable.Range(0, 8).Select(i => i == 4 ? $"> 00 20 00 01 00\n< {fifth}\n" : $"> 00 B0 0{i} 00 01\n< 0{i} 90 00\n"));

    private static Task<ProgramResult> DiffAsync(params string[] arguments) => CardConformanceProgram.RunAsync(["card", "diff", .. arguments]);

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
