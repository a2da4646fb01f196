using System.Runtime.Versioning;

// One feature at a time in each worker: SpecFlow knows no other way to run in parallel.
[assembly: Parallelizable(ParallelScope.Fixtures)]

// pcscd, OpenSC and Chromium as Debian has them.
[assembly: SupportedOSPlatform("linux")]
