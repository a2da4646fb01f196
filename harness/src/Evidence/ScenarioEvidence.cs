using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Harness.Leaks;
using CardConformance.Simulator.Trace;
using Microsoft.Playwright;

namespace CardConformance.Harness.Evidence;

/// <summary>Writes down what happens in one scenario, as it happens.</summary>
/// <remarks>Thread-safe: the card's thread writes beside the scenario's.</remarks>
public sealed class ScenarioEvidence : IDisposable
{
    /// <summary>File of the events, one JSON object a line.</summary>
    public const string EventsFile = "events.ndjson";

    /// <summary>Empty file that appears when the scenario has ended and everything about it is written.</summary>
    public const string EndedFile = "ended";

    /// <summary>File of the exchanges with the card.</summary>
    public const string TraceFile = "apdu.txt";

    private const string Mask = "••••••";

    // Pages and what scripts on them ask for; styles, pictures and scripts say nothing about a scenario.
    private static readonly string[] Asked = ["document", "xhr", "fetch", "eventsource"];

    // Times, ids and names of files are ours, and a code that is masked in one makes it unreadable.
    private static readonly string[] NeverMasked = ["kind", "time", "id", "file", "screen", "requirements"];

    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly StreamWriter _events;
    private readonly StreamWriter _trace;
    private readonly Dictionary<string, LastPicture> _lastPictures = [];
    private readonly HashSet<string> _secrets = [];
    private readonly HashSet<string> _cardCodes = [];
    private readonly ConcurrentDictionary<IRequest, DateTimeOffset> _asked = [];
    private readonly HashSet<string> _screens = [];
    private int _pictures;
    private bool _ended;

    /// <summary>Begins.</summary>
    /// <param name="run">The run.</param>
    /// <param name="begun">The scenario.</param>
    public ScenarioEvidence(RunFolder run, ScenarioBegun begun)
    {
        Id = begun.Id;
        _folder = Path.Combine(run.Scenarios, begun.Id);
        Directory.CreateDirectory(_folder);
        _events = new StreamWriter(In(EventsFile)) { AutoFlush = true };
        _trace = new StreamWriter(In(TraceFile)) { AutoFlush = true };
        Add(begun);
    }

    /// <summary>The scenario's stable name.</summary>
    public string Id { get; }

    /// <summary>What the scenario's browsers put where others could read it.</summary>
    public BrowserOutput BrowserOutput { get; } = new();

    /// <summary>What is kept out of all events.</summary>
    public IReadOnlyCollection<string> Concealed
    {
        get
        {
            lock (_lock)
            {
                return [.. _secrets];
            }
        }
    }

    /// <summary>Ids of the screens that were recognised so far.</summary>
    public IReadOnlyCollection<string> Screens
    {
        get
        {
            lock (_lock)
            {
                return [.. _screens];
            }
        }
    }

    /// <summary>Path of a file of this scenario.</summary>
    /// <param name="name">Its name.</param>
    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>Keeps a secret out of all events from now on: the code of an SMS, the end of a link.</summary>
    /// <param name="secret">The secret, letters and digits.</param>
    public void Conceal(string secret)
    {
        lock (_lock)
        {
            _secrets.Add(secret);
        }
    }

    /// <summary>Keeps a code of the card out of all events from now on, where it stands alone: it is too short to be masked inside other numbers.</summary>
    /// <param name="code">A code porteur or de déblocage.</param>
    public void ConcealCardCode(string code)
    {
        lock (_lock)
        {
            _cardCodes.Add(code);
        }
    }

    /// <summary>The event in which a code of the card had to be masked, or <see langword="null"/>: somebody gave it to us who should not have it.</summary>
    public string? MaskedCardCodeIn { get; private set; }

    /// <summary>Writes down what a browser asks servers for, and keeps what its pages put where others could read it.</summary>
    /// <param name="context">The browser's profile.</param>
    /// <param name="device">Whose browser.</param>
    public void ListenTo(IBrowserContext context, string device)
    {
        BrowserOutput.ListenTo(context, device);
        context.Request += (_, request) =>
        {
            if (Asked.Contains(request.ResourceType))
            {
                _asked[request] = DateTimeOffset.UtcNow;
            }
        };
        context.Response += (_, response) => AddAnswer(response.Request, device, response.Status);
        context.RequestFailed += (_, request) => AddAnswer(request, device, status: null);
    }

