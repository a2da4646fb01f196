using System.Runtime.Versioning;

// One fixture object per test: a card keeps its try counter, so tests must never share one.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: Parallelizable(ParallelScope.All)]

// File rights and the reader are tested, and both are those of Linux.
[assembly: SupportedOSPlatform("linux")]
