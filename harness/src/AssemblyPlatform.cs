using System.Runtime.Versioning;

// pcscd, OpenSC, Xvfb and Chromium as Debian has them.
[assembly: SupportedOSPlatform("linux")]
