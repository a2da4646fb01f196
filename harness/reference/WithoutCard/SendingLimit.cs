namespace CardConformance.Reference.WithoutCard;

/// <summary>How often one person may be sent messages of a kind. Nothing about it is public: the numbers are ours.</summary>
/// <remarks>Thread-safe. Whoever was allowed to send holds others off, so that one press of two buttons sends one message.</remarks>
/// <param name="time">The person's clock.</param>
internal sealed class SendingLimit(TimeProvider time)
{
    /// <summary>How long to wait before the next message.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    /// <summary>How long a message counts.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Messages within <see cref="Window"/>.</summary>
    internal const int Most = 3;

    private readonly Lock _lock = new();
    private readonly List<DateTimeOffset> _sent = [];

    /// <summary>Asks to send now; when it is allowed, the message counts as sent.</summary>
    /// <param name="taken">When it was allowed, for <see cref="GiveBack"/>.</param>
    internal SendingVerdict TryTake(out DateTimeOffset taken)
    {
        lock (_lock)
        {
            DateTimeOffset now = taken = time.GetUtcNow();
            _sent.RemoveAll(sent => sent + Window <= now);
            if (_sent.Count >= Most)
            {
                return SendingVerdict.TooMany;
            }

            if (_sent.Count > 0 && _sent[^1] + Pause > now)
            {
                return SendingVerdict.TooSoon;
            }

            _sent.Add(now);
            return SendingVerdict.Allowed;
        }
    }

    /// <summary>The message was not sent after all: it does not count.</summary>
    internal void GiveBack(DateTimeOffset taken)
    {
        lock (_lock)
        {
            _sent.Remove(taken);
        }
    }
}
