using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Card;

public sealed class CardStateTests
{
    private readonly CardState _card = TestCards.New().State;

    [TestCase(0x00, true, TestName = "Anyone")]
    [TestCase(0xFF, false, TestName = "Nobody")]
    [TestCase(0x11, true, TestName = "Whoever_has_proved_the_code_of_the_environment")]
    [TestCase(0x13, false, TestName = "Whoever_has_proved_another_code")]
    [TestCase(0x1F, false, TestName = "Code_of_an_environment_that_does_not_exist")]
    [TestCase(0x91, false, TestName = "Condition_that_a_CPS_does_not_know")]
    public void Condition_is_fulfilled(int scb, bool expected)
    {
        _card.FindPin(1)!.Present("1234"u8);
        Assert.That(_card.Fulfils(new SecurityCondition((byte)scb)), Is.EqualTo(expected));
    }

    [Test]
    public void Bytes_beyond_the_end_of_a_file_are_a_mistake_of_the_caller() =>
        Assert.That(
            () => _card.Update(_card.Layout.MasterFile.FindFile(0xD003)!, 12, [0xFF]),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
}
