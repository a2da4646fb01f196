using System.Diagnostics;
using System.Globalization;
using CardConformance.Simulator.Reader;

namespace CardConformance.Simulator.Tests.Reader;

public sealed class SupervisedProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Test]
    public async Task Its_end_is_that_of_the_program()
    {
        await using SupervisedProcess process = StartShell("exit 7");
        Assert.That(await process.Ended.WaitAsync(Limit), Is.EqualTo(7));
    }

    [Test]
    public async Task A_program_that_is_not_there_is_126()
    {
        await using SupervisedProcess process = SupervisedProcess.Start(new("/nowhere/program", [], _ => { }));
        Assert.That(await process.Ended.WaitAsync(Limit), Is.EqualTo(126));
    }

    [Test]
    public async Task Stopping_it_stops_the_program()
    {
        await using SupervisedProcess process = StartShell("echo $$; exec cat /dev/zero > /dev/null");
        using var program = Process.GetProcessById(int.Parse(await _firstLine.Task.WaitAsync(Limit), CultureInfo.InvariantCulture));
        await process.DisposeAsync();
        Assert.That(program.WaitForExit(TimeSpan.Zero), Is.True);
    }

    [Test]
    public async Task Ctrl_C_is_left_to_whoever_started_it()
    {
        await using SupervisedProcess process = StartShell("grep SigIgn /proc/$PPID/status");
        string ignored = await _firstLine.Task.WaitAsync(Limit);
        const ulong sigInt = 1 << (2 - 1);
        Assert.That(ulong.Parse(ignored.Split(':')[1].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & sigInt, Is.EqualTo(sigInt));
    }

    [Test]
    public async Task Started_where_ends_of_children_are_ignored_it_still_sees_the_end()
    {
        await using SupervisedProcess process = SupervisedProcess.Start(
            new("bash", ["-c", $"trap '' CHLD; exec '{NativeParts.Supervise}' sh -c 'exit 7'"], _ => { }));
        Assert.That(await process.Ended.WaitAsync(Limit), Is.EqualTo(7));
    }

    [Test]
    public async Task Number_of_the_program()
    {
        await using SupervisedProcess process = StartShell("echo $$; exec cat /dev/zero > /dev/null");
        string said = await _firstLine.Task.WaitAsync(Limit);
        Assert.That(process.ProgramId.ToString(CultureInfo.InvariantCulture), Is.EqualTo(said));
    }

    private SupervisedProcess StartShell(string script) =>
        SupervisedProcess.Start(new("/bin/sh", ["-c", script], line => _firstLine.TrySetResult(line)));
}
