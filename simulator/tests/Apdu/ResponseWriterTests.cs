using CardConformance.Simulator.Apdu;

namespace CardConformance.Simulator.Tests.Apdu;

public sealed class ResponseWriterTests
{
    [Test]
    public void Keeping_more_than_was_written_is_a_mistake_of_the_caller() => Assert.That(
        () =>
        {
            var writer = new ResponseWriter(new byte[10]);
            writer.Append([1]);
            writer.Truncate(2);
        },
        Throws.InstanceOf<ArgumentOutOfRangeException>());
}
