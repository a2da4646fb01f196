using System.CommandLine;
using System.Globalization;
using System.Reflection;
using CardConformance.Harness.Biting;

namespace CardConformance.Harness.Cli;

/// <summary><c>bite</c>: starts our own products with each of their seeded defects in turn, and shows which scenarios find it.</summary>
internal static class BiteCommand
{
    internal static Command Create()
    {
        var names = new Argument<string[]>("defect") { Description = "Defects to try; without any, all that this version's matrix does not hold yet.", Arity = ArgumentArity.ZeroOrMore };
        var workers = new Option<int>("--workers") { Description = "Scenarios that run at the same time.", DefaultValueFactory = _ => 2, HelpName = "N" };
        var atOnce = new Option<int>("--at-once") { Description = "Defects that are tried at the same time: most of the time is spent waiting for screens that do not come.", DefaultValueFactory = _ => 2, HelpName = "N" };
        var all = new Option<bool>("--all") { Description = "Plays every scenario of base requirements with each defect. Takes hours." };
        var anew = new Option<bool>("--anew") { Description = "Begins this version's matrix anew." };
        var command = new Command("bite", "Starts the built-in reference and the example service with each of their seeded defects in turn, and shows which scenarios find it.")
        {
            names, workers, atOnce, all, anew,
        };
        command.SetAction((options, cancellation) => RunAsync(
            options.GetValue(names)!, options.GetValue(workers), options.GetValue(atOnce), options.GetValue(all), options.GetValue(anew), cancellation));
        return command;
    }

    /// <summary>The defect of a name.</summary>
    /// <exception cref="UserException">There is none.</exception>
    internal static SeededDefect Find(string name) => Find(name, SeededDefect.All);

    /// <summary>The defect of a name, among those of a product.</summary>
    /// <exception cref="UserException">There is none.</exception>
    internal static SeededDefect Find(string name, DefectiveProduct product) => Find(name, SeededDefect.All.Where(defect => defect.Product == product));

    private static SeededDefect Find(string name, IEnumerable<SeededDefect> known) => known.FirstOrDefault(defect => defect.Name == name)
        ?? throw new UserException($"There is no defect \"{name}\"; there are {string.Join(", ", known.Select(defect => defect.Name))}.");

    private static async Task<int> RunAsync(string[] names, int workers, int atOnce, bool all, bool anew, CancellationToken cancellation)
    {
        await Task.Yield();
        SeededDefect[] named = [.. names.Select(Find)];
        string version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        string folder = BiteMatrix.FolderOf(version, BiteMatrix.All);
        using FileStream occupied = Occupy(folder);
        BiteMatrix matrix = (anew ? null : BiteMatrix.Of(version, BiteMatrix.All)) ?? new(version, [], []);
        SeededDefect[] defects = named.Length > 0 ? named : [.. matrix.LeftToTry(all)];
        var player = new BitePlayer(folder, workers, all);
        try
        {
            foreach (IGrouping<DefectiveProduct, SeededDefect> product in defects.GroupBy(defect => defect.Product))
            {
                string[] requirements = [.. product.SelectMany(player.RequirementsFor).Distinct().Where(requirement => !matrix.HasGreen(product.Key, requirement))];
                matrix = requirements.Length == 0 ? matrix : await PlayWithoutAsync(matrix, player, product.Key, requirements, cancellation);
            }

            await PlayAsync(matrix, player, defects, atOnce, cancellation);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopped. What was tried stands in the matrix; \"bite\" goes on with the rest.");
            return ExitCode.Configuration;
        }

