using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CardConformance.Reference.Activation;

/// <summary>Tells a waiting page, in one event, that the activation has moved on, also by the passing of time.</summary>
internal static class ActivationEvents
{
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

            await activation.Time.WaitAsync(changed, moved, activation.Expires, cancellation);
        }

        yield return find()?.Step.ToString() ?? "";
    }
}
