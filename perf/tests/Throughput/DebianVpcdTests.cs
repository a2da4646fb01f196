using System.Net;
using System.Net.NetworkInformation;
using CardConformance.Perf.Throughput;

namespace CardConformance.Perf.Tests.Throughput;

public sealed class DebianVpcdTests
{
    [Test]
    public async Task Listens_to_this_machine_only()
    {
        if (!DebianVpcd.IsInstalled || NativePrograms.Missing is not null)
        {
            Assert.Ignore($"{DebianVpcd.Package} is not installed");
        }

        await using DebianVpcd debian = await DebianVpcd.StartAsync();
        IPEndPoint[] listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        foreach (int port in new[] { debian.Port, debian.Port + 1 })
        {
            Assert.That(listeners.Where(listener => listener.Port == port).Select(listener => listener.Address), Is.EqualTo(new[] { IPAddress.Loopback }));
        }
    }
}
