using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Card;

public sealed class OwnContentsTests
{
    [Test]
    public void Each_place_gives_back_its_own()
    {
        byte[][] contents = [[1, 2, 3], [], [4], [.. Enumerable.Repeat((byte)5, 300)]];
        var own = new OwnContents(contents);
        for (int place = 0; place < contents.Length; place++)
        {
            Assert.That(own[place].ToArray(), Is.EqualTo(contents[place]), $"place {place}");
        }
    }

    [Test]
    public void More_than_64_kB_do_not_fit() => Assert.That(() => new OwnContents([new byte[65_536]]), Throws.InstanceOf<OverflowException>());
}
