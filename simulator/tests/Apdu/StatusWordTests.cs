using CardConformance.Simulator.Apdu;

namespace CardConformance.Simulator.Tests.Apdu;

public sealed class StatusWordTests
{
    [TestCase(1, "6101")]
    [TestCase(255, "61FF")]
    [TestCase(256, "6100")]
    [TestCase(257, "6100")]
    public void More_data(int bytes, string expected) => Assert.That($"{StatusWord.MoreData(bytes)}", Is.EqualTo(expected));

    [TestCase(1, "6C01")]
    [TestCase(255, "6CFF")]
    [TestCase(256, "6C00")]
    public void Wrong_Le(int available, string expected) => Assert.That($"{StatusWord.WrongLe(available)}", Is.EqualTo(expected));

    [Test]
    public void Numbers_that_do_not_fit_are_a_mistake_of_the_caller()
    {
        Assert.That(() => StatusWord.MoreData(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => StatusWord.WrongLe(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => StatusWord.WrongLe(257), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => StatusWord.TriesLeft(16), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => StatusWord.TriesLeft(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
