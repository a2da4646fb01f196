using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>The QR code: photographed, scanned late, twice, by the wrong phone.</summary>
[Binding]
public sealed class QrCodeSteps(World world)
{
    private byte[]? _photo;

    private PortalPage Portal => new(world.Workstation.Page!);

    private byte[] Photo => _photo ?? throw new InvalidOperationException("aucun QR code n'a été photographié");

    [When(@"^(?:il|elle) photographie le QR code$")]
    public async Task PhotographAsync()
    {
        await world.Workstation.ExpectAsync(Screen.Named("Activation : Scanner le QR Code"));
        _photo = await Portal.PhotographQrCodeAsync();
        world.Evidence.Add(_photo, Workstation.Device, "QR code");
    }

    [When(@"^(?:il|elle) scanne la photo du QR code$")]
    public async Task ScanPhotoAsync() => await ScanAsync(await world.PhoneAsync(), Photo);

    [When(@"^un autre téléphone scanne la photo du QR code$")]
    public async Task OtherPhoneScansAsync() => await ScanAsync(await world.SecondPhoneAsync(), Photo);

    [When(@"^(?:il|elle) scanne le QR code qu'(.+) affiche sur un autre ordinateur$")]
    public async Task ScanOtherPersonsCodeAsync(Role role)
    {
        Person other = await world.CreateSecondPersonAsync(role);
        Workstation workstation = world.SecondWorkstation;
        workstation.InsertCard(other);
        await workstation.OpenBrowserAsync();
        var portal = new PortalPage(workstation.Page!);
        await portal.OpenLoginAsync(World.Rig.Target.Addresses.Portal);
        await workstation.LogInWithSoftwareAsync(await portal.CardAddressAsync(), other, other.CodePorteur);
        await portal.StartActivationAsync();
        await ScanAsync(await world.PhoneAsync(), await portal.PhotographQrCodeAsync());
    }

    [When(@"^(?:il|elle) demande un nouveau QR code$")]
    public Task AskForNewAsync() => Portal.AskForNewQrCodeAsync();

    [Given(@"^son téléphone refuse la caméra à l'application$")]
    public async Task RefuseCameraAsync() => (await world.PhoneAsync()).RefusesCamera = true;

    [When(@"^(?:il|elle) veut scanner le QR code avec son téléphone$")]
    public async Task TryToScanAsync()
    {
        await PhotographAsync();
        await ScanPhotoAsync();
    }

    [When(@"^(?:il|elle) autorise la caméra et recommence$")]
    public async Task AllowCameraAsync()
    {
        Phone phone = await world.PhoneAsync();
        phone.RefusesCamera = false;
        await new PhonePage(phone.Page).RestartAsync();
    }

    private static async Task ScanAsync(Phone phone, byte[] picture)
    {
        phone.HoldBefore(picture);
        await phone.OpenApplicationAsync();
        await new PhonePage(phone.Page).StartActivationAsync();
    }
}
