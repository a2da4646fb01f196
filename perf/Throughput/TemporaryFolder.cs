namespace CardConformance.Perf.Throughput;

/// <summary>A folder of this user alone, which goes away.</summary>
internal sealed class TemporaryFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-perf-");

    /// <summary>The path of a file in it.</summary>
    internal string this[string file] => Path.Combine(_folder.FullName, file);

    /// <summary>Deletes it.</summary>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
