using System.Runtime.InteropServices;

namespace CardConformance.Harness.Browsers;

/// <summary>The functions of Xlib that are needed here.</summary>
internal static partial class X11
{
    internal const long SubstructureNotifyMask = 1L << 19;
    internal const long PropertyChangeMask = 1L << 22;
    internal const int IsViewable = 2;
    internal const int ZPixmap = 2;
    internal const short PollIn = 1;
    internal static readonly nuint AllPlanes = nuint.MaxValue;

    private const string Library = "libX11.so.6";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint XOpenDisplay(string name);

    [LibraryImport(Library)]
    internal static partial void XCloseDisplay(nint display);

    [LibraryImport(Library)]
    internal static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    internal static partial int XConnectionNumber(nint display);

    [LibraryImport(Library)]
    internal static partial void XSelectInput(nint display, nuint window, nint eventMask);

    [LibraryImport(Library)]
    internal static partial int XPending(nint display);

    [LibraryImport(Library)]
    internal static partial void XNextEvent(nint display, Span<byte> anyEvent);

    [LibraryImport(Library)]
    internal static partial int XQueryTree(
        nint display, nuint window, out nuint root, out nuint parent, out nint children, out uint count);

    [LibraryImport(Library)]
    internal static partial int XGetWMName(nint display, nuint window, out TextProperty name);

    [LibraryImport(Library)]
    internal static partial int XGetWindowAttributes(nint display, nuint window, Span<byte> attributes);

    [LibraryImport(Library)]
    internal static partial void XFree(nint data);

    [LibraryImport(Library)]
    internal static partial nint XGetImage(
        nint display, nuint drawable, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library)]
    internal static partial void XDestroyImage(nint image);

    /// <summary>Errors about windows that have just gone are no errors here.</summary>
    [LibraryImport(Library)]
    internal static partial nint XSetErrorHandler(nint handler);

    [LibraryImport("libc", EntryPoint = "poll")]
    internal static partial int Poll(ref PollEntry entry, nuint count, int timeoutMilliseconds);

    [StructLayout(LayoutKind.Sequential)]
    internal struct TextProperty
    {
        internal nint Value;
        internal nuint Encoding;
        internal int Format;
        internal nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct PollEntry
    {
        internal int Descriptor;
        internal short Events;
        internal short ReturnedEvents;
    }
}
