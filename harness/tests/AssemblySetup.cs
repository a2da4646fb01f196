using System.Runtime.Versioning;

// One fixture object per test: a card keeps its try counter, so tests must never share one.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: Parallelizable(ParallelScope.All)]

// pcscd, OpenSC and Chromium as Debian has them.
[assembly: SupportedOSPlatform("linux")]
