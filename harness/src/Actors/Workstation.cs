using System.Text.RegularExpressions;
using CardConformance.Harness.Browsers;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pages;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;
using Microsoft.Playwright;

namespace CardConformance.Harness.Actors;

/// <summary>Where a professional works: a reader, perhaps a card in it, middleware, and a browser.</summary>
public sealed partial class Workstation : IAsyncDisposable
{
    /// <summary>What pictures of its screen are called.</summary>
    public const string Device = "ordinateur";

    private readonly Rig _rig;
    private readonly ScenarioEvidence _evidence;
    private IReadOnlyDictionary<string, string> _environment;
    private IBrowserContext? _context;
    private CardBrowser? _cardBrowser;

    internal Workstation(
        Rig rig, CardReader reader, IReadOnlyDictionary<string, string> environment, ScenarioEvidence evidence)
    {
        _rig = rig;
        Reader = reader;
        _environment = environment;
        _evidence = evidence;
    }

    /// <summary>The page in front, once a browser was opened.</summary>
    public IPage? Page { get; private set; }

    /// <summary>Its reader.</summary>
    public CardReader Reader { get; }

    /// <summary>Whether its browser uses the card by itself and asks for the code in a window of its own.</summary>
    public bool BrowserUsesCard => _cardBrowser is not null;

    /// <summary>Puts a person's card in and waits until programs see it.</summary>
    /// <param name="person">Whose card.</param>
    public void InsertCard(Person person) => Reader.Insert(person.Card);

    /// <summary>Lets a person's card fail, from now on, in one of the ways of <c>fixtures/faults</c>; the report says in which.</summary>
    /// <param name="person">Whose card.</param>
    /// <param name="fault">Name of the fault.</param>
    /// <exception cref="UnknownFaultException">There is no such fault; the message lists those there are.</exception>
    public void ArmFault(Person person, string fault) => CardFaults.Arm(person.Card, fault, _evidence);

    /// <summary>Lets the card be pulled out just when it is to sign the next login.</summary>
    /// <param name="person">Whose card.</param>
    public void PullCardWhenItSigns(Person person) => ArmFault(person, "retrait-avant-signature");

    /// <summary>Takes the reader away: for the workstation's software there is none any more.</summary>
    public void UnplugReader() => _environment = _rig.EnvironmentWithoutReader(Reader.Slot);

    /// <summary>Wrong entries that the card would still accept, asked by PC/SC without spending one.</summary>
    /// <param name="code">Of which code.</param>
    /// <returns>0 to 15.</returns>
    /// <exception cref="InvalidOperationException">The code is verified at the moment, so that the card does not say.</exception>
    public int CountTriesLeft(CodeRole code = CodeRole.CodePorteur)
    {
        using var context = PcscContext.Establish();
        using PcscCard card = context.Connect(Reader.Name);

        // A card in which the code is verified answers 9000: a reset makes it tell.
        card.Reconnect(PcscCard.Initialization.Reset);
        byte[] answer = card.Transmit([0x00, 0x20, 0x00, code == CodeRole.CodePorteur ? (byte)0x01 : (byte)0x02, 0x00]);
        return (answer[0], answer[1]) switch
        {
            (0x63, var last) => last & 0x0F,
            (0x69, 0x83) => 0,
            _ => throw new InvalidOperationException($"the card answered {Convert.ToHexString(answer)}"),
        };
    }

    /// <summary>Opens a browser that does not use the card.</summary>
    /// <param name="userAgent">What it says it is, or <see langword="null"/> for what the browser says.</param>
    public async Task OpenBrowserAsync(string? userAgent = null) => await ShowAsync(_context = await _rig.Browsers.NewDesktopAsync(userAgent));

    /// <summary>Opens a browser that does not use the card, unless one was opened before.</summary>
    public Task OpenBrowserIfNoneAsync() => Page is null ? OpenBrowserAsync() : Task.CompletedTask;

    /// <summary>Opens a browser that uses the card.</summary>
    /// <param name="knowsCards">Whether the card's middleware is installed.</param>
    public async Task OpenCardBrowserAsync(bool knowsCards = true)
    {
        _cardBrowser = await CardBrowser.StartAsync(
            _rig.Browsers.Playwright,
            knowsCards ? _rig.NssDatabaseFolder : _rig.NssDatabaseWithoutCardsFolder,
            _environment,
            _rig.Target.CardPort);
        await ShowAsync(_context = _cardBrowser.Context);
    }

    /// <summary>Lets something between the portal and the browser take part of each page away, as security software of an establishment does.</summary>
    /// <param name="part">Which part.</param>
    public async Task FilterPagesAsync(FilteredPart part)
    {
        await OpenBrowserAsync();
        if (part == FilteredPart.Scripts)
        {
            await _context!.RouteAsync("**/*.js", route => route.AbortAsync("blockedbyclient"));
            return;
        }

        await _context!.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType != "document")
            {
                await route.ContinueAsync();
                return;
            }

