using CardConformance.Reference.BackEnds;

namespace CardConformance.Reference.WithoutCard;

/// <summary>What is kept of a person who asks for activations without a card, however many: limits, blocks, and the newest activation.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="time">The person's clock.</param>
/// <param name="defects">What is wrong on order.</param>
internal sealed class Applicant(TimeProvider time, Defects defects)
{
    private readonly Lock _lock = new();

    /// <summary>How many e-mails may be sent.</summary>
    internal SendingLimit Mails { get; } = new(time);

    /// <summary>How many SMS may be sent.</summary>
    internal SendingLimit Messages { get; } = new(time);

    /// <summary>Whether codes are accepted.</summary>
    internal CodeGuard Codes { get; } = new(time);

    /// <summary>The newest activation, or <see langword="null"/>. Those before it have ended.</summary>
    internal CorrespondenceActivation? Activation { get; private set; }

    /// <summary>Begins an activation, and ends the one before.</summary>
    /// <remarks>One whose e-mail could not be sent goes on: should it arrive after all, its link is good.</remarks>
    internal CorrespondenceActivation Begin(Holder holder)
    {
        lock (_lock)
        {
            return Activation is { MailSent: false } unsent && unsent.Holder == holder
                ? unsent
                : Activation = new(holder, Codes, time, defects);
        }
    }

    /// <summary>Ends the activation; limits and blocks stay.</summary>
    internal void Drop()
    {
        lock (_lock)
        {
            Activation = null;
        }
    }
}
