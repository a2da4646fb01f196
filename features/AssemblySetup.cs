using System.Runtime.Versioning;
using CardConformance.Features.Hooks;

// One feature at a time in each worker: SpecFlow knows no other way to run in parallel.
[assembly: Parallelizable(ParallelScope.Fixtures)]

// Only when a run asks for it.
[assembly: ShuffledOrder]

// Only in a run.
[assembly: ChosenScenarios]

// Only when a run asks for it.
[assembly: UntilFailure]

// pcscd, OpenSC and Chromium as Debian has them.
[assembly: SupportedOSPlatform("linux")]
