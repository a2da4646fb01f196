using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CardConformance.Reference.Activation;
using CardConformance.Reference.BackEnds;

namespace CardConformance.Reference.WithoutCard;

/// <summary>One activation by e-mail and mobile of record (method B), from the request to the active e-CPS.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="holder">Who activates.</param>
/// <param name="guard">Counts the person's wrong codes.</param>
/// <param name="time">The person's clock.</param>
/// <param name="defects">What is wrong with it on order.</param>
internal sealed class CorrespondenceActivation(Holder holder, CodeGuard guard, TimeProvider time, Defects defects)
    : ECpsActivation(holder.Professional, holder.ECps?.Telephone, defects)
{
    /// <summary>How long the e-mail serves. The real value is not public; ours.</summary>
    internal static readonly TimeSpan MailLifetime = TimeSpan.FromHours(24);

    /// <summary>How long the code of an SMS serves. Ours.</summary>
    internal static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Digits of a code.</summary>
    internal const int CodeLength = 6;

    private readonly List<string> _earlierCodes = [];
    private DateTimeOffset _mailExpires = time.GetUtcNow() + MailLifetime;
    private string? _unsentCode;
    private string? _code;
    private DateTimeOffset _codeExpires;
    private ActivationStep _step = ActivationStep.Mail;

    /// <summary>What the e-mail's link and QR code carry.</summary>
    internal string Token { get; } = RandomText.New();

    /// <summary>What the wallet knew about the owner when the e-mail was asked for.</summary>
    internal Holder Holder { get; } = holder;

    /// <summary>How far it has come.</summary>
    internal override ActivationStep Step
    {
        get
        {
            lock (Gate)
            {
                return _step;
            }
        }
    }

    /// <summary>Whether the e-mail was handed over for sending.</summary>
    internal bool MailSent { get; private set; }

    /// <summary>Whether the e-mail's link still serves: nobody used it, and it is not too old.</summary>
    internal bool CanStart
    {
        get
        {
            lock (Gate)
            {
                return _step == ActivationStep.Mail && (time.GetUtcNow() <= _mailExpires || Defects.Has(Defect.MailOutlivesItsTime));
            }
        }
    }

    /// <summary>The e-mail was handed over for sending.</summary>
    internal void NoteMail()
    {
        lock (Gate)
        {
            MailSent = true;
            _mailExpires = time.GetUtcNow() + MailLifetime;
        }
    }

    /// <summary>Goes on with a phone, and uses the e-mail up.</summary>
    /// <returns><see langword="false"/> when the e-mail does not serve any more.</returns>
    internal bool TryStart(string phone)
    {
        lock (Gate)
        {
            if (!CanStart)
            {
                return false;
            }

            Phone = phone;
            MoveTo(ActivationStep.SmsCode);
            return true;
        }
    }

    /// <summary>A code to send: a new one, or again the one whose sending failed, since its SMS may arrive after all.</summary>
    internal string CodeToSend()
    {
        lock (Gate)
        {
            return _unsentCode ??= NewCode();
        }
    }

    /// <summary>The code was handed over for sending; no earlier one serves any more.</summary>
    internal void NoteCode()
    {
        lock (Gate)
        {
            if (_code is not null)
            {
                _earlierCodes.Add(_code);
            }

            _code = Defects.Has(Defect.SmsCarriesAnotherCode) ? NewCode() : _unsentCode;
            _unsentCode = null;
            _codeExpires = time.GetUtcNow() + CodeLifetime;
        }
    }

    /// <summary>Somebody typed a code.</summary>
    internal CodeResult EnterCode(string typed)
    {
        lock (Gate)
        {
            if (_step != ActivationStep.SmsCode)
            {
                return CodeResult.NotExpected;
            }

            if (guard.IsBlocked)
            {
                return CodeResult.Blocked;
            }

            // Said before the code is looked at: an old code is not to be tried out.
            if (_code is null || (time.GetUtcNow() > _codeExpires && !Defects.Has(Defect.SmsCodeOutlivesItsTime)))
            {
                return CodeResult.Expired;
            }

            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed), Encoding.UTF8.GetBytes(_code)))
            {
                guard.Forget();
                AskAboutEarlierECps();
                return CodeResult.Right;
            }

            if (!Defects.Has(Defect.SmsCodesUncounted))
            {
                guard.CountWrong();
            }

            if (guard.IsBlocked)
            {
                _code = null;
                return CodeResult.Blocked;
            }

            return _earlierCodes.Contains(typed) ? CodeResult.OfEarlierSms : CodeResult.Wrong;
        }
    }

    private static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString($"D{CodeLength}", CultureInfo.InvariantCulture);

    private protected override string Method => "coordonnees";

    private protected override void GoOnWithPhone() => MoveTo(ActivationStep.Password);

    private protected override void MoveTo(ActivationStep step) => _step = step;
}
