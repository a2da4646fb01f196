namespace CardConformance.Perf.Throughput;

/// <summary>What a measurement has started, to be ended in the opposite order, also when starting the next part fails.</summary>
internal sealed class StartedParts : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = [];

    /// <summary>Keeps a part.</summary>
    internal T Add<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }

    /// <summary>Ends all of them.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out IAsyncDisposable? part))
        {
            await part.DisposeAsync();
        }
    }
}
