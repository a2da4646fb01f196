using System.Diagnostics;

namespace CardConformance.Soak;

/// <summary>A card in a process of its own, which says when it has got a command, and never answers one.</summary>
internal sealed class HeldCard : IDisposable
{
    internal const string CommandName = "hold";

    private const string GotCommand = "command";

    private readonly Process _process;

    internal HeldCard(string slotSocket)
    {
        string assembly = typeof(HeldCard).Assembly.Location;
        _process = Process.Start(new ProcessStartInfo("dotnet", [assembly, CommandName, slotSocket]) { RedirectStandardOutput = true })!;
    }

    /// <summary>What the process does.</summary>
    internal static void Hold(string slotSocket)
    {
        using var peer = new SlotPeer(slotSocket);
        while (peer.Receive(out byte type, out byte sequence))
        {
            if (type == 'C')
            {
                Console.WriteLine(GotCommand);
            }
            else if (SlotPeer.ProperAnswer(type) is { } answer)
            {
                peer.Send([type, sequence, .. answer]);
            }
        }
    }

    /// <summary>Waits until a command is under way.</summary>
    internal void AwaitCommand()
    {
        if (_process.StandardOutput.ReadLine() != GotCommand)
        {
            throw new InvalidOperationException("the process with the card ended before it got a command");
        }
    }

    /// <summary>SIGKILL.</summary>
    internal void Kill() => _process.Kill();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
