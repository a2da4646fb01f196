using System.Runtime.InteropServices;
using CardConformance.Harness.Browsers;

namespace CardConformance.Harness.Tests.Browsers;

/// <summary>A window on a screen of X, with a connection of its own as any other program's.</summary>
internal sealed partial class XWindow : IDisposable
{
    private const string Library = "libX11.so.6";

    private readonly nint _display;

    /// <summary>Makes a window of 100 by 50 pixels in the upper left corner; it cannot be seen before <see cref="Show"/>.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="name">Its name, or <see langword="null"/> for a window without one.</param>
    /// <param name="colour">Red, green and blue.</param>
    internal XWindow(XScreen screen, string? name, uint colour = 0)
    {
        _display = X11.XOpenDisplay(screen.Name);
        Id = XCreateSimpleWindow(_display, X11.XDefaultRootWindow(_display), 0, 0, 100, 50, 0, 0, colour);
        if (name is not null)
        {
            Rename(name);
        }

        XSync(_display, 0);
    }

    internal nuint Id { get; }

    internal void Rename(string name) => Do(() => XStoreName(_display, Id, name));

    internal void Show() => Do(() => XMapWindow(_display, Id));

    internal void Hide() => Do(() => XUnmapWindow(_display, Id));

    internal void Destroy() => Do(() => XDestroyWindow(_display, Id));

    public void Dispose() => X11.XCloseDisplay(_display);

    // Returns when the screen has done it.
    private void Do(Action request)
    {
        request();
        XSync(_display, 0);
    }

    [LibraryImport(Library)]
    private static partial nuint XCreateSimpleWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint borderWidth, nuint border, nuint background);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial void XStoreName(nint display, nuint window, string name);

    [LibraryImport(Library)]
    private static partial void XMapWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial void XUnmapWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial void XDestroyWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial void XSync(nint display, int discard);
}
