using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CardConformance.Harness.Browsers;

/// <summary>Looks at a screen of X: which windows there are, and what they look like. Windows coming and going are events.</summary>
/// <remarks>One thread at a time.</remarks>
internal sealed unsafe class XDisplay : IDisposable
{
    // sizeof(XEvent) and sizeof(XWindowAttributes) on 64-bit Linux; map_state lies at 92.
    private const int EventLength = 192;
    private const int AttributesLength = 136;
    private const int MapStateOffset = 92;

    private readonly nint _display;
    private readonly nuint _root;

    internal XDisplay(string name)
    {
        X11.XSetErrorHandler((nint)(delegate* unmanaged<nint, nint, int>)&IgnoreError);
        _display = X11.XOpenDisplay(name);
        if (_display == 0)
        {
            throw new InvalidOperationException($"there is no X display {name}");
        }

        _root = X11.XDefaultRootWindow(_display);
        X11.XSelectInput(_display, _root, (nint)X11.SubstructureNotifyMask);
    }

    /// <summary>Waits until a window with a name can be seen.</summary>
    /// <param name="name">Its whole name.</param>
    /// <param name="limit">How long to wait.</param>
    /// <returns>The window.</returns>
    /// <exception cref="TimeoutException">It did not come; the message names the windows there are.</exception>
    internal nuint WaitForWindow(string name, TimeSpan limit) => WaitForWindow(one => one == name, $"no window \"{name}\"", limit).Id;

    /// <summary>Waits until a window can be seen whose name will do.</summary>
    /// <param name="wanted">Whether a name will do.</param>
    /// <param name="problem">What to say when there is none in time.</param>
    /// <param name="limit">How long to wait.</param>
    /// <exception cref="TimeoutException">It did not come; the message names the windows there are.</exception>
    internal (nuint Id, string Name) WaitForWindow(Predicate<string> wanted, string problem, TimeSpan limit)
    {
        (nuint Id, string Name) window = default;
        Wait(() => (window = Windows().FirstOrDefault(one => wanted(one.Name))).Id != 0, problem, limit);
        return window;
    }

    /// <summary>Waits until a window has gone.</summary>
    /// <param name="window">The window.</param>
    /// <param name="limit">How long to wait.</param>
    /// <returns>The window that has gone.</returns>
    internal nuint WaitUntilGone(nuint window, TimeSpan limit)
    {
        Wait(() => Windows().All(one => one.Id != window), "the window is still there", limit);
        return window;
    }

    /// <summary>A picture of the whole screen, PNG.</summary>
    internal byte[] Capture()
    {
        Span<byte> attributes = stackalloc byte[AttributesLength];
        X11.XGetWindowAttributes(_display, _root, attributes);
        int width = MemoryMarshal.Read<int>(attributes[8..]);
        int height = MemoryMarshal.Read<int>(attributes[12..]);
        nint image = X11.XGetImage(_display, _root, 0, 0, (uint)width, (uint)height, X11.AllPlanes, X11.ZPixmap);
        if (image == 0)
        {
            throw new InvalidOperationException("X gave no picture of its screen");
        }

        // XImage: width, height, xoffset, format, data. Four bytes a pixel, blue first, on a screen of 24 bits.
        nint data = *(nint*)(image + 16);
        byte[] png = Png.Encode(new ReadOnlySpan<byte>((void*)data, width * height * 4), width, height);
        X11.XDestroyImage(image);
        return png;
    }

    public void Dispose() => X11.XCloseDisplay(_display);

    [UnmanagedCallersOnly]
    private static int IgnoreError(nint display, nint error) => 0;

    private void Wait(Func<bool> condition, string problem, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        Span<byte> anyEvent = stackalloc byte[EventLength];
        while (true)
        {
            while (X11.XPending(_display) > 0)
            {
                X11.XNextEvent(_display, anyEvent);
            }

            if (condition())
            {
                return;
            }

            TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                string windows = string.Join(", ", Windows().Select(window => $"\"{window.Name}\""));
                throw new TimeoutException($"{problem} within {limit.TotalSeconds} s; windows: {windows}");
            }

            // Events that came along with the answers just read lie in Xlib's queue: they would wake nobody.
            if (X11.XPending(_display) > 0)
            {
                continue;
            }

            // Windows that come and go wake this thread.
            var entry = new X11.PollEntry { Descriptor = X11.XConnectionNumber(_display), Events = X11.PollIn };
            X11.Poll(ref entry, 1, (int)Math.Ceiling(left.TotalMilliseconds));
        }
    }

    // The windows that can be seen, with their names.
    private List<(nuint Id, string Name)> Windows()
    {
        List<(nuint, string)> windows = [];
        if (X11.XQueryTree(_display, _root, out _, out _, out nint children, out uint count) == 0)
        {
            return windows;
        }

        Span<byte> attributes = stackalloc byte[AttributesLength];
        for (int i = 0; i < count; i++)
        {
            nuint window = Unsafe.Read<nuint>((void*)(children + (i * sizeof(nuint))));
            bool visible = X11.XGetWindowAttributes(_display, window, attributes) != 0
                && MemoryMarshal.Read<int>(attributes[MapStateOffset..]) == X11.IsViewable;

            // Some programs name a window only after they have shown it.
            X11.XSelectInput(_display, window, (nint)X11.PropertyChangeMask);
            if (visible && X11.XGetWMName(_display, window, out X11.TextProperty name) != 0)
            {
                windows.Add((window, Marshal.PtrToStringUTF8(name.Value, (int)name.Length)));
                X11.XFree(name.Value);
            }
        }

        if (children != 0)
        {
            X11.XFree(children);
        }

        return windows;
    }
}
