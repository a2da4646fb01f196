using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CardConformance.Reference.Activation;

/// <summary>Tells a waiting page, in one event, that the activation has moved on, also by the passing of time.</summary>
internal static class ActivationEvents
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(1);

    /// <summary>An event stream that ends with the first event.</summary>
    /// <param name="find">The activation the page belongs to; <see langword="null"/> once it was dropped.</param>
    /// <param name="shown">The step the page shows.</param>
    /// <param name="cancellation">The page has gone.</param>
    internal static ServerSentEventsResult<string> Until(
        Func<CardActivation?> find, ActivationStep shown, CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(WaitAsync(find, shown, cancellation), eventType: "etape");

    private static async IAsyncEnumerable<string> WaitAsync(
        Func<CardActivation?> find, ActivationStep shown, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (find() is { } activation)
        {
            // Asked for before the step is looked at, so that no change falls between the two.
            Task changed = activation.Changed;
            Task moved = activation.Time.Moved;
            if (activation.Step != shown)
            {
                break;
            }

            using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(changed, moved, Task.Delay(UntilExpiry(activation), gone.Token));
            await gone.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }

        yield return find()?.Step.ToString() ?? "";
    }

    // A clock that stands still never gets there: not to be asked all the time.
    private static TimeSpan UntilExpiry(CardActivation activation) => activation.Expires is { } moment
        ? new TimeSpan(Math.Max((moment - activation.Time.GetUtcNow()).Ticks, LeastWait.Ticks))
        : Timeout.InfiniteTimeSpan;
}
