using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Card;

public sealed class ByteRegisterTests
{
    [Test]
    public void Dropping_more_than_it_holds_is_a_mistake_of_the_caller() => Assert.That(
        () =>
        {
            var register = new ByteRegister(4);
            register.Set([1, 2]);
            register.Skip(3);
        },
        Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Holding_more_than_its_capacity_is_a_mistake_of_the_caller() => Assert.That(
        () =>
        {
            var register = new ByteRegister(4);
            register.Set([1, 2, 3, 4, 5]);
        },
        Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Holds_more_after_less_and_less_after_more()
    {
        var register = new ByteRegister(256);
        foreach (int length in new[] { 1, 256, 0, 40, 41 })
        {
            byte[] bytes = [.. Enumerable.Range(length, length).Select(number => (byte)number)];
            register.Set(bytes);
            Assert.That(register.Bytes.ToArray(), Is.EqualTo(bytes));
        }

        register.Skip(40);
        Assert.That(register.Bytes.ToArray(), Is.EqualTo(new byte[] { 81 }));
        register.Clear();
        Assert.That(register.Length, Is.Zero);
    }
}