            // Redirections are followed here: the browser would not ask again on its way.
            IAPIResponse page = await route.FetchAsync();
            string html = await page.TextAsync();
            await route.FulfillAsync(new() { Response = page, Body = StartButton().Replace(html, "") });
        });
    }

    /// <summary>Frees the blocked card by the workstation's software.</summary>
    /// <param name="codeDeblocage">The unblocking code that the person types.</param>
    /// <param name="newCode">The new code porteur.</param>
    /// <returns>Whether the card was freed.</returns>
    public async Task<bool> UnblockCardAsync(string codeDeblocage, string newCode)
    {
        ProgramResult result = await new ProgramRun(
            "pkcs15-tool", "--reader", Reader.Name, "--unblock-pin", "--auth-id", "01", "--puk", "env:CODE_DEBLOCAGE", "--new-pin", "env:CODE_PORTEUR")
        {
            Environment = new Dictionary<string, string>(_environment)
            {
                ["CODE_DEBLOCAGE"] = codeDeblocage,
                ["CODE_PORTEUR"] = newCode,
            },
        }.RunAsync();
        return result.ExitCode == 0;
    }

    /// <summary>Types a code into the browser's own window, once it asks for it.</summary>
    /// <param name="code">The code porteur.</param>
    public async Task EnterCodeAsync(string code)
    {
        CardBrowser browser = _cardBrowser ?? throw new InvalidOperationException("this browser does not use the card");
        _evidence.Add(await browser.EnterCodeAsync(code), Device, "Fenêtre du code porteur");
    }

    /// <summary>Types a wrong code into the browser's own window and waits until the browser asks again: the card has refused it by then.</summary>
    /// <param name="code">The wrong code.</param>
    public async Task EnterWrongCodeAsync(string code)
    {
        await EnterCodeAsync(code);
        await _cardBrowser!.WaitForCodeWindowAsync();
    }

    /// <summary>Closes the browser's own window without typing a code, as often as it asks for one.</summary>
    public Task GiveUpCodeAsync() => (_cardBrowser ?? throw new InvalidOperationException("this browser does not use the card")).GiveUpCodeAsync();

    /// <summary>Logs in with the card by the workstation's software and goes where the server sends the browser.</summary>
    /// <param name="address">The address of the port for cards.</param>
    /// <param name="person">Whose card is in the reader.</param>
    /// <param name="code">The code that the person types.</param>
    /// <param name="key">Which of the card's certificates the person chooses.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ScreenException">The page where the server sends the browser does not come.</exception>
    public async Task<CardTlsAnswer> LogInWithSoftwareAsync(Uri address, Person person, string code, KeyRole key = KeyRole.Authentication)
    {
        CardTlsAnswer answer = await ShowCardBySoftwareAsync(address, person, code, key);
        if (answer.Location is not null)
        {
            await FollowAsync(answer.Location);
        }

        return answer;
    }

    private async Task FollowAsync(Uri location)
    {
        try
        {
            await Page!.GotoAsync(location.ToString());
        }
        catch (TimeoutException)
        {
            // A page that is on its way cannot be asked what it shows.
            throw new ScreenException($"la page qui suit la connexion avec la carte n'est pas venue à temps : {location.GetLeftPart(UriPartial.Path)}");
        }
    }

    /// <summary>Logs in with the card by the workstation's software, and leaves the browser where it is.</summary>
    /// <inheritdoc cref="LogInWithSoftwareAsync"/>
    public Task<CardTlsAnswer> ShowCardBySoftwareAsync(Uri address, Person person, string code, KeyRole key = KeyRole.Authentication) =>
        new CardTlsClient(_environment, _rig.OpensslConfiguration, _rig.TrustedRoots).GetAsync(address, person.Profile.TokenLabel, code, key);

    /// <summary>Waits until a screen is there, compares its texts, takes a picture of it, and looks whether everybody can use it.</summary>
    /// <param name="screen">The screen.</param>
    /// <exception cref="ScreenException">Another screen is there, or a text is missing.</exception>
    /// <exception cref="Accessibility.AccessibilityException">It keeps somebody out.</exception>
    public async Task ExpectAsync(Screen screen)
    {
        await screen.ExpectAsync(Page ?? throw new InvalidOperationException("no browser was opened"));
        await _evidence.CaptureAsync(Page, Device, screen.Id);
        await _rig.Accessibility.CheckAsync(Page, screen, _evidence);
    }

    /// <summary>Takes a picture of whatever is on the screen, if anything.</summary>
    public async Task CaptureAsync()
    {
        if (Page is not null)
        {
            await _evidence.CaptureAsync(Page, Device);
        }
    }

    /// <summary>Keeps the browser's own record of the scenario.</summary>
    /// <param name="file">Where to.</param>
    public async Task SaveTraceAsync(string file)
    {
        if (_context is not null)
        {
            await _context.Tracing.StopAsync(new() { Path = file });
        }
    }

    /// <summary>Pulls the card out, closes the browser, gives the reader back. A defect of the simulator comes out here.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await CloseBrowserAsync();
        }
        finally
        {
            await Reader.DisposeAsync();
        }
    }

    private async Task CloseBrowserAsync()
    {
        if (_cardBrowser is not null)
        {
            await _cardBrowser.DisposeAsync();
        }
        else if (_context is not null)
        {
            await _context.CloseAsync();
        }
    }

    private async Task ShowAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(PageTimeouts.ActionMilliseconds);
        await _rig.RecordAsync(context);
        _evidence.ListenTo(context, Device);
        Page = context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync();
    }

    [GeneratedRegex("<(button|a)\\b[^>]*>[^<]*COMMENCER L'ACTIVATION[^<]*</\\1>")]
    private static partial Regex StartButton();
}
