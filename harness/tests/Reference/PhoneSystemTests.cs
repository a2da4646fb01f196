using CardConformance.Reference.Telephone;

namespace CardConformance.Harness.Tests.Reference;

/// <summary>On which systems the application works, just before and at the first version that it needs.</summary>
public sealed class PhoneSystemTests
{
    [TestCase("e-CPS/3.0 (iOS 14.8)", ExpectedResult = false)]
    [TestCase("e-CPS/3.0 (iOS 14.8.1)", ExpectedResult = false)]
    [TestCase("e-CPS/3.0 (iOS 15.0)", ExpectedResult = true)]
    [TestCase("e-CPS/3.0 (iOS 15)", ExpectedResult = true)]
    [TestCase("e-CPS/3.0 (Android 7.1.2)", ExpectedResult = false)]
    [TestCase("e-CPS/3.0 (Android 8)", ExpectedResult = true)]
    [TestCase("e-CPS/3.0 (Android 10)", ExpectedResult = true)]
    [TestCase("e-CPS/3.0 (macOS 11.7; arm64)", ExpectedResult = false)]
    [TestCase("e-CPS/3.0 (macOS 12.0; arm64)", ExpectedResult = true)]
    [TestCase("e-CPS/3.0 (macOS 12.0; x86_64)", ExpectedResult = false)]
    [TestCase("e-CPS/3.0 (macOS 12.0)", ExpectedResult = false)]
    [TestCase("Mozilla/5.0 (Linux; Android 7; Pixel)", ExpectedResult = null)]
    [TestCase("e-CPS/3.0 (iOS)", ExpectedResult = null)]
    [TestCase("e-CPS/3.0 (iOS 99999)", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public bool? IsSupported(string userAgent) => PhoneSystem.Read(userAgent)?.IsSupported;
}
