using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Cli;

/// <summary><c>defects</c>: proves the bite of C_06. The example service, started without one of its checks as a vendor's would be, has to fail.</summary>
internal static partial class DefectsCommand
{
    private const string Whole = "none";

    internal static Command Create()
    {
        var checks = new Argument<string[]>("check") { Description = "Checks to leave out; all of them when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var workers = new Option<int>("--workers") { Description = "Scenarios that run at the same time.", DefaultValueFactory = _ => 2, HelpName = "N" };
        var command = new Command("defects", "Leaves out each check of the example service in turn, and shows which scenarios of C_06 find it.") { checks, workers };
        command.SetAction((options, cancellation) => RunAsync(options.GetValue(checks)!, options.GetValue(workers), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] asked, int workers, CancellationToken cancellation)
    {
        await Task.Yield();
        if (asked.Except(ExampleService.Removable).ToArray() is { Length: > 0 } unknown)
        {
            throw new UserException($"\"{unknown[0]}\" is no check; there are {string.Join(", ", ExampleService.Removable)}.");
        }

        bool bites = true;
        foreach (string check in asked.Length > 0 ? asked : [Whole, .. ExampleService.Removable])
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<string> failed = await FindFailedAsync(check == Whole ? null : check, workers);
            bites &= failed.Count > 0 == (check != Whole);
            Console.WriteLine($"{check,-16} {(failed.Count == 0 ? "everything green" : string.Join("; ", failed))}");
        }

        Console.WriteLine(bites ? "Each is found." : "NOT each is found, or the whole service fails.");
        return bites ? ExitCode.Success : ExitCode.Harness;
    }

    private static async Task<IReadOnlyList<string>> FindFailedAsync(string? check, int workers)
    {
        await using ExampleService example = await ExampleService.StartAsync(new($"http://localhost:{FreePort()}/auth/realms/esante-wallet"), check);
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Describe(example.Service with { Name = $"SI-DEP sans {check ?? "défaut"}" }));
            ProgramResult run = await new ProgramRun(
                "dotnet", Assembly.GetExecutingAssembly().Location, "run", "--tags", "C_06", "--service", file, "--workers", $"{workers}")
            { Limit = TimeSpan.FromMinutes(10) }.RunAsync();
            Match report = Report().Match(run.Output);
            return report.Success && run.ExitCode is ExitCode.Success or ExitCode.Product
                ? [.. RunResult.Load(new(report.Groups[1].Value)).Scenarios.Where(scenario => scenario.Rule?.Blame == Blame.Product).Select(scenario => scenario.Begun.Title)]
                : throw new UserException($"The run without \"{check}\" came to no result:\n{run.Output}\n{run.Errors}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Describe(TestedService service) => new JsonObject
    {
        ["name"] = service.Name,
        ["home"] = service.Home.ToString(),
        ["login"] = new JsonArray([.. service.Login]),
        ["session"] = service.Session.ToString(),
        ["connected"] = service.Connected,
        ["notConnected"] = new JsonArray([.. service.NotConnected]),
        ["shows"] = new JsonArray([.. service.Shown.Select(shown => JsonNamingPolicy.CamelCase.ConvertName(shown.ToString()))]),
        ["answersWithin"] = (int)service.AnswersWithin.TotalSeconds,
        ["issuer"] = service.Issuer!.ToString(),
        ["clientId"] = service.Registration.ClientId,
        ["clientSecret"] = service.Registration.ClientSecret,
        ["redirectUris"] = new JsonArray(service.Registration.RedirectUri.ToString()),
    }.ToJsonString();

    [GeneratedRegex(@"^Report: +(.+)/report/index\.html", RegexOptions.Multiline)]
    private static partial Regex Report();
}