    private void AddAnswer(IRequest request, string device, int? status)
    {
        if (_asked.TryRemove(request, out DateTimeOffset time))
        {
            Add(new PageAsked(device, request.Method, ShownAddress.Of(request.Url), status) { Time = time });
        }
    }

    /// <summary>Writes an event down, without the secrets. What a browser says after the end is too late.</summary>
    /// <param name="happened">The event.</param>
    public void Add(EvidenceEvent happened)
    {
        string line = JsonSerializer.Serialize(happened, RunFolder.Json);
        lock (_lock)
        {
            if (_ended && happened is PageAsked)
            {
                return;
            }

            if (_secrets.Any(line.Contains) || _cardCodes.Any(line.Contains))
            {
                JsonObject json = JsonNode.Parse(line)!.AsObject();
                MaskIn(json, (string)json["kind"]!);
                line = json.ToJsonString(RunFolder.Json);
            }

            _events.WriteLine(line);
        }
    }

    private void MaskIn(JsonNode? node, string kind)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? member) in members.ToList())
                {
                    if (!NeverMasked.Contains(name))
                    {
                        MaskIn(member, kind);
                    }
                }

                break;
            case JsonArray items:
                items.ToList().ForEach(item => MaskIn(item, kind));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                string text = (string)value!;
                string masked = _secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, Mask, StringComparison.Ordinal));
                if (CodeSearch.Holds(masked, _cardCodes))
                {
                    masked = CodeSearch.Replace(masked, _cardCodes, Mask);
                    MaskedCardCodeIn ??= kind;
                }

                if (masked != text)
                {
                    value.ReplaceWith(masked);
                }

                break;
        }
    }

    /// <summary>Writes an exchange with the card down. Codes are masked already.</summary>
    /// <param name="entry">The exchange.</param>
    public void Add(TraceEntry entry)
    {
        string text = TraceText.Format(entry);
        lock (_lock)
        {
            _trace.WriteLine(text);
        }
    }

    /// <summary>Takes a picture of a page, unless it looks as it did before.</summary>
    /// <param name="page">The page.</param>
    /// <param name="device">Whose screen.</param>
    /// <param name="screen">Id of the screen that was recognised on it, if one was.</param>
    public async Task CaptureAsync(IPage page, string device, string? screen = null)
    {
        if (!page.IsClosed && page.Url.StartsWith("http", StringComparison.Ordinal))
        {
            Add(await page.ScreenshotAsync(), device, await page.TitleAsync(), screen);
            await BrowserOutput.LookAtPageAsync(page, device);
        }
    }

    /// <summary>Keeps a picture, unless it is the same as the last one of this device.</summary>
    /// <param name="png">The picture.</param>
    /// <param name="device">Whose screen.</param>
    /// <param name="title">What is on it.</param>
    /// <param name="screen">Id of the screen that was recognised on it, if one was.</param>
    public void Add(byte[] png, string device, string title, string? screen = null)
    {
        byte[] hash = SHA256.HashData(png);
        string file;
        lock (_lock)
        {
            if (screen is not null)
            {
                _screens.Add(screen);
            }

            // A screen recognised on a picture that was kept before is still news.
            LastPicture? last = _lastPictures.GetValueOrDefault(device);
            bool same = last is not null && last.Hash.AsSpan().SequenceEqual(hash);
            if (same && (screen is null || screen == last!.Screen))
            {
                return;
            }

            file = same ? last!.File : string.Create(CultureInfo.InvariantCulture, $"{++_pictures:D2}-{device}.png");
            _lastPictures[device] = new(hash, file, screen);
        }

        File.WriteAllBytes(In(file), png);
        Add(new PictureTaken(file, device, title, screen));
    }

    /// <summary>Writes down how the scenario ended; nothing comes after it.</summary>
    /// <param name="ended">How.</param>
    public void End(ScenarioEnded ended)
    {
        Add(ended);
        lock (_lock)
        {
            _ended = true;
        }

        Dispose();
        File.Create(In(EndedFile)).Dispose();
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _events.Dispose();
            _trace.Dispose();
        }
    }

    private sealed record LastPicture(byte[] Hash, string File, string? Screen);
}
