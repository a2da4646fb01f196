using System.Globalization;
using System.Security.Cryptography;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.Activation;

/// <summary>One activation with the card (method A), from the QR code to the active e-CPS.</summary>
/// <remarks>Thread-safe: portal and phone work on it at the same time.</remarks>
/// <param name="owner">Who activates.</param>
/// <param name="time">The clock.</param>
internal sealed class CardActivation(Professional owner, TimeProvider time)
{
    /// <summary>How long a QR code may be scanned.</summary>
    /// <remarks>Source: ANS, questions of manufacturers (90 s).</remarks>
    internal static readonly TimeSpan QrCodeLifetime = TimeSpan.FromSeconds(90);

    /// <summary>Wrong codes d'ajout after which everything starts anew.</summary>
    internal const int MaxWrongCodes = 5;

    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private int _wrongCodes;
    private PasswordHash? _password;

    /// <summary>Names it to the wallet, which carries out each one once.</summary>
    internal string Id { get; } = LoginTickets.RandomText();

    /// <summary>Who activates.</summary>
    internal Professional Owner { get; } = owner;

    /// <summary>How far it has come.</summary>
    internal ActivationStep Step { get; private set; }

    /// <summary>What the QR code holds.</summary>
    internal string QrCode { get; } = "ECPS1:" + LoginTickets.RandomText();

    /// <summary>When the QR code expires.</summary>
    internal DateTimeOffset QrCodeExpires { get; } = time.GetUtcNow() + QrCodeLifetime;

    /// <summary>One letter and five digits, shown on the phone.</summary>
    internal string CodeAjout { get; } = NewCode();

    /// <summary>The phone that scanned the QR code, or <see langword="null"/> before.</summary>
    internal string? Phone { get; private set; }

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
            if (Step != ActivationStep.QrCode || time.GetUtcNow() > QrCodeExpires)
            {
                return false;
            }

            Phone = phone;
            MoveTo(ActivationStep.Pairing);
            return true;
        }
    }

    /// <summary>Somebody typed a code d'ajout on the portal.</summary>
    /// <param name="code">What was typed, in capitals or not.</param>
    /// <returns>What came of it.</returns>
    internal PairingResult EnterCode(string code)
    {
        lock (_lock)
        {
            if (Step != ActivationStep.Pairing)
            {
                return PairingResult.NotExpected;
            }

            if (string.Equals(code, CodeAjout, StringComparison.OrdinalIgnoreCase))
            {
                MoveTo(ActivationStep.Password);
                return PairingResult.Paired;
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
            if (Step != ActivationStep.Password)
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
            if (Step != ActivationStep.Confirmation)
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

    /// <summary>The wallet has the e-CPS.</summary>
    internal void Complete()
    {
        lock (_lock)
        {
            MoveTo(ActivationStep.Active);
        }
    }

    private static string NewCode() => string.Create(
        CultureInfo.InvariantCulture,
        $"{CodeLetters[RandomNumberGenerator.GetInt32(CodeLetters.Length)]}{RandomNumberGenerator.GetInt32(100_000):D5}");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void MoveTo(ActivationStep step)
    {
        Step = step;
        TaskCompletionSource changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }
}
