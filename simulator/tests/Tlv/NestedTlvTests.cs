using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Tests.Tlv;

public sealed class NestedTlvTests
{
    [Test]
    public void Objects_stand_in_the_reverse_order_of_their_making()
    {
        var tlv = new NestedTlv(stackalloc byte[32]);
        tlv.Prepend(0x9B, [3]);
        tlv.Prepend(0x7F41, []);
        tlv.Wrap(0xBF8102);
        Assert.That(Convert.ToHexString(tlv.Bytes), Is.EqualTo("BF8102067F41009B0103"));
    }

    [Test]
    public void What_is_outside_stays_outside()
    {
        var tlv = new NestedTlv(stackalloc byte[32]);
        tlv.Prepend(0x9E, [1]);
        int outside = tlv.Bytes.Length;
        tlv.Prepend(0x8C, [0x7B, 0xFF]);
        tlv.Wrap(0xA1, outside);
        Assert.That(Convert.ToHexString(tlv.Bytes), Is.EqualTo("A1048C027BFF9E0101"));
    }

    [Test]
    public void An_object_of_128_bytes_is_too_long_for_it() =>
        Assert.That(() => new NestedTlv(new byte[200]).Prepend(0x80, new byte[128]), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
