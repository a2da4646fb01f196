using System.Collections.Concurrent;

namespace CardConformance.Simulator.Tests.Faults;

/// <summary>A clock that only a test moves: it tells which waits have begun, and ends them.</summary>
internal sealed class HandMovedTime : TimeProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly BlockingCollection<Wait> _begun = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(() => callback(state), dueTime);
        _begun.Add(wait);
        return wait;
    }

    /// <summary>The next wait that somebody begins.</summary>
    internal Wait Next() => _begun.TryTake(out Wait? wait, Limit) ? wait : throw new TimeoutException($"nobody waited for anything within {Limit}");

    internal sealed class Wait(Action end, TimeSpan time) : ITimer
    {
        internal TimeSpan Time { get; } = time;

        internal void End() => end();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
