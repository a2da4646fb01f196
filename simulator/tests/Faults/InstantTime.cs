namespace CardConformance.Simulator.Tests.Faults;

/// <summary>A clock on which every wait is over at once: it adds up how long they would have been.</summary>
internal sealed class InstantTime : TimeProvider
{
    internal TimeSpan Waited { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waited += dueTime;
        callback(state);
        return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
