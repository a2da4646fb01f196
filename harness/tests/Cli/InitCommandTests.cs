using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pages;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>init</c>: what it writes is read again by what reads targets, and explains all that may be said.</summary>
public sealed class InitCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-init-");

    private string Written => Path.Combine(_folder.FullName, "product.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task What_it_writes_describes_a_target()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("init", Written);
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.StartWith($"{Written} is written.").And.Contain("run --target product.json --certify socle"));
        var target = Target.Load(Written);
        Assert.That(target.WhyNot(Capability.CardActivation), Is.Null);
        Assert.That(target.Lacks, Has.Count.EqualTo(Enum.GetValues<Capability>().Length - 1));
        Assert.That(target.Addresses!.Card, Is.EqualTo(new Uri("https://localhost:8444/")));
    }

    [Test]
    public void Every_placeholder_and_word_is_explained()
    {
        foreach (string name in TargetStart.Placeholders.Keys.Select(key => $"{{{key}}}:").Concat(Wording.All.Select(words => $"\"{words.Text}\":")).Concat(Wording.Texts))
        {
            Assert.That(NewTarget.Text, Does.Contain(name));
        }
    }

    [Test]
    public void Every_word_that_it_shows_is_known()
    {
        string named = NewTarget.Text.Replace("    // \"", "    \"", StringComparison.Ordinal);
        foreach (Wording words in Wording.All)
        {
            named = named.Replace($"\"{words.Text}\": \"…\"", $"\"{words.Text}\": \"ours\",", StringComparison.Ordinal);
        }

        foreach (string text in Wording.Texts)
        {
            named = named.Replace($"\"{text}\": \"…\"", $"\"{text}\": \"ours\",", StringComparison.Ordinal);
        }

        // What was said behind each word is a comment again.
        File.WriteAllText(Written, string.Join('\n', named.Split('\n').Select(line => line.Replace("\": \"ours\",", "\": \"ours\", //", StringComparison.Ordinal))));
        Assert.That(Target.Load(Written).Words, Has.Count.EqualTo(Wording.All.Count + Wording.Texts.Count));
    }

    [Test]
    public async Task File_that_is_there_stays_as_it_is()
    {
        await File.WriteAllTextAsync(Written, "ours");
        ProgramResult result = await CardConformanceProgram.RunAsync("init", Written);
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Is.EqualTo($"{Written} is there already, and stays as it is: give another name.\n"));
        Assert.That(await File.ReadAllTextAsync(Written), Is.EqualTo("ours"));
    }
}
