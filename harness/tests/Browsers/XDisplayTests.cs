using System.Buffers.Binary;
using System.Diagnostics;
using CardConformance.Harness.Browsers;

namespace CardConformance.Harness.Tests.Browsers;

/// <summary>Against a screen of X with windows on it that the tests make.</summary>
public sealed class XDisplayTests : IAsyncDisposable
{
    private const string Name = "Unlock Security Device";

    private const int Width = 320;
    private const int Height = 200;

    /// <summary>Long enough for anything that is to happen, and far longer than it may take.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortLimit = TimeSpan.FromMilliseconds(200);

    private readonly List<IDisposable> _clients = [];
    private readonly List<Task> _waits = [];
    private XScreen? _screen;
    private XDisplay? _display;

    private XScreen Screen => _screen!;

    private XDisplay Display => _display!;

    [SetUp]
    public async Task StartAsync()
    {
        _screen = await XScreen.StartAsync(Width, Height);
        _display = new XDisplay(_screen.Name);
        _clients.Add(_display);
    }

    // Xlib ends the whole process when a screen goes under a program that uses it: the screen goes last.
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_waits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _clients.ForEach(client => client.Dispose());
        if (_screen is not null)
        {
            await _screen.DisposeAsync();
        }
    }

    [Test]
    public void Window_that_is_there_is_found()
    {
        XWindow window = New(Name);
        window.Show();
        Assert.That(Display.WaitForWindow(Name, Limit), Is.EqualTo(window.Id));
    }

    [Test]
    public async Task Window_is_found_when_it_appears()
    {
        New("Chromium").Show();
        Task<(nuint Window, TimeSpan Took)> wait = Begin(() => Display.WaitForWindow(Name, Limit));
        XWindow window = New(Name);
        window.Show();
        Assert.That((await wait).Window, Is.EqualTo(window.Id));
        Assert.That((await wait).Took, Is.LessThan(Soon));
    }

    [Test]
    public async Task Window_is_found_when_it_gets_its_name_after_it_appeared()
    {
        XWindow window = New("Untitled");
        window.Show();
        Task<(nuint Window, TimeSpan Took)> wait = Begin(() => Display.WaitForWindow(Name, Limit));
        Assert.That(() => NewDisplay().WaitForWindow(Name, ShortLimit), Throws.InstanceOf<TimeoutException>(), "it has not got it yet");
        window.Rename(Name);
        Assert.That((await wait).Window, Is.EqualTo(window.Id));
        Assert.That((await wait).Took, Is.LessThan(Soon));
    }

    // Windows are looked through from the lowest to the highest: the higher ones take the time in which a lower one appears.
    [Test]
    public async Task Window_that_appears_while_the_others_are_looked_through_is_not_missed()
    {
        XWindow[] windows = [.. Enumerable.Range(1, 20).Select(number => New($"{Name} {number}"))];
        foreach (int number in Enumerable.Range(1, 80))
        {
            New($"Other {number}").Show();
        }

        for (int number = 1; number <= windows.Length; number++)
        {
            Task<(nuint Window, TimeSpan Took)> wait = Begin(() => Display.WaitForWindow($"{Name} {number}", Limit));

            // Each takes the screen a moment, so that the windows appear at different times.
            for (int i = 0; i < 10 * number; i++)
            {
                windows[number - 1].Rename($"{Name} {number}");
            }

            windows[number - 1].Show();
            Assert.That((await wait).Took, Is.LessThan(Soon), $"window {number}");
        }
    }

    [Test]
    public void Window_that_does_not_come_is_named_with_those_that_are_there()
    {
        New("Chromium").Show();
        New($"{Name} 2").Show();
        New(null).Show();
        New(Name);
        Assert.That(
            () => Display.WaitForWindow(Name, ShortLimit),
            Throws.InstanceOf<TimeoutException>().With.Message.EqualTo($"no window \"{Name}\" within 0.2 s; windows: \"Chromium\", \"{Name} 2\""));
    }

    [Test]
    public void Limit_is_kept_also_when_other_windows_come_and_go_all_the_time()
    {
        XWindow other = New("Chromium");
        using var over = new CancellationTokenSource();
        var restless = new Thread(() =>
        {
            while (!over.IsCancellationRequested)
            {
                other.Show();
                other.Hide();
            }
        });
        restless.Start();
        var clock = Stopwatch.StartNew();
        Assert.That(() => Display.WaitForWindow(Name, ShortLimit), Throws.InstanceOf<TimeoutException>());
        Assert.That(clock.Elapsed, Is.LessThan(Soon));
        over.Cancel();
        restless.Join();
    }

    [Test]
    public async Task Window_that_is_destroyed_is_gone()
    {
        XWindow window = New(Name);
        window.Show();
        Task<(nuint Window, TimeSpan Took)> wait = Begin(() => Display.WaitUntilGone(window.Id, Limit));
        window.Destroy();
        Assert.That((await wait).Window, Is.EqualTo(window.Id));
        Assert.That((await wait).Took, Is.LessThan(Soon));
    }

    [Test]
    public async Task Window_that_hides_is_gone()
    {
        XWindow window = New(Name);
        window.Show();
        Task<(nuint Window, TimeSpan Took)> wait = Begin(() => Display.WaitUntilGone(window.Id, Limit));
        window.Hide();
        Assert.That((await wait).Took, Is.LessThan(Soon));
    }

    [Test]
    public void Window_that_stays_is_named()
    {
        XWindow window = New(Name);
        window.Show();
        Assert.That(
            () => Display.WaitUntilGone(window.Id, ShortLimit),
            Throws.InstanceOf<TimeoutException>().With.Message.EqualTo($"the window is still there within 0.2 s; windows: \"{Name}\""));
    }

    [Test]
    public void Picture_has_the_size_of_the_screen_and_the_colour_of_the_window()
    {
        New(Name, 0x336699).Show();
        Display.WaitForWindow(Name, Limit);
        byte[] png = Display.Capture();
        Assert.That(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), Is.EqualTo(Width));
        Assert.That(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), Is.EqualTo(Height));
        byte[] row = PngTests.FirstRow(png, Width);
        Assert.That(Convert.ToHexString(row.AsSpan(0, 3)), Is.EqualTo("336699"), "the first pixel of the window");
        Assert.That(Convert.ToHexString(row.AsSpan(3 * 99, 6)), Is.EqualTo("336699" + "000000"), "the last pixel of the window and the one beside it");
    }

    [Test]
    public void Screen_that_is_not_there_is_named() =>
        Assert.That(() => new XDisplay(":4242"), Throws.InvalidOperationException.With.Message.EqualTo("there is no X display :4242"));

    private XWindow New(string? name, uint colour = 0)
    {
        var window = new XWindow(Screen, name, colour);
        _clients.Add(window);
        return window;
    }

    private XDisplay NewDisplay()
    {
        var display = new XDisplay(Screen.Name);
        _clients.Add(display);
        return display;
    }

    // In a thread of its own: Xlib waits in the system call.
    private Task<(nuint Window, TimeSpan Took)> Begin(Func<nuint> wait)
    {
        Task<(nuint, TimeSpan)> task = Task.Factory.StartNew(
            () =>
            {
                var clock = Stopwatch.StartNew();
                return (wait(), clock.Elapsed);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        _waits.Add(task);
        return task;
    }
}
