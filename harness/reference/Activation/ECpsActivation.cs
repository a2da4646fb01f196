using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Login;
using CardConformance.Reference.ProSanteConnect;

namespace CardConformance.Reference.Activation;

/// <summary>
/// What both methods have in common: an e-CPS of before is replaced only when the person wants it, a password is typed twice, and the
/// wallet is told once.
/// </summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="owner">Who activates.</param>
/// <param name="activePhone">The phone on which the owner has an e-CPS already, or <see langword="null"/>.</param>
/// <param name="defects">What is wrong with it on order.</param>
internal abstract class ECpsActivation(Professional owner, string? activePhone, Defects defects)
{
    private PasswordHash? _password;

    /// <summary>Names it to the wallet, which carries out each one once.</summary>
    internal string Id { get; } = RandomText.New();

    /// <summary>Who activates.</summary>
    internal Professional Owner { get; } = owner;

    /// <summary>How far it has come.</summary>
    internal abstract ActivationStep Step { get; }

    /// <summary>The phone that is to have the e-CPS, or <see langword="null"/> as long as none takes part.</summary>
    internal string? Phone { get; private protected set; }

    /// <summary>The phone on which the owner has had an e-CPS until now, or <see langword="null"/>.</summary>
    internal string? ActivePhone { get; } = activePhone;

    /// <summary>Whether the password was typed twice the same: all that is missing is the wallet.</summary>
    internal bool Confirmed { get; private set; }

    /// <summary>What its owner logs in with from now on; <see langword="null"/> until the wallet has it.</summary>
    internal RegisteredECps? Activated
    {
        get
        {
            lock (Gate)
            {
                return Step == ActivationStep.Active && _password is not null ? new(Owner, Phone!, _password) : null;
            }
        }
    }

    /// <summary>Held while anything of it is looked at or changed.</summary>
    private protected Lock Gate { get; } = new();

    /// <summary>What is wrong with it on order.</summary>
    private protected Defects Defects { get; } = defects;

    /// <summary>What the wallet calls the method.</summary>
    private protected abstract string Method { get; }

    // Held by whoever tells the wallet: somebody who presses twice must not be faster than it.
    private SemaphoreSlim Telling { get; } = new(1);

    /// <summary>The person wants the e-CPS of before to be replaced.</summary>
    internal void Replace()
    {
        lock (Gate)
        {
            if (Step == ActivationStep.Replacement)
            {
                GoOnWithPhone();
            }
        }
    }

    /// <summary>A password that the rules allow was created. Only its hash is kept.</summary>
    /// <returns><see langword="false"/> when no password is expected now.</returns>
    internal bool TryCreatePassword(string password)
    {
        lock (Gate)
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
        lock (Gate)
        {
            if (Step != ActivationStep.Confirmation)
            {
                return false;
            }

            Confirmed = _password!.Matches(password) || Defects.Has(Defect.ConfirmationNotCompared);
            if (!Confirmed)
            {
                MoveTo(ActivationStep.Password);
            }

            return Confirmed;
        }
    }

    /// <summary>Tells the wallet what was confirmed, unless that is done. When the wallet fails, only this is to be tried again.</summary>
    /// <exception cref="BackEndException">The wallet gave no usable answer; it may have activated all the same.</exception>
    internal async Task TellAsync(Wallet wallet, CancellationToken cancellation)
    {
        await Telling.WaitAsync(cancellation);
        try
        {
            if (Confirmed && Step == ActivationStep.Confirmation)
            {
                await wallet.ActivateAsync(new(Id, Owner, Method, Phone!, ActivePhone));
                Complete();
            }
        }
        finally
        {
            Telling.Release();
        }
    }

    /// <summary>The wallet has the e-CPS: also when the activation was given up meanwhile.</summary>
    internal void Complete()
    {
        lock (Gate)
        {
            MoveTo(ActivationStep.Active);
        }
    }

    /// <summary>Asks on the phone about the e-CPS of before, if there is one; goes on if not.</summary>
    private protected void AskAboutEarlierECps()
    {
        if (ActivePhone is null || Defects.Has(Defect.ReplacedUnasked))
        {
            GoOnWithPhone();
        }
        else
        {
            MoveTo(ActivationStep.Replacement);
        }
    }

    /// <summary>Nothing of before stands against this phone any more.</summary>
    private protected abstract void GoOnWithPhone();

    private protected abstract void MoveTo(ActivationStep step);
}
