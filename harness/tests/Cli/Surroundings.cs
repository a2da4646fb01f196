using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Cli;

/// <summary>A machine that is not like this one, or a user who is not this one, for one process: words that go before its command.</summary>
/// <param name="Prefix">The words.</param>
internal sealed record Surroundings(IReadOnlyList<string> Prefix)
{
    // nobody, nogroup.
    private const string User = "--reuid=65534";
    private const string Group = "--regid=65534";

    /// <summary>This machine and this user.</summary>
    internal static Surroundings Usual { get; } = new([]);

    /// <summary>Somebody who is not root.</summary>
    internal static Surroundings OrdinaryUser { get; } = new(Environment.IsPrivilegedProcess ? ["setpriv", User, Group, "--clear-groups"] : []);

    /// <summary>The same machine, where folders are empty. Nobody else sees them so.</summary>
    internal static async Task<Surroundings> WithEmptyAsync(params IEnumerable<string> folders)
    {
        ProgramResult allowed = await new ProgramRun("unshare", "--mount", "true").RunAsync();
        if (allowed.ExitCode != 0)
        {
            Assert.Ignore($"This needs a mount namespace, and there is none for us: {allowed.Errors}");
        }

        string mounts = string.Concat(folders.Select(folder => $"mount -t tmpfs tmpfs {folder} && "));
        return new(["unshare", "--mount", "sh", "-c", mounts + "exec \"$@\"", "sh"]);
    }

    /// <summary>The machine on which another process is.</summary>
    internal static Surroundings Of(InsertedCard other) => new(["nsenter", $"--mount=/proc/{other.ProcessId}/ns/mnt"]);

    /// <summary>These, and within them others.</summary>
    internal Surroundings With(Surroundings others) => new([.. Prefix, .. others.Prefix]);
}
