using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The e-mail that starts an activation: the only place that knows how to find things in it.</summary>
/// <param name="page">Where it is open.</param>
public sealed class MailPage(IPage page)
{
    private ILocator QrCode => page.Control(AriaRole.Img, "QR Code");

    /// <summary>Follows its link.</summary>
    public Task StartActivationAsync() => page.Pressable("Démarrer l'activation").ClickAsync();

    /// <summary>A picture of it, with its QR code.</summary>
    public async Task<byte[]> PhotographAsync()
    {
        await QrCode.EvaluateAsync("image => image.decode()");
        return await page.ScreenshotAsync();
    }

    /// <summary>A picture of it for reports: whoever scanned the QR code from there could go on with the activation.</summary>
    public Task<byte[]> PhotographWithoutCodeAsync() => page.ScreenshotAsync(new() { Mask = [QrCode], MaskColor = "#808080" });
}
