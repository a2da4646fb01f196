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
/// <param name="defects">What is wrong with it on order.</param>
internal sealed partial class CardActivation(Professional owner, PersonalTime time, string? activePhone, Defects defects)
    : ECpsActivation(owner, activePhone, defects)
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

    private TaskCompletionSource _changed = NewSignal();
    private ActivationStep _step;
    private DateTimeOffset _expires = time.GetUtcNow() + (defects.Has(Defect.QrCodeOutlivesItsTime) ? TimeSpan.FromMinutes(10) : QrCodeLifetime);
    private int _wrongCodes;

    /// <summary>The owner's clock, by which everything in it expires.</summary>
    internal PersonalTime Time { get; } = time;

    /// <summary>How far it has come.</summary>
    internal override ActivationStep Step
    {
        get
        {
            lock (Gate)
            {
                return Now();
            }
        }
    }

    /// <summary>What the QR code holds.</summary>
    internal string QrCode { get; } = "ECPS1:" + RandomText.New();

    /// <summary>The last moment at which the QR code, or later the code d'ajout, may be used; <see langword="null"/> when nothing waits for either.</summary>
    internal DateTimeOffset? Expires
    {
        get
        {
            lock (Gate)
            {
                return _step is ActivationStep.QrCode or ActivationStep.Pairing ? _expires : null;
            }
        }
    }

    /// <summary>One letter and five digits, shown on the phone.</summary>
    internal string CodeAjout { get; } = NewCode();

    /// <summary>Ends when the step changes after this question.</summary>
    internal Task Changed
    {
        get
        {
            lock (Gate)
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
        lock (Gate)
        {
            if (Now() != ActivationStep.QrCode)
            {
                return false;
            }

            Phone = phone;
            AskAboutEarlierECps();
            return true;
        }
    }

    /// <summary>Somebody typed a code d'ajout on the portal.</summary>
    /// <param name="code">What was typed, in capitals or not.</param>
    /// <returns>What came of it.</returns>
    internal PairingResult EnterCode(string code)
    {
        lock (Gate)
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

            return ++_wrongCodes < MaxWrongCodes || Defects.Has(Defect.CodesAjoutUncounted) ? PairingResult.Wrong : PairingResult.TooManyWrong;
        }
    }

    /// <summary>Ends it before the wallet has the e-CPS; whoever waits for it learns so.</summary>
    internal void GiveUp()
    {
        lock (Gate)
        {
            MoveTo(ActivationStep.GivenUp);
        }
    }

    private protected override string Method => "carte";

    /// <summary>Shows the code d'ajout.</summary>
    private protected override void GoOnWithPhone()
    {
        _expires = Time.GetUtcNow() + (Defects.Has(Defect.CodeAjoutOutlivesItsTime) ? TimeSpan.FromHours(1) : CodeLifetime);
        MoveTo(ActivationStep.Pairing);
    }

    private protected override void MoveTo(ActivationStep step)
    {
        _step = step;
        TaskCompletionSource changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
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

    [GeneratedRegex(@"^[A-Za-z][0-9]{5}\z")]
    private static partial Regex CodeForm();
}
