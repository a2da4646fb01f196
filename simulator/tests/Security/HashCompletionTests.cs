using System.Security.Cryptography;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Security;

public sealed class HashCompletionTests
{
    [Test]
    public void Agrees_with_the_platform_for_every_length_of_the_last_block([Range(0, 64)] int length)
    {
        byte[] last = RandomBytes(length);
        Assert.That(Finish(HashCompletion.Sha1Start.ToArray(), 0, last), Is.EqualTo(SHA1.HashData(last)));
        Assert.That(Finish(HashCompletion.Sha256Start.ToArray(), 0, last), Is.EqualTo(SHA256.HashData(last)));
    }

    [Test]
    public void Goes_on_from_what_the_host_hashed([Values(0, 1, 55, 56, 64)] int length)
    {
        byte[] last = RandomBytes(length);
        (byte[] state1, byte[] block1) = HashBegun.Sha1();
        (byte[] state256, byte[] block256) = HashBegun.Sha256();
        Assert.That(Finish(state1, 512, last), Is.EqualTo(SHA1.HashData([.. block1, .. last])));
        Assert.That(Finish(state256, 512, last), Is.EqualTo(SHA256.HashData([.. block256, .. last])));
    }

    [TestCase(20, 65, 0ul, TestName = "More_than_a_block")]
    [TestCase(21, 64, 0ul, TestName = "State_of_no_known_hash")]
    [TestCase(32, 64, 8ul, TestName = "Block_not_finished")]
    public void Refuses(int state, int last, ulong bitsDone) =>
        Assert.That(() => Finish(new byte[state], bitsDone, new byte[last]), Throws.ArgumentException);

    private static byte[] Finish(byte[] state, ulong bitsDone, byte[] last)
    {
        byte[] digest = new byte[state.Length];
        HashCompletion.Finish(state, bitsDone, last, digest);
        return digest;
    }

    private static byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        TestContext.CurrentContext.Random.NextBytes(bytes);
        return bytes;
    }
}
