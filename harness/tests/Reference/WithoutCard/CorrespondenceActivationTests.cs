using CardConformance.Reference;
using CardConformance.Reference.Activation;
using CardConformance.Reference.BackEnds;
using CardConformance.Reference.WithoutCard;

namespace CardConformance.Harness.Tests.Reference.WithoutCard;

/// <summary>One activation without a card: e-mail, code and password, at the limits of their times and counts.</summary>
public sealed class CorrespondenceActivationTests
{
    private const string Phone = "telephone";

    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly Holder Holder = new(
        new("899700000013", "MARTIN", "CLAIRE", "Médecin"), "+33639981234", "porteur@cabinet.example", "CPS", CorrectedAt: null);

    private readonly PersonalClock _clock = new();
    private readonly Applicant _applicant;

    public CorrespondenceActivationTests() => _applicant = new(_clock, new Defects(null));

    [Test]
    public void Mail_serves_24_hours_to_the_tick()
    {
        CorrespondenceActivation activation = Mailed();
        _clock.Advance(CorrespondenceActivation.MailLifetime);
        Assert.That(activation.CanStart, Is.True);
        _clock.Advance(Tick);
        Assert.That(activation.CanStart, Is.False);
        Assert.That(activation.TryStart(Phone), Is.False);
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.Mail));
    }

    [Test]
    public void Mail_serves_once()
    {
        CorrespondenceActivation activation = Mailed();
        Assert.That(activation.TryStart(Phone), Is.True);
        Assert.That(activation.TryStart("autre"), Is.False);
        Assert.That(activation.Phone, Is.EqualTo(Phone));
    }

    [Test]
    public void Newer_request_ends_the_one_before()
    {
        CorrespondenceActivation first = Mailed();
        Assert.That(_applicant.Begin(Holder), Is.Not.SameAs(first));
        Assert.That(_applicant.Activation, Is.Not.SameAs(first));
    }

    [Test]
    public void Request_whose_mail_failed_goes_on()
    {
        CorrespondenceActivation first = _applicant.Begin(Holder);
        Assert.That(_applicant.Begin(Holder), Is.SameAs(first));
        Assert.That(_applicant.Begin(Holder with { Email = "autre@cabinet.example" }), Is.Not.SameAs(first), "the link went to another address");
    }

    [Test]
    public void Code_serves_ten_minutes_to_the_tick()
    {
        (CorrespondenceActivation activation, string code) = Coded();
        _clock.Advance(CorrespondenceActivation.CodeLifetime);
        Assert.That(activation.EnterCode(Wrong(code)), Is.EqualTo(CodeResult.Wrong));
        _clock.Advance(Tick);
        Assert.That(activation.EnterCode(code), Is.EqualTo(CodeResult.Expired));
        Assert.That(_applicant.Codes.TriesLeft, Is.EqualTo(CodeGuard.MaxWrongCodes - 1), "an expired code is not a wrong one");
    }

    [Test]
    public void Code_is_right_at_the_last_moment()
    {
        (CorrespondenceActivation activation, string code) = Coded();
        _clock.Advance(CorrespondenceActivation.CodeLifetime);
        Assert.That(activation.EnterCode(code), Is.EqualTo(CodeResult.Right));
        Assert.That(activation.EnterCode(code), Is.EqualTo(CodeResult.NotExpected), "it serves once");
    }

    [Test]
    public void Code_whose_sending_failed_is_sent_again()
    {
        CorrespondenceActivation activation = Started();
        string code = activation.CodeToSend();
        Assert.That(activation.CodeToSend(), Is.EqualTo(code));
        activation.NoteCode();
        Assert.That(activation.EnterCode(code), Is.EqualTo(CodeResult.Right));
    }

    [Test]
    public void Code_of_an_earlier_SMS_counts_as_wrong()
    {
        (CorrespondenceActivation activation, string first) = Coded();
        string second = activation.CodeToSend();
        activation.NoteCode();

        // One time in a million both are the same.
        Assume.That(second, Is.Not.EqualTo(first));
        Assert.That(activation.EnterCode(first), Is.EqualTo(CodeResult.OfEarlierSms));
        Assert.That(_applicant.Codes.TriesLeft, Is.EqualTo(CodeGuard.MaxWrongCodes - 1));
        Assert.That(activation.EnterCode(second), Is.EqualTo(CodeResult.Right));
    }

    [TestCase("")]
    [TestCase("12345")]
    [TestCase("1234567")]
    [TestCase("１２３４５６")]
    public void Code_of_another_form_is_wrong(string typed) => Assert.That(Coded().Activation.EnterCode(typed), Is.EqualTo(CodeResult.Wrong));

    [Test]
    public void Fifth_wrong_code_blocks_for_30_minutes_to_the_tick()
    {
        (CorrespondenceActivation activation, string code) = Coded();
        for (int i = 1; i < CodeGuard.MaxWrongCodes; i++)
        {
            Assert.That(activation.EnterCode(Wrong(code)), Is.EqualTo(CodeResult.Wrong));
        }

        Assert.That(activation.EnterCode(Wrong(code)), Is.EqualTo(CodeResult.Blocked));
        Assert.That(activation.EnterCode(code), Is.EqualTo(CodeResult.Blocked), "the right code is refused as well");
        _clock.Advance(CodeGuard.BlockedFor - Tick);
        Assert.That(_applicant.Codes.IsBlocked, Is.True);
        _clock.Advance(Tick);
        Assert.That(_applicant.Codes.IsBlocked, Is.False);
        Assert.That(activation.EnterCode(code), Is.EqualTo(CodeResult.Expired), "the code before the block serves no more");
        Assert.That(_applicant.Codes.TriesLeft, Is.EqualTo(CodeGuard.MaxWrongCodes));
    }

    [Test]
    public void Wrong_codes_are_counted_over_all_activations_of_a_person()
    {
        (CorrespondenceActivation first, string code) = Coded();
        first.EnterCode(Wrong(code));
        (CorrespondenceActivation second, string other) = Coded();
        second.EnterCode(Wrong(other));
        Assert.That(_applicant.Codes.TriesLeft, Is.EqualTo(CodeGuard.MaxWrongCodes - 2));
        second.EnterCode(other);
        Assert.That(_applicant.Codes.TriesLeft, Is.EqualTo(CodeGuard.MaxWrongCodes));
    }

    [Test]
    public void Password_is_asked_for_after_the_code_and_confirmed()
    {
        (CorrespondenceActivation activation, string code) = Coded();
        Assert.That(activation.TryCreatePassword("2580"), Is.False);
        Assert.That(activation.Confirm("2580"), Is.False);
        activation.EnterCode(code);
        Assert.That(activation.TryCreatePassword("2580"), Is.True);
        Assert.That(activation.Confirm("3691"), Is.False);
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.Password), "created anew");
        Assert.That(activation.TryCreatePassword("3691"), Is.True);
        Assert.That(activation.Confirm("3691"), Is.True);
        Assert.That(activation.Confirmed, Is.True);
    }

    [Test]
    public void Right_code_asks_first_whether_an_earlier_ECPS_is_to_be_replaced()
    {
        CorrespondenceActivation activation = _applicant.Begin(Holder with { ECps = new("autre-telephone") });
        activation.NoteMail();
        activation.TryStart(Phone);
        string code = activation.CodeToSend();
        activation.NoteCode();
        Assert.That(activation.EnterCode(code), Is.EqualTo(CodeResult.Right));
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.Replacement));
        Assert.That(activation.TryCreatePassword("2580"), Is.False);
        activation.Replace();
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.Password));
        Assert.That(activation.ActivePhone, Is.EqualTo("autre-telephone"));
    }

    private static string Wrong(string code) => code == "000000" ? "999999" : "000000";

    private CorrespondenceActivation Mailed()
    {
        CorrespondenceActivation activation = _applicant.Begin(Holder);
        activation.NoteMail();
        return activation;
    }

    private CorrespondenceActivation Started()
    {
        CorrespondenceActivation activation = Mailed();
        Assert.That(activation.TryStart(Phone), Is.True);
        return activation;
    }

    private (CorrespondenceActivation Activation, string Code) Coded()
    {
        CorrespondenceActivation activation = Started();
        string code = activation.CodeToSend();
        activation.NoteCode();
        return (activation, code);
    }
}
