using System.Runtime.Versioning;

// One fixture object per test: nothing of one test is left for another.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: Parallelizable(ParallelScope.All)]

[assembly: SupportedOSPlatform("linux")]
