using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Cli;

/// <summary>The repository as somebody has it who has just built it: the program and its data, in a folder in which anything may be spoilt.</summary>
internal sealed class WorkingCopy : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("cardconformance-copy-");
    private readonly DirectoryInfo _temporary;
    private readonly string _program;

    internal WorkingCopy()
    {
        // Also for tests that run the program as somebody else.
        File.SetUnixFileMode(_root.FullName, Everybody);
        _temporary = _root.CreateSubdirectory("tmp");
        File.SetUnixFileMode(_temporary.FullName, Everybody);
        string build = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string program = Path.Combine("artifacts", "bin", "CardConformance.Harness", build);
        _program = In(program, "CardConformance.Harness.dll");
        Copy(Repository.Fixtures, In("fixtures"));
        Copy(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "CardConformance.Harness", build)), In(program));
        File.WriteAllText(In("CardConformance.sln"), "");
    }

    /// <summary>What all its processes carry.</summary>
    internal ProcessMark Mark { get; } = new();

    /// <summary>Variables for its processes.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>Path of something in it.</summary>
    internal string In(params IEnumerable<string> names) => Path.Combine([_root.FullName, .. names]);

    /// <summary>Path of a file beside the program.</summary>
    internal string BesideProgram(string name) => Path.Combine(Path.GetDirectoryName(_program)!, name);

    /// <summary>Puts something wrong into a file.</summary>
    internal void Spoil(string file, string right, string wrong)
    {
        string text = File.ReadAllText(In(file));
        int at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, $"{file} holds {right}");
        File.WriteAllText(In(file), text[..at] + wrong + text[(at + right.Length)..]);
    }

    /// <summary>Runs <c>card insert</c> until it gives up.</summary>
    /// <param name="surroundings">Where, or as whom.</param>
    /// <param name="arguments">What is typed behind <c>card insert</c>.</param>
    internal async Task<ProgramResult> RunAsync(Surroundings surroundings, params IEnumerable<string> arguments)
    {
        string[] command = CommandLine(surroundings, arguments);
        return await new ProgramRun(command[0], command[1..]) { Environment = Variables() }.RunAsync();
    }

    /// <summary>Starts <c>card insert</c> and waits until the card is in.</summary>
    internal async Task<InsertedCard> InsertAsync(Surroundings surroundings, params IEnumerable<string> arguments)
    {
        string[] command = CommandLine(surroundings, arguments);
        return await InsertedCard.StartAsync(command[0], command[1..], Variables());
    }

    /// <summary>Nothing of it runs any more, and it has left nothing among the temporary files.</summary>
    internal void ExpectNothingLeft()
    {
        Assert.That(Mark.FindProcesses(), Is.Empty);
        Assert.That(_temporary.EnumerateFileSystemInfos().Select(left => left.Name), Is.Empty);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string[] CommandLine(Surroundings surroundings, IEnumerable<string> arguments) =>
        [.. surroundings.Prefix, "dotnet", _program, "card", "insert", .. arguments];

    // Without diagnostics, for which .NET keeps sockets among the temporary files.
    private Dictionary<string, string> Variables() => new(Environment)
    {
        [ProcessMark.Variable] = Mark.Value,
        ["TMPDIR"] = _temporary.FullName,
        ["DOTNET_EnableDiagnostics"] = "0",
    };

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
