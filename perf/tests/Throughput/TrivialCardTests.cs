using System.Net;
using System.Net.Sockets;
using CardConformance.Perf.Throughput;

namespace CardConformance.Perf.Tests.Throughput;

public sealed class TrivialCardTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Test]
    public async Task Messages_of_vpcd_that_come_together_are_taken_one_by_one()
    {
        if (NativePrograms.Missing is { } missing)
        {
            Assert.Ignore(missing);
        }

        using var reader = new TcpListener(IPAddress.Loopback, 0);
        reader.Start();
        await using MeasuredCard card = await MeasuredCard.TrivialAtAsync(((IPEndPoint)reader.LocalEndpoint).Port);
        using TcpClient link = await reader.AcceptTcpClientAsync().WaitAsync(Limit);

        // Power up, which has no answer; give the ATR; GET CHALLENGE.
        await link.GetStream().WriteAsync(Convert.FromHexString("000101" + "000104" + "00050084000001"));
        byte[] answers = new byte[2 + 17 + 2 + 3];
        await link.GetStream().ReadExactlyAsync(answers).AsTask().WaitAsync(Limit);
        Assert.That(Convert.ToHexString(answers), Is.EqualTo("0011" + "3BAC00402A001225006480000310009000" + "0003" + "009000"));
    }
}
