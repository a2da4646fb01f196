using CardConformance.Reference;
using CardConformance.Reference.Activation;
using CardConformance.Reference.Login;

namespace CardConformance.Harness.Tests.Reference;

/// <summary>An activation by itself: what expires when, what serves once, what costs a try.</summary>
public sealed class CardActivationTests
{
    private const string Phone = "telephone-de-claire-martin";

    private static readonly Professional Claire = new("899700000013", "MARTIN", "CLAIRE", "Médecin");
    private static readonly Professional Paul = new("899700000021", "DURAND", "PAUL", "Infirmier");
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly VirtualTime _time = new();
    private readonly Activations _activations;

    public CardActivationTests()
    {
        _time.Of(Claire.IdentifiantNational).Stop();
        _activations = new(_time, new Defects(null));
    }

    private PersonalTime Clock => _time.Of(Claire.IdentifiantNational);

    [Test]
    public void QR_code_is_accepted_at_its_last_moment()
    {
        CardActivation activation = _activations.Begin(Claire, null);
        Clock.Advance(CardActivation.QrCodeLifetime);
        Assert.That(_activations.Scan(activation.QrCode, Phone), Is.EqualTo(ScanResult.Accepted));
    }

    [Test]
    public void QR_code_is_refused_a_moment_later()
    {
        CardActivation activation = _activations.Begin(Claire, null);
        Clock.Advance(CardActivation.QrCodeLifetime + Tick);
        Assert.That(_activations.Scan(activation.QrCode, Phone), Is.EqualTo(ScanResult.NoLongerValid));
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.QrCodeExpired));
    }

    [Test]
    public void QR_code_of_somebody_else_does_not_grow_older()
    {
        CardActivation activation = _activations.Begin(Paul, null);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(_activations.Scan(activation.QrCode, Phone), Is.EqualTo(ScanResult.Accepted));
    }

    [Test]
    public void QR_code_serves_once()
    {
        CardActivation activation = Paired();
        Assert.That(_activations.Scan(activation.QrCode, Phone), Is.EqualTo(ScanResult.NoLongerValid));
        Assert.That(_activations.Scan(activation.QrCode, "telephone-de-quelqu-un"), Is.EqualTo(ScanResult.NoLongerValid));
        Assert.That(activation.Phone, Is.EqualTo(Phone));
    }

    [Test]
    public void Phone_of_one_person_is_not_lent_to_another()
    {
        Paired();
        CardActivation other = _activations.Begin(Paul, null);
        Assert.That(_activations.Scan(other.QrCode, Phone), Is.EqualTo(ScanResult.PhoneOfAnother));
        Assert.That(other.Step, Is.EqualTo(ActivationStep.QrCode));
    }

    [Test]
    public void QR_code_of_before_is_worth_nothing_after_a_new_beginning()
    {
        CardActivation before = _activations.Begin(Claire, null);
        CardActivation after = _activations.Begin(Claire, null);
        Assert.That(_activations.Scan(before.QrCode, Phone), Is.EqualTo(ScanResult.NoLongerValid));
        Assert.That(before.Step, Is.EqualTo(ActivationStep.GivenUp));
        Assert.That(after.QrCode, Is.Not.EqualTo(before.QrCode));
    }

    [Test]
    public async Task Whoever_waits_learns_of_a_new_beginning()
    {
        Task changed = Paired().Changed;
        _activations.Begin(Claire, null);
        await changed.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task Whoever_waits_for_the_time_learns_that_it_was_moved()
    {
        Task moved = Clock.Moved;
        Assert.That(moved.IsCompleted, Is.False);
        Clock.Advance(Tick);
        await moved.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void Code_is_accepted_at_its_last_moment_in_small_letters()
    {
        CardActivation activation = Paired();
        Clock.Advance(CardActivation.CodeLifetime);
        Assert.That(activation.EnterCode(activation.CodeAjout.ToLowerInvariant()), Is.EqualTo(PairingResult.Paired));
    }

    [Test]
    public void Code_is_expired_a_moment_later()
    {
        CardActivation activation = Paired();
        Clock.Advance(CardActivation.CodeLifetime + Tick);
        Assert.That(activation.EnterCode(activation.CodeAjout), Is.EqualTo(PairingResult.Expired));
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.PairingExpired));
    }

    [Test]
    public void Code_serves_once()
    {
        CardActivation activation = Paired();
        activation.EnterCode(activation.CodeAjout);
        Assert.That(activation.EnterCode(activation.CodeAjout), Is.EqualTo(PairingResult.AlreadyUsed));
        Assert.That(activation.EnterCode("A00000"), Is.EqualTo(PairingResult.NotExpected).Or.EqualTo(PairingResult.AlreadyUsed));
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.Password));
    }

    [TestCase("")]
    [TestCase("12345A")]
    [TestCase("AB1234")]
    [TestCase("A1234")]
    [TestCase("A123456")]
    [TestCase("É12345")]
    [TestCase("A1234\u0665", TestName = "Digit_of_another_script")]
    [TestCase("A12345\n", TestName = "Code_and_a_line_break")]
    public void What_is_no_code_costs_no_try(string text)
    {
        CardActivation activation = Paired();
        for (int i = 0; i <= CardActivation.MaxWrongCodes; i++)
        {
            Assert.That(activation.EnterCode(text), Is.EqualTo(PairingResult.Malformed));
        }

        Assert.That(activation.EnterCode(activation.CodeAjout), Is.EqualTo(PairingResult.Paired));
    }

    [Test]
    public void Fourth_wrong_code_leaves_a_try_and_the_fifth_none()
    {
        CardActivation activation = Paired();
        string wrong = activation.CodeAjout[..^1] + (activation.CodeAjout[^1] == '0' ? '1' : '0');
        PairingResult[] results = [.. Enumerable.Range(0, 5).Select(_ => activation.EnterCode(wrong))];
        Assert.That(results, Is.EqualTo(Enumerable.Repeat(PairingResult.Wrong, 4).Append(PairingResult.TooManyWrong)));
    }

    [Test]
    public void Code_is_not_accepted_while_the_phone_asks_whether_to_replace()
    {
        CardActivation activation = _activations.Begin(Claire, "un-autre-telephone");
        _activations.Scan(activation.QrCode, Phone);
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.Replacement));
        Assert.That(activation.EnterCode(activation.CodeAjout), Is.EqualTo(PairingResult.NotExpected));
        activation.Replace();
        Assert.That(activation.EnterCode(activation.CodeAjout), Is.EqualTo(PairingResult.Paired));
    }

    [Test]
    public void Other_confirmation_asks_for_both_again()
    {
        CardActivation activation = Paired();
        activation.EnterCode(activation.CodeAjout);
        activation.TryCreatePassword("2580");
        Assert.That(activation.Confirm("2581"), Is.False);
        Assert.That(activation.Step, Is.EqualTo(ActivationStep.Password));
        Assert.That(activation.Confirm("2580"), Is.False, "the first one is forgotten");
    }

    private CardActivation Paired()
    {
        CardActivation activation = _activations.Begin(Claire, null);
        Assert.That(_activations.Scan(activation.QrCode, Phone), Is.EqualTo(ScanResult.Accepted));
        return activation;
    }
}
