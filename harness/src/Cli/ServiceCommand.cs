using System.CommandLine;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Cli;

/// <summary><c>service</c>: keeps the example service running until Ctrl-C, as a vendor would run theirs.</summary>
internal static class ServiceCommand
{
    internal static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "What it is called, where it listens, and how Pro Santé Connect knows it." };
        var without = new Option<string?>("--without")
        {
            Description = $"Leaves a check out, to see that it is missed: {string.Join(", ", ExampleService.Removable)}.",
            HelpName = "CHECK",
        };
        var command = new Command("service", "Keeps the example service running until Ctrl-C, as a vendor would run theirs.") { file, without };
        command.SetAction((options, cancellation) => RunAsync(options.GetValue(file)!, options.GetValue(without), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string? without, CancellationToken cancellation)
    {
        // Ctrl-C is listened for once a command has given its thread back: from here on, before anything is started.
        await Task.Yield();
        if (without is not null && !ExampleService.Removable.Contains(without))
        {
            throw new UserException($"--without: one of {string.Join(", ", ExampleService.Removable)} is expected, found \"{without}\".");
        }

        TestedService service = ServiceFile.Load(file.FullName);
        await using ExampleService example = await StartAsync(file.FullName, service, without);
        Console.WriteLine($"{service.Name} at {service.Home}{(without is null ? "" : $", WITHOUT its check \"{without}\"")}. Ctrl-C stops it.");
        var stopped = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = cancellation.Register(stopped.SetResult);
        await Task.WhenAny(stopped.Task, example.Ended);
        if (!stopped.Task.IsCompleted)
        {
            throw new UserException($"{service.Name} has ended by itself.");
        }

        Console.WriteLine("Stopped.");
        return ExitCode.Success;
    }

    // What hinders it here is in its file: most often its port.
    private static async Task<ExampleService> StartAsync(string file, TestedService service, string? without)
    {
        try
        {
            return await ExampleService.StartAsync(file, service, without);
        }
        catch (InvalidOperationException failure)
        {
            throw new UserException(failure.Message);
        }
    }
}