        return Conclude(BiteMatrix.Of(version, BiteMatrix.All)!);
    }

    // Two that write the same matrix would lose what the other found.
    private static FileStream Occupy(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(Path.Combine(folder, ".occupied"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new UserException($"{folder}: another \"bite\" is at work there. Wait for its end, or give this one more defects with --at-once.");
        }
    }

    private static async Task<BiteMatrix> PlayWithoutAsync(
        BiteMatrix matrix, BitePlayer player, DefectiveProduct product, string[] requirements, CancellationToken cancellation)
    {
        Console.WriteLine($"Without any defect first ({BiteTexts.English.Name(product)}): {string.Join(' ', requirements)}");
        DateTimeOffset begun = DateTimeOffset.UtcNow;
        IReadOnlyList<Control> controls = await player.PlayWithoutAsync(product, requirements, cancellation);
        matrix = matrix.With(controls);
        matrix.Write(BiteMatrix.All);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"    {controls.SelectMany(control => control.Passed).Distinct().Count()} scenarios pass, {(DateTimeOffset.UtcNow - begun).TotalSeconds:0} s"));
        foreach (string failed in controls.SelectMany(control => control.Failed).Distinct())
        {
            Console.WriteLine($"    ✘ {failed} fails without any defect: it will catch none");
        }

        return matrix;
    }

    private static async Task PlayAsync(BiteMatrix matrix, BitePlayer player, SeededDefect[] defects, int atOnce, CancellationToken cancellation)
    {
        var alone = new Lock();
        DateTimeOffset begun = DateTimeOffset.UtcNow;
        int done = 0;
        await Parallel.ForEachAsync(defects, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (defect, stop) =>
        {
            Console.WriteLine($"… {defect.Name}  {string.Join(' ', player.RequirementsFor(defect))}");
            Bite bite = await player.PlayAsync(defect, matrix.Controls, stop);
            lock (alone)
            {
                matrix = matrix.With(bite);
                matrix.Write(BiteMatrix.All);
                Show(bite, ++done, defects.Length, DateTimeOffset.UtcNow - begun);
            }
        });
        matrix.Write(BiteMatrix.All);
    }

    // One text each: several defects are tried at the same time.
    private static void Show(Bite bite, int done, int all, TimeSpan time)
    {
        string left = done == all ? "" : string.Create(CultureInfo.InvariantCulture, $"; {all - done} left, about {time.TotalMinutes / done * (all - done):0} min");
        Console.WriteLine(string.Join(
            Environment.NewLine,
            [
                string.Create(CultureInfo.InvariantCulture, $"{(bite.IsCaught ? "✔" : "✘")} {bite.Defect.Name}  {bite.Seconds:0} s  ({done} of {all}{left})"),
                .. bite.Defect.Requirements.Select(requirement => $"    {requirement} {BiteTexts.English.Word(bite.OutcomeOf(requirement))}"),
                .. bite.Red.Select(red => red.Catches(bite.Defect)
                    ? $"    by {red.Id}"
                    : $"    not by {red.Id}: {BiteTexts.English.WhyNot(bite.Defect, red)}\n        {red.Message.ReplaceLineEndings("\n        ")}"),
                .. bite.Problem is { } problem ? [$"    {problem}"] : Array.Empty<string>(),
            ]));
    }

    private static int Conclude(BiteMatrix matrix)
    {
        Console.WriteLine();
        if (matrix.Idle is { Count: > 0 } idle)
        {
            Console.WriteLine($"{BiteTexts.English.Idle}: {idle.Count}\n  {string.Join("\n  ", idle.Select(played => played.Id))}\n{BiteTexts.English.IdleMeaning}\n");
        }

        foreach (Bite bite in matrix.Bites.Where(bite => !bite.IsCaught))
        {
            Console.WriteLine($"✘ {bite.Defect.Name}: {string.Join(", ", bite.Defect.Requirements.Select(requirement => $"{requirement} {BiteTexts.English.Word(bite.OutcomeOf(requirement))}"))}");
        }

        string left = matrix.IsComplete ? "" : $" {BiteTexts.English.Partial(matrix.Left.Count)}";
        Console.WriteLine($"{BiteTexts.English.Count(matrix.Caught, matrix.Bites.Count)}.{left}");
        Console.WriteLine($"Matrix:  {matrix.Write(BiteMatrix.All)}");
        return matrix.Caught == matrix.Bites.Count ? ExitCode.Success : ExitCode.Harness;
    }
}
