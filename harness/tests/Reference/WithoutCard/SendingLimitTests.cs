using CardConformance.Reference.WithoutCard;

namespace CardConformance.Harness.Tests.Reference.WithoutCard;

/// <summary>Three messages in 24 hours, a minute between two of them.</summary>
public sealed class SendingLimitTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly PersonalClock _clock = new();
    private readonly SendingLimit _limit;

    public SendingLimitTests() => _limit = new(_clock);

    [Test]
    public void Second_message_waits_a_minute_to_the_tick()
    {
        Assert.That(Take(), Is.EqualTo(SendingVerdict.Allowed));
        Assert.That(Take(), Is.EqualTo(SendingVerdict.TooSoon));
        _clock.Advance(SendingLimit.Pause - Tick);
        Assert.That(Take(), Is.EqualTo(SendingVerdict.TooSoon));
        _clock.Advance(Tick);
        Assert.That(Take(), Is.EqualTo(SendingVerdict.Allowed));
    }

    [Test]
    public void Fourth_message_waits_until_the_first_is_a_day_old()
    {
        TakeThree();
        _clock.Advance(SendingLimit.Window - (2 * SendingLimit.Pause) - Tick);
        Assert.That(Take(), Is.EqualTo(SendingVerdict.TooMany));
        _clock.Advance(Tick);
        Assert.That(Take(), Is.EqualTo(SendingVerdict.Allowed));
        Assert.That(Take(), Is.EqualTo(SendingVerdict.TooMany), "the second one is not yet a day old");
    }

    [Test]
    public void Message_that_was_not_sent_does_not_count()
    {
        _limit.TryTake(out DateTimeOffset taken);
        _limit.GiveBack(taken);
        TakeThree();
    }

    private void TakeThree()
    {
        for (int i = 0; i < SendingLimit.Most; i++)
        {
            Assert.That(Take(), Is.EqualTo(SendingVerdict.Allowed));
            if (i < SendingLimit.Most - 1)
            {
                _clock.Advance(SendingLimit.Pause);
            }
        }
    }

    private SendingVerdict Take() => _limit.TryTake(out _);
}
