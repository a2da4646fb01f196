using CardConformance.Harness.Accessibility;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;
using CardConformance.Harness.Targets;
using Microsoft.Playwright;

namespace CardConformance.Harness.Actors;

/// <summary>A professional's phone with the e-CPS application. Its camera sees what it is held before.</summary>
public sealed class Phone : IAsyncDisposable
{
    /// <summary>What pictures of its screen are called.</summary>
    public const string Device = "téléphone";

    // The camera: ten pictures a second of what the harness holds before it, which it looks at anew every two seconds; dark and small
    // while it lies on the table, where every picture is searched for nothing.
    private const string CameraScript =
        """
        navigator.mediaDevices.getUserMedia = async () => {
          if (await window.cameraIsRefused()) {
            throw new DOMException('Permission denied', 'NotAllowedError');
          }
          const canvas = document.createElement('canvas');
          const image = new Image();
          const look = async () => {
            const view = await window.heldBeforeTheCamera();
            if (view && view !== image.src) {
              image.src = view;
              await image.decode();
            }
          };
          await look();
          canvas.width = image.width || 64;
          canvas.height = image.height || 48;
          const pen = canvas.getContext('2d');
          const draw = () => pen.drawImage(image, 0, 0);
          draw();
          setInterval(draw, 100);
          const stream = canvas.captureStream();
          const looking = setInterval(() => stream.active ? look() : clearInterval(looking), 2000);
          return stream;
        };
        """;

    private readonly IBrowserContext _context;
    private readonly ScenarioEvidence _evidence;
    private readonly TargetAddresses _target;
    private readonly AccessibilityCheck _accessibility;
    private Func<Task<byte[]>>? _view;

    private Phone(IBrowserContext context, IPage page, ScenarioEvidence evidence, TargetAddresses target, AccessibilityCheck accessibility)
    {
        _context = context;
        _evidence = evidence;
        _target = target;
        _accessibility = accessibility;
        Page = page;
    }

    /// <summary>What is on its screen.</summary>
    public IPage Page { get; private set; }

    /// <summary>Switches a phone on.</summary>
    /// <param name="rig">The run.</param>
    /// <param name="evidence">Where its pictures go.</param>
    /// <param name="system">What it runs, for example <c>iOS 15.0</c>; <see langword="null"/> for something recent.</param>
    public static async Task<Phone> StartAsync(Rig rig, ScenarioEvidence evidence, string? system = null)
    {
        IBrowserContext context = await rig.Browsers.NewPhoneAsync(system is null ? null : $"e-CPS/3.0 ({system})");
        context.SetDefaultTimeout(PageTimeouts.ActionMilliseconds);
        await rig.RecordAsync(context);
        evidence.ListenTo(context, Device);
        Phone? phone = null;
        await context.ExposeFunctionAsync("heldBeforeTheCamera", async () =>
            phone!._view is { } view ? $"data:image/png;base64,{Convert.ToBase64String(await view())}" : "");
        await context.ExposeFunctionAsync("cameraIsRefused", () => phone!.RefusesCamera);
        await context.AddInitScriptAsync(CameraScript);
        return phone = new Phone(context, await context.NewPageAsync(), evidence, rig.Target.Addresses, rig.Accessibility);
    }

    /// <summary>Whether its owner has not allowed the application to use the camera.</summary>
    public bool RefusesCamera { get; set; }

    /// <summary>Opens the application.</summary>
    public Task OpenApplicationAsync() => Page.GotoAsync(_target.Telephone.ToString());

    /// <summary>Opens the application where it says what login is to be approved.</summary>
    public Task OpenLoginRequestAsync() => Page.GotoAsync(new Uri(_target.Telephone, "telephone/connexion").ToString());

    /// <summary>Opens an e-mail.</summary>
    /// <param name="html">Body of the e-mail.</param>
    /// <returns>The e-mail, whose link leads into the application.</returns>
    public async Task<MailPage> OpenMailAsync(string html)
    {
        IPage application = Page;
        Page = await _context.NewPageAsync();
        await application.CloseAsync();
        await Page.SetContentAsync(html);
        var mail = new MailPage(Page);
        _evidence.Add(await mail.PhotographWithoutCodeAsync(), Device, "Courriel");
        return mail;
    }

    /// <summary>Cuts the phone off the network, or gives it back.</summary>
    /// <param name="offline">Whether it has none.</param>
    public Task SetOfflineAsync(bool offline) => _context.SetOfflineAsync(offline);

    /// <summary>Holds the camera before a photo.</summary>
    /// <param name="png">What it sees.</param>
    public void HoldBefore(byte[] png) => _view = () => Task.FromResult(png);

    /// <summary>Holds the camera before a screen, and keeps it there: a code that cannot be read at once may be readable the next moment.</summary>
    /// <param name="png">What it sees first.</param>
    /// <param name="screen">What is on the screen whenever it looks again.</param>
    public void HoldBefore(byte[] png, IPage screen)
    {
        byte[]? first = png;
        _view = () => Interlocked.Exchange(ref first, null) is { } seen ? Task.FromResult(seen) : screen.ScreenshotAsync();
    }

    /// <summary>Waits until a screen is there, compares its texts, takes a picture of it, and looks whether everybody can use it.</summary>
    /// <param name="screen">The screen.</param>
    /// <exception cref="ScreenException">Another screen is there, or a text is missing.</exception>
    /// <exception cref="AccessibilityException">It keeps somebody out.</exception>
    public async Task ExpectAsync(Screen screen)
    {
        await screen.ExpectAsync(Page);
        await _evidence.CaptureAsync(Page, Device, screen.Id);
        await _accessibility.CheckAsync(Page, screen, _evidence);
    }

    /// <summary>Takes a picture of whatever is on the screen.</summary>
    public Task CaptureAsync() => _evidence.CaptureAsync(Page, Device);

    /// <summary>Keeps the browser's own record of the scenario.</summary>
    /// <param name="file">Where to.</param>
    public Task SaveTraceAsync(string file) => _context.Tracing.StopAsync(new() { Path = file });

    /// <summary>Switches it off.</summary>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
