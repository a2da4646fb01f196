using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Security;

public sealed class PinTests
{
    private static readonly SecurityCondition Always = SecurityCondition.Always;

    [Test]
    public void Wrong_length_of_the_first_value_is_a_mistake_of_the_caller() =>
        Assert.That(() => new Pin(Definition(null), "123"u8), Throws.ArgumentException);

    [Test]
    public void Spending_more_tries_than_are_left_is_a_mistake_of_the_caller() =>
        Assert.That(() => new Pin(Definition(null), "1234"u8).Spend(4), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Used_up_code_is_blocked_for_good()
    {
        var pin = new Pin(Definition(maxUses: 1), "1234"u8);
        pin.Use();
        Assert.That(pin.Blocked, Is.True);
        Assert.That(pin.Present("1234"u8), Is.False);
        Assert.That(pin.TriesLeft, Is.EqualTo(3), "nothing was compared");
    }

    [Test]
    public void Caller_may_overwrite_the_value_it_gave()
    {
        byte[] value = "1234"u8.ToArray();
        var pin = new Pin(Definition(null), value);
        value.AsSpan().Clear();
        Assert.That(pin.Present("1234"u8), Is.True);
    }

    private static PinDefinition Definition(int? maxUses) => new(1, 4, 3, maxUses, Always, Always, Always, Always, Always);
}
