using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.Activation;

/// <summary>One activation with the card (method A), from the QR code to the active e-CPS.</summary>
/// <remarks>Thread-safe: portal and phone work on it at the same time.</remarks>
/// <param name="owner">Who activates.</param>
/// <param name="time">The owner's clock.</param>
/// <param name="activePhone">The phone on which the owner has an e-CPS already, or <see langword="null"/>.</param>
internal sealed partial class CardActivation(Professional owner, PersonalTime time, string? activePhone)
{
    /// <summary>How long a QR code may be scanned.</summary>
    /// <remarks>Source: ANS, questions of manufacturers (90 s).</remarks>
    internal static readonly TimeSpan QrCodeLifetime = TimeSpan.FromSeconds(90);

    /// <summary>How long a code d'ajout may be typed after the QR code was scanned.</summary>
    /// <remarks>Ours: ANS says that it serves once, and not for how long.</remarks>
    internal static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Wrong codes d'ajout after which everything starts anew.</summary>
    internal const int MaxWrongCodes = 5;

    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private ActivationStep _step;
    private DateTimeOffset _expires = time.GetUtcNow() + QrCodeLifetime;
    private int _wrongCodes;
    private PasswordHash? _password;

    /// <summary>Names it to the wallet, which carries out each one once.</summary>
    internal string Id { get; } = LoginTickets.RandomText();

    /// <summary>Who activates.</summary>
    internal Professional Owner { get; } = owner;

    /// <summary>The owner's clock, by which everything in it expires.</summary>
    internal PersonalTime Time { get; } = time;

    /// <summary>How far it has come.</summary>
    internal ActivationStep Step
    {
        get
        {
            lock (_lock)
            {
                return Now();
            }
        }
    }

    /// <summary>What the QR code holds.</summary>
    internal string QrCode { get; } = "ECPS1:" + LoginTickets.RandomText();

    /// <summary>The last moment at which the QR code, or later the code d'ajout, may be used; <see langword="null"/> when nothing waits for either.</summary>
    internal DateTimeOffset? Expires
    {
        get
        {
            lock (_lock)
            {
                return _step is ActivationStep.QrCode or ActivationStep.Pairing ? _expires : null;
            }
        }
    }

    /// <summary>One letter and five digits, shown on the phone.</summary>
    internal string CodeAjout { get; } = NewCode();

    /// <summary>The phone that scanned the QR code, or <see langword="null"/> before.</summary>
    internal string? Phone { get; private set; }

    /// <summary>The phone on which the owner has had an e-CPS until now, or <see langword="null"/>.</summary>
    internal string? ActivePhone { get; } = activePhone;

    /// <summary>Held by whoever tells the wallet: two at a time would tell it twice.</summary>
    internal SemaphoreSlim Telling { get; } = new(1);

    /// <summary>Whether the password was typed twice the same: all that is missing is the wallet.</summary>
    internal bool Confirmed { get; private set; }

    /// <summary>Ends when the step changes after this question.</summary>
    internal Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>The phone scanned the QR code.</summary>
    /// <param name="phone">Which phone.</param>
    /// <returns><see langword="false"/> when the QR code has expired or was scanned before.</returns>
    internal bool TryScan(string phone)
    {
        lock (_lock)
        {
            if (Now() != ActivationStep.QrCode)
            {
                return false;
            }

            Phone = phone;
            if (ActivePhone is null)
            {
                ShowCode();
            }
            else
            {
                MoveTo(ActivationStep.Replacement);
            }

            return true;
        }
    }

    /// <summary>The person wants the e-CPS of before to be replaced.</summary>
    internal void Replace()
    {
        lock (_lock)
        {
            if (_step == ActivationStep.Replacement)
            {
                ShowCode();
            }
        }
    }

    /// <summary>Somebody typed a code d'ajout on the portal.</summary>
    /// <param name="code">What was typed, in capitals or not.</param>
    /// <returns>What came of it.</returns>
    internal PairingResult EnterCode(string code)
    {
        lock (_lock)
        {
            bool right = string.Equals(code, CodeAjout, StringComparison.OrdinalIgnoreCase);
            ActivationStep step = Now();
            if (step != ActivationStep.Pairing)
            {
                return step switch
                {
                    ActivationStep.PairingExpired => PairingResult.Expired,
                    ActivationStep.Password or ActivationStep.Confirmation or ActivationStep.Active when right => PairingResult.AlreadyUsed,
                    _ => PairingResult.NotExpected,
                };
            }

            if (right)
            {
                MoveTo(ActivationStep.Password);
                return PairingResult.Paired;
            }

            if (!CodeForm().IsMatch(code))
            {
                return PairingResult.Malformed;
            }

            return ++_wrongCodes < MaxWrongCodes ? PairingResult.Wrong : PairingResult.TooManyWrong;
        }
    }

    /// <summary>A password that the rules allow was created. Only its hash is kept.</summary>
    /// <returns><see langword="false"/> when no password is expected now.</returns>
    internal bool TryCreatePassword(string password)
    {
        lock (_lock)
        {
            if (_step != ActivationStep.Password)
            {
                return false;
            }

            _password = new(password);
            MoveTo(ActivationStep.Confirmation);
            return true;
        }
    }

    /// <summary>Whether a second entry is the password; if not, a password is to be created anew.</summary>
    internal bool Confirm(string password)
    {
        lock (_lock)
        {
            if (_step != ActivationStep.Confirmation)
            {
                return false;
            }

            Confirmed = _password!.Matches(password);
            if (!Confirmed)
            {
                MoveTo(ActivationStep.Password);
            }

            return Confirmed;
        }
    }

    /// <summary>The wallet has the e-CPS: also when the activation was given up meanwhile.</summary>
    internal void Complete()
    {
        lock (_lock)
        {
            MoveTo(ActivationStep.Active);
        }
    }

    /// <summary>Ends it before the wallet has the e-CPS; whoever waits for it learns so.</summary>
    internal void GiveUp()
    {
        lock (_lock)
        {
            MoveTo(ActivationStep.GivenUp);
        }
    }

    private static string NewCode() => string.Create(
        CultureInfo.InvariantCulture,
        $"{CodeLetters[RandomNumberGenerator.GetInt32(CodeLetters.Length)]}{RandomNumberGenerator.GetInt32(100_000):D5}");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The last moment counts as in time.
    private ActivationStep Now() => _step switch
    {
        ActivationStep.QrCode when Time.GetUtcNow() > _expires => ActivationStep.QrCodeExpired,
        ActivationStep.Pairing when Time.GetUtcNow() > _expires => ActivationStep.PairingExpired,
        var step => step,
    };

    private void ShowCode()
    {
        _expires = Time.GetUtcNow() + CodeLifetime;
        MoveTo(ActivationStep.Pairing);
    }

    private void MoveTo(ActivationStep step)
    {
        _step = step;
        TaskCompletionSource changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

    [GeneratedRegex(@"^[A-Za-z][0-9]{5}\z")]
    private static partial Regex CodeForm();
}
