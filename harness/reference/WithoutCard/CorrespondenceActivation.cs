using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CardConformance.Reference.Activation;
using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.WithoutCard;

/// <summary>One activation by e-mail and mobile of record (method B), from the request to the active e-CPS.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="holder">Who activates.</param>
/// <param name="guard">Counts the person's wrong codes.</param>
/// <param name="time">The person's clock.</param>
internal sealed class CorrespondenceActivation(Holder holder, CodeGuard guard, TimeProvider time)
{
    /// <summary>How long the e-mail serves. The real value is not public; ours.</summary>
    internal static readonly TimeSpan MailLifetime = TimeSpan.FromHours(24);

    /// <summary>How long the code of an SMS serves. Ours.</summary>
    internal static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Digits of a code.</summary>
    internal const int CodeLength = 6;

    private readonly Lock _lock = new();
    private readonly List<string> _earlierCodes = [];
    private DateTimeOffset _mailExpires = time.GetUtcNow() + MailLifetime;
    private string? _unsentCode;
    private string? _code;
    private DateTimeOffset _codeExpires;
    private PasswordHash? _password;

    /// <summary>Names it to the wallet, which carries out each one once.</summary>
    internal string Id { get; } = LoginTickets.RandomText();

    /// <summary>What the e-mail's link and QR code carry.</summary>
    internal string Token { get; } = LoginTickets.RandomText();

    /// <summary>Who activates.</summary>
    internal Holder Holder { get; } = holder;

    /// <summary>How far it has come.</summary>
    internal CorrespondenceStep Step { get; private set; }

    /// <summary>The phone that it goes on with, or <see langword="null"/> before.</summary>
    internal string? Phone { get; private set; }

    /// <summary>Whether the e-mail was handed over for sending.</summary>
    internal bool MailSent { get; private set; }

    /// <summary>Whether the password was typed twice the same: all that is missing is the wallet.</summary>
    internal bool Confirmed { get; private set; }

    /// <summary>Held while the wallet is told, so that somebody who presses twice is not faster than it.</summary>
    internal SemaphoreSlim Telling { get; } = new(1);

    /// <summary>Whether the e-mail's link still serves: nobody used it, and it is not too old.</summary>
    internal bool CanStart
    {
        get
        {
            lock (_lock)
            {
                return Step == CorrespondenceStep.Mail && time.GetUtcNow() <= _mailExpires;
            }
        }
    }

    /// <summary>The e-mail was handed over for sending.</summary>
    internal void NoteMail()
    {
        lock (_lock)
        {
            MailSent = true;
            _mailExpires = time.GetUtcNow() + MailLifetime;
        }
    }

    /// <summary>Goes on with a phone, and uses the e-mail up.</summary>
    /// <returns><see langword="false"/> when the e-mail does not serve any more.</returns>
    internal bool TryStart(string phone)
    {
        lock (_lock)
        {
            if (!CanStart)
            {
                return false;
            }

            Phone = phone;
            Step = CorrespondenceStep.Code;
            return true;
        }
    }

    /// <summary>A code to send: a new one, or again the one whose sending failed, since its SMS may arrive after all.</summary>
    internal string CodeToSend()
    {
        lock (_lock)
        {
            return _unsentCode ??= RandomNumberGenerator.GetInt32(1_000_000).ToString($"D{CodeLength}", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The code was handed over for sending; no earlier one serves any more.</summary>
    internal void NoteCode()
    {
        lock (_lock)
        {
            if (_code is not null)
            {
                _earlierCodes.Add(_code);
            }

            _code = _unsentCode;
            _unsentCode = null;
            _codeExpires = time.GetUtcNow() + CodeLifetime;
        }
    }

    /// <summary>Somebody typed a code.</summary>
    internal CodeResult EnterCode(string typed)
    {
        lock (_lock)
        {
            if (Step != CorrespondenceStep.Code)
            {
                return CodeResult.NotExpected;
            }

            if (guard.IsBlocked)
            {
                return CodeResult.Blocked;
            }

            // Said before the code is looked at: an old code is not to be tried out.
            if (_code is null || time.GetUtcNow() > _codeExpires)
            {
                return CodeResult.Expired;
            }

            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed), Encoding.UTF8.GetBytes(_code)))
            {
                guard.Forget();
                Step = CorrespondenceStep.Password;
                return CodeResult.Right;
            }

            guard.CountWrong();
            if (guard.IsBlocked)
            {
                _code = null;
                return CodeResult.Blocked;
            }

            return _earlierCodes.Contains(typed) ? CodeResult.OfEarlierSms : CodeResult.Wrong;
        }
    }

    /// <summary>A password that the rules allow was created. Only its hash is kept.</summary>
    /// <returns><see langword="false"/> when no password is expected now.</returns>
    internal bool TryCreatePassword(string password)
    {
        lock (_lock)
        {
            if (Step != CorrespondenceStep.Password)
            {
                return false;
            }

            _password = new(password);
            Step = CorrespondenceStep.Confirmation;
            return true;
        }
    }

    /// <summary>Whether a second entry is the password; if not, a password is to be created anew.</summary>
    internal bool Confirm(string password)
    {
        lock (_lock)
        {
            if (Step != CorrespondenceStep.Confirmation)
            {
                return false;
            }

            Confirmed = _password!.Matches(password);
            if (!Confirmed)
            {
                Step = CorrespondenceStep.Password;
            }

            return Confirmed;
        }
    }

    /// <summary>The wallet has the e-CPS.</summary>
    internal void Complete()
    {
        lock (_lock)
        {
            Step = CorrespondenceStep.Active;
        }
    }
}
