using System.Diagnostics;
using System.Reflection;
using System.Runtime;
using BenchmarkDotNet.Attributes;

namespace CardConformance.Perf.Benchmarks;

/// <summary>Has the runtime compile what is measured as well as it can, before it is measured.</summary>
/// <remarks>
/// The runtime compiles a method in haste first, and well only when it was called often and nothing new has been called for a moment: rounds
/// that begin before that measure some of one and some of the other, by chance. All are called in turn, as a card is by its users: how a method
/// is compiled depends on who calls it.
/// </remarks>
internal static class WarmUp
{
    // The runtime waits for a tenth of a second without anything new, and again after it has counted.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    /// <summary>Calls all benchmarks until the runtime has had nothing to compile for half a second.</summary>
    /// <param name="classes">The benchmark classes.</param>
    /// <param name="limit">How long at most; other threads may have new things compiled for ever.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Whether the runtime came to rest.</returns>
    /// <exception cref="InvalidOperationException">A set-up got a wrong answer.</exception>
    internal static bool Run(IReadOnlyList<Type> classes, TimeSpan limit, CancellationToken stop)
    {
        Action[] benchmarks = [.. classes.SelectMany(BenchmarksOf)];
        long compiled = 0;
        long begun = Stopwatch.GetTimestamp();
        long since = begun;
        while (Stopwatch.GetElapsedTime(since) < Rest)
        {
            stop.ThrowIfCancellationRequested();
            foreach (Action benchmark in benchmarks)
            {
                benchmark();
            }

            long now = JitInfo.GetCompiledMethodCount();
            if (now != compiled)
            {
                (compiled, since) = (now, Stopwatch.GetTimestamp());
            }

            if (Stopwatch.GetElapsedTime(begun) > limit)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Action> BenchmarksOf(Type benchmarks)
    {
        object instance = BenchmarkRound.Check(benchmarks);
        return benchmarks.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute))).Select<MethodInfo, Action>(method =>
            method.ReturnType == typeof(bool) ? Discarding(method.CreateDelegate<Func<bool>>(instance)) : Discarding(method.CreateDelegate<Func<int>>(instance)));
    }

    private static Action Discarding<T>(Func<T> benchmark) => () => benchmark();
}
