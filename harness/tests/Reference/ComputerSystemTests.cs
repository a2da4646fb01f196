using CardConformance.Harness.Pages;
using CardConformance.Reference.Workstation;

namespace CardConformance.Harness.Tests.Reference;

/// <summary>Which ATSAM package suits a computer, by what its browser says.</summary>
public sealed class ComputerSystemTests
{
    [TestCase("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36", AtsamPackage.Windows)]
    [TestCase("Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko", AtsamPackage.Windows)]
    [TestCase("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.1.2 Safari/605.1.15", AtsamPackage.OlderMacOs)]
    [TestCase("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.14; rv:115.0) Gecko/20100101 Firefox/115.0", AtsamPackage.OlderMacOs)]
    [TestCase("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9) AppleWebKit/537.71 (KHTML, like Gecko) Version/7.0 Safari/537.71", AtsamPackage.OlderMacOs)]
    [TestCase("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1.15", AtsamPackage.MacOs)]
    [TestCase("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15", AtsamPackage.MacOs)]
    [TestCase("Mozilla/5.0 (Macintosh; Intel Mac OS X 11_2) AppleWebKit/605.1.15", AtsamPackage.MacOs)]
    [TestCase("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36", null)]
    [TestCase("", null)]
    public void Package_is_that_of_the_system(string userAgent, AtsamPackage? package) => Assert.That(ComputerSystem.PackageFor(userAgent), Is.EqualTo(package));

    [TestCase("Windows", AtsamPackage.Windows)]
    [TestCase("macOS 10.14", AtsamPackage.OlderMacOs)]
    public void Features_say_it_as_browsers_do(string system, AtsamPackage package) =>
        Assert.That(ComputerSystem.PackageFor(WorkstationPage.UserAgentOf(system)), Is.EqualTo(package));
}
