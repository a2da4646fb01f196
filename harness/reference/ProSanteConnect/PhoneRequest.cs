using System.Security.Cryptography;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>One request to log in, on the phone of an e-CPS: its password, and the dynamic code among three.</summary>
/// <remarks>Thread-safe. A login takes one request, and one wrong code ends it; lifetime and number of passwords are ours.</remarks>
/// <param name="eCps">Whose.</param>
/// <param name="code">The dynamic code, two digits, as the computer shows it.</param>
/// <param name="service">What the service calls itself.</param>
/// <param name="time">The person's clock.</param>
/// <param name="defects">What is wrong with it on order.</param>
internal sealed class PhoneRequest(RegisteredECps eCps, string code, string service, PersonalTime time, Defects defects)
{
    /// <summary>How long it can be answered.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private const int CodeChoices = 3;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DateTimeOffset _expires = time.GetUtcNow() + Lifetime;
    private PhoneOutcome _outcome;
    private bool _isAnswered;

    /// <summary>Whose e-CPS is asked.</summary>
    internal RegisteredECps ECps { get; } = eCps;

    /// <summary>The dynamic code.</summary>
    internal string Code { get; } = code;

    /// <summary>What the service calls itself.</summary>
    internal string Service { get; } = service;

    /// <summary>The values that the phone offers, the code among them.</summary>
    internal IReadOnlyList<string> Choices { get; } = Choose(code);

    /// <summary>Wrong passwords that are still allowed.</summary>
    internal int PasswordsLeft { get; private set; } = 3;

    /// <summary>What became of it.</summary>
    internal PhoneOutcome Outcome
    {
        get
        {
            lock (_lock)
            {
                return _outcome == PhoneOutcome.Pending && time.GetUtcNow() >= _expires ? PhoneOutcome.Expired : _outcome;
            }
        }
    }

    /// <summary>Whether the right password and the right code were given, and all that is missing is that the person confirms.</summary>
    internal bool AwaitsConfirmation
    {
        get
        {
            lock (_lock)
            {
                return _isAnswered && Outcome == PhoneOutcome.Pending;
            }
        }
    }

    /// <summary>A dynamic code.</summary>
    internal static string NewCode() => $"{RandomNumberGenerator.GetInt32(100):00}";

    /// <summary>The person answers with a password and a choice.</summary>
    /// <returns>
    /// What became of it: still pending after the right answer, until it is confirmed, and after a wrong password, as long as some are left.
    /// </returns>
    internal PhoneOutcome Answer(string password, string choice)
    {
        lock (_lock)
        {
            if (Outcome == PhoneOutcome.Pending && !_isAnswered)
            {
                if (ECps.Password.Matches(password))
                {
                    _isAnswered = choice == Code || defects.Has(Defect.AnyDynamicCode);
                    if (!_isAnswered)
                    {
                        Settle(PhoneOutcome.WrongCode);
                    }
                }
                else if (--PasswordsLeft == 0)
                {
                    Settle(PhoneOutcome.WrongPassword);
                }
            }

            return Outcome;
        }
    }

    /// <summary>The person confirms. Nothing comes of it before the right answer was given.</summary>
    internal void Confirm()
    {
        lock (_lock)
        {
            if (AwaitsConfirmation)
            {
                Settle(PhoneOutcome.Approved);
            }
        }
    }

    /// <summary>The person refuses.</summary>
    internal void Refuse() => SettleIfPending(PhoneOutcome.Refused);

    /// <summary>Another request takes its place.</summary>
    internal void GiveWay() => SettleIfPending(PhoneOutcome.Expired);

    /// <summary>Waits until it is pending no more, also by the passing of the person's time.</summary>
    internal async Task<PhoneOutcome> WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            // Asked for before the outcome is looked at, so that no move of the clock falls between the two.
            Task moved = time.Moved;
            if (Outcome is not PhoneOutcome.Pending and var outcome)
            {
                return outcome;
            }

            await time.WaitAsync(_decided.Task, moved, _expires, cancellation);
        }
    }

    private void SettleIfPending(PhoneOutcome outcome)
    {
        lock (_lock)
        {
            if (Outcome == PhoneOutcome.Pending)
            {
                Settle(outcome);
            }
        }
    }

    private void Settle(PhoneOutcome outcome)
    {
        _outcome = outcome;
        _decided.TrySetResult();
    }

    private static string[] Choose(string code)
    {
        HashSet<string> values = [code];
        while (values.Count < CodeChoices)
        {
            values.Add(NewCode());
        }

        // Not in the order in which they were drawn: the first is the right one.
        string[] shuffled = [.. values];
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return shuffled;
    }
}
