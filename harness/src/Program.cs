using CardConformance.Harness.Cli;

return await CommandLine.RunAsync(args);
